/** A list of numbers that grows, in 8 bytes each: one typed array, twice as large whenever it is full. */
export class NumberList {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  get size(): number {
    return this.#length;
  }

  /** The numbers so far: a view, valid until the next push. */
  get values(): Float64Array<ArrayBuffer> {
    return this.#values.subarray(0, this.#length);
  }
}
