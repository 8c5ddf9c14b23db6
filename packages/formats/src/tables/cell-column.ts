import type { SpanFields } from '@goldpan/core';

/** What may be known of a judgement beside its value. */
export interface JudgementDetails {
  /** The system with the identical output that was judged. */
  readonly copyOf?: string;
  readonly seconds?: number;
  /** Milliseconds since 1970. */
  readonly time?: number;
  readonly spans?: readonly SpanFields[];
}

/** The ratings of one annotator (or the scores of one metric) for one system, by item; repeated ones are averaged. */
export class CellColumn {
  /** The item that the first place is for: a rater of few items among many takes no room for the others. */
  #first = -1;
  #sums = new Float64Array(8);
  #counts = new Uint32Array(8);
  readonly #details = new Map<number, JudgementDetails>();
  /** Cells that have more than one rating. */
  repeated = 0;

  add(item: number, value: number): void {
    if (this.#first < 0) this.#first = item;
    if (item < this.#first) this.#moveTo(item);
    const place = item - this.#first;
    if (place >= this.#sums.length) this.#resize(Math.max(place + 1, this.#sums.length * 2), 0);
    this.#sums[place] += value;
    if (++this.#counts[place] === 2) this.repeated++;
  }

  /** Takes the ratings of an item back, with what is known of them. */
  forget(item: number): void {
    if (!this.has(item)) return;
    const place = item - this.#first;
    if (this.#counts[place] > 1) this.repeated--;
    this.#sums[place] = 0;
    this.#counts[place] = 0;
    this.#details.delete(item);
  }

  /** Adds what is known of a rating of an item; seconds of repeated ones add up, the last time and all spans stay. */
  describe(item: number, { copyOf, seconds, time, spans = [] }: JudgementDetails): void {
    const before = this.#details.get(item);
    const total = before?.seconds === undefined ? seconds : before.seconds + (seconds ?? 0);
    const when = time ?? before?.time;
    const marked = [...(before?.spans ?? []), ...spans];
    this.#details.set(item, {
      ...(copyOf !== undefined && { copyOf }),
      ...(total !== undefined && { seconds: total }),
      ...(when !== undefined && { time: when }),
      ...(marked.length > 0 && { spans: marked }),
    });
  }

  details(item: number): JudgementDetails | undefined {
    return this.#details.get(item);
  }

  has(item: number): boolean {
    return this.#counts[item - this.#first] > 0;
  }

  /** The mean of the ratings of an item; NaN where there is none. */
  value(item: number): number {
    const place = item - this.#first;
    return this.#counts[place] > 0 ? this.#sums[place] / this.#counts[place] : NaN;
  }

  /** The items that have a rating, in their order. */
  *items(): Generator<number> {
    for (let place = 0; place < this.#counts.length; place++)
      if (this.#counts[place] > 0) yield this.#first + place;
  }

  /** The means of all items that have a rating of their own, none that was copied. */
  *values(): Generator<number> {
    for (const item of this.items())
      if (this.#details.get(item)?.copyOf === undefined) yield this.value(item);
  }

  /** Makes room for an item before the first, and for as many again. */
  #moveTo(item: number): void {
    const first = Math.max(0, item - this.#sums.length);
    const by = this.#first - first;
    this.#first = first;
    this.#resize(this.#sums.length + by, by);
  }

  /** @param by - how many places what is there moves up */
  #resize(length: number, by: number): void {
    const [sums, counts] = [new Float64Array(length), new Uint32Array(length)];
    sums.set(this.#sums, by);
    counts.set(this.#counts, by);
    this.#sums = sums;
    this.#counts = counts;
  }
}
