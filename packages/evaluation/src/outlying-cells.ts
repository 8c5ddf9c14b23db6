import type { ScoreMatrix } from '@goldpan/core';
import { mean } from '@goldpan/stats';

/** A score far from all others of its metric. */
export interface OutlyingCell {
  readonly item: number;
  readonly system: number;
  readonly score: number;
  /** Robust z-score: how many standard deviations it would be from the middle if the others were normal. */
  readonly z: number;
}

/** The middle half of a normal distribution reaches this many standard deviations from its middle. */
const NORMAL_MEDIAN_DEVIATION = 0.6744897501960817;
/** The mean absolute deviation of a normal distribution, in standard deviations. */
const NORMAL_MEAN_DEVIATION = Math.sqrt(2 / Math.PI);

/** Farther from the middle than this, in standard deviations. */
const FAR = 30;
/** And this many times as far as the last score that is not outlying: heavy tails have no such gap. */
const GAP = 10;

/**
 * Scores that lie far from all others, such as a −9999 that stands for "missing", farthest first: at least 30 standard
 * deviations from the median, and beyond a gap, 10 times as far from it as any score that is not outlying.
 *
 * @param scores - shape (items, systems), NaN = missing and left out
 * @remarks z = (score − median)/σ with σ from the median absolute deviation (MAD); where more than half of the scores are the same,
 * from the mean absolute deviation (B. Iglewicz, D. C. Hoaglin, How to Detect and Handle Outliers, 1993). O(N·S log(N·S)).
 *
 * @example
 * ```ts
 * import { outlyingCells } from '@goldpan/evaluation';
 *
 * const scores = { items: 3, systems: 2, values: Float64Array.of(3, 4, 5, -9999, 4, 2) };
 * outlyingCells(scores).map(({ item, system, score }) => [item, system, score]); // → [[1, 1, -9999]]
 * ```
 */
export function outlyingCells({ systems, values }: ScoreMatrix): OutlyingCell[] {
  // Sorted, missing scores stand last.
  const sorted = values.slice().sort();
  const missing = sorted.findIndex((score) => Number.isNaN(score));
  const present = missing < 0 ? sorted : sorted.subarray(0, missing);
  if (present.length === 0) return [];
  const middle = medianOfSorted(present);
  // In place, for the scores of a large file fill a large part of the memory.
  for (let k = 0; k < present.length; k++) present[k] = Math.abs(present[k] - middle);
  const distances = present.sort();
  const typical = medianOfSorted(distances);
  const deviation = typical > 0 ? typical / NORMAL_MEDIAN_DEVIATION : mean(distances) / NORMAL_MEAN_DEVIATION;
  const least = distances.find(
    (distance, k) => distance >= FAR * deviation && distance >= GAP * distances[k - 1],
  );
  if (deviation === 0 || least === undefined) return [];
  const found: OutlyingCell[] = [];
  values.forEach((score, cell) => {
    if (!(Math.abs(score - middle) >= least)) return;
    const place = { item: Math.floor(cell / systems), system: cell % systems };
    found.push({ ...place, score, z: (score - middle) / deviation });
  });
  return found.sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}

function medianOfSorted(values: Float64Array): number {
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
