import type { SpanFields } from '@goldpan/core';

/** What may be known of a judgement beside its value. */
export interface JudgementDetails {
  readonly seconds?: number;
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly spans?: readonly SpanFields[];
}

/** The ratings of one annotator (or the scores of one metric) for one system, by item; repeated ones are averaged. */
export class CellColumn {
  #sums = new Float64Array(64);
  #counts = new Uint32Array(64);
  readonly #details = new Map<number, JudgementDetails>();
  /** Cells that have more than one rating. */
  repeated = 0;

  add(item: number, value: number): void {
    if (item >= this.#sums.length) this.#grow(item + 1);
    this.#sums[item] += value;
    if (++this.#counts[item] === 2) this.repeated++;
  }

  /** Adds what is known of a rating of an item; seconds of repeated ones add up, the last time and all spans stay. */
  describe(item: number, { seconds, time, spans = [] }: JudgementDetails): void {
    const before = this.#details.get(item);
    const total = before?.seconds === undefined ? seconds : before.seconds + (seconds ?? 0);
    const when = time ?? before?.time;
    const marked = [...(before?.spans ?? []), ...spans];
    this.#details.set(item, {
      ...(total !== undefined && { seconds: total }),
      ...(when !== undefined && { time: when }),
      ...(marked.length > 0 && { spans: marked }),
    });
  }

  details(item: number): JudgementDetails | undefined {
    return this.#details.get(item);
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
