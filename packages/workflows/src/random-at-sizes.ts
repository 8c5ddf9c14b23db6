import type { Curve, Measure } from '@goldpan/core';
import { randomBaseline, type FullData } from '@goldpan/evaluation';
import { finiteOrNull } from './finite-or-null.js';

/** What random selection is asked. */
export interface RandomRequest {
  readonly measures: readonly Measure[];
  /** Random orders. */
  readonly draws: number;
  readonly seed: number;
}

/** What random selection reaches with so many items, measure by measure: the mean, and the band of nine in ten of the draws. */
export type RandomAt = (sizes: readonly number[]) => Readonly<Record<string, Curve>>;

/**
 * Measures random orders at some sizes once, to be read at any of them.
 *
 * @param sizes - in any order, with repetition; from 1 to the size of the full data
 * @remarks O(draws · the cost of a curve).
 */
export function randomAtSizes(
  full: FullData,
  sizes: readonly number[],
  { measures, draws, seed }: RandomRequest,
): RandomAt {
  const all = [...new Set(sizes)].sort((a, b) => a - b);
  const { bands } = randomBaseline(full, { measures, sizes: all, rankings: draws, seed });
  const point = (name: string, size: number) => {
    const { mean, low, high } = bands[name];
    const k = all.indexOf(size);
    return {
      size,
      value: finiteOrNull(mean[k]),
      low: finiteOrNull(low[k]),
      high: finiteOrNull(high[k]),
    };
  };
  return (wanted) =>
    Object.fromEntries(measures.map(({ name }) => [name, wanted.map((size) => point(name, size))]));
}
