import type { Affinities } from '../kernels/affinities.js';
import type { StreamedItem } from './streamed-item.js';

/** An item of a pool with its affinities to the targets. */
export interface Candidate {
  readonly item: StreamedItem;
  readonly row: Float32Array;
}

/** Items with their affinities to the targets, as a table. */
export class Candidates {
  readonly items: readonly StreamedItem[];
  readonly table: Affinities;

  /** @param values - shape (items, targets) */
  constructor(items: readonly StreamedItem[], values: Float32Array) {
    this.items = items;
    this.table = { candidates: items.length, targets: values.length / items.length, values };
  }

  /** Each item once, by its id, where it comes first. */
  static of(candidates: readonly Candidate[]): Candidates {
    const distinct = [...new Map(candidates.map((each) => [each.item.id, each])).values()];
    const targets = distinct[0].row.length;
    const values = new Float32Array(distinct.length * targets);
    distinct.forEach(({ row }, i) => values.set(row, i * targets));
    return new Candidates(
      distinct.map(({ item }) => item),
      values,
    );
  }

  all(): Candidate[] {
    const { targets, values } = this.table;
    return this.items.map((item, i) => ({ item, row: values.subarray(i * targets, (i + 1) * targets) }));
  }
}
