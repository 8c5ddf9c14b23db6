/** The ratings of one annotator (or the scores of one metric) for one system, by item; repeated ones are averaged. */
export class CellColumn {
  #sums = new Float64Array(64);
  #counts = new Uint32Array(64);
  /** Cells that have more than one rating. */
  repeated = 0;

  add(item: number, value: number): void {
    if (item >= this.#sums.length) this.#grow(item + 1);
    this.#sums[item] += value;
    if (++this.#counts[item] === 2) this.repeated++;
  }

  has(item: number): boolean {
    return item < this.#counts.length && this.#counts[item] > 0;
  }

  /** The mean of the ratings of an item; NaN where there is none. */
  value(item: number): number {
    return this.has(item) ? this.#sums[item] / this.#counts[item] : NaN;
  }

  /** The means of all items that have a rating. */
  *values(): Generator<number> {
    for (let item = 0; item < this.#counts.length; item++) if (this.#counts[item] > 0) yield this.value(item);
  }

  #grow(least: number): void {
    const length = Math.max(least, this.#sums.length * 2);
    const [sums, counts] = [new Float64Array(length), new Uint32Array(length)];
    sums.set(this.#sums);
    counts.set(this.#counts);
    this.#sums = sums;
    this.#counts = counts;
  }
}
