import type { Material } from './material.js';

/** What is chosen whole or not at all: items, or documents with all their items. Columns, one number per unit. */
export interface Units {
  readonly size: number;
  /** The unit of every item. */
  readonly of: Int32Array;
  /** Items of unit u: `items[starts[u]]` … `items[starts[u + 1] − 1]`, in the order of the data. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
  readonly values: Float64Array;
  /** What the unit takes from a budget of costs, in whole costs; items that are paid for take nothing. */
  readonly costs: Float64Array;
  /** What the unit takes from a budget of items. */
  readonly counts: Float64Array;
}

/** Makes units of items. @param free - items that are paid for already. @remarks O(N). */
export function makeUnits(
  { values, costs, documents, documentUtility }: Material,
  { isKeepingDocuments, free }: { isKeepingDocuments: boolean; free: readonly number[] },
): Units {
  const total = values.length;
  const of = isKeepingDocuments ? documents!.of : Int32Array.from({ length: total }, (_, item) => item);
  const size = isKeepingDocuments ? documents!.labels.length : total;
  const starts = new Int32Array(size + 1);
  for (const unit of of) starts[unit + 1]++;
  for (let unit = 0; unit < size; unit++) starts[unit + 1] += starts[unit];
  const next = starts.slice();
  const items = new Int32Array(total);
  of.forEach((unit, item) => (items[next[unit]++] = item));
  const isFree = new Uint8Array(total);
  for (const item of free) isFree[item] = 1;
  const units = { size, of, starts, items };
  const sums = {
    values: new Float64Array(size),
    costs: new Float64Array(size),
    counts: new Float64Array(size),
  };
  of.forEach((unit, item) => {
    sums.values[unit] += values[item];
    if (isFree[item]) return;
    sums.costs[unit] += costs.values[item];
    sums.counts[unit]++;
  });
  if (isKeepingDocuments && documentUtility === 'mean') {
    for (let unit = 0; unit < size; unit++) sums.values[unit] /= starts[unit + 1] - starts[unit];
  }
  return { ...units, ...sums };
}
