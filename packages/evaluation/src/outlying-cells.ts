import type { ScoreMatrix } from '@goldpan/core';
import { mean, quantileSorted } from '@goldpan/stats';

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

/**
 * Scores that lie far from all others, such as a −9999 that stands for "missing", farthest first.
 *
 * @param scores - shape (items, systems), NaN = missing and left out
 * @param limit - the least absolute z-score; default 30: what heavy tails have is not meant
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
export function outlyingCells({ systems, values }: ScoreMatrix, limit = 30): OutlyingCell[] {
  const present = values.filter((score) => !Number.isNaN(score)).sort();
  if (present.length === 0) return [];
  const middle = quantileSorted(present, 0.5);
  const deviation = spreadAround(middle, present);
  if (deviation === 0) return [];
  const found: OutlyingCell[] = [];
  values.forEach((score, cell) => {
    const z = (score - middle) / deviation;
    if (Math.abs(z) < limit || Number.isNaN(z)) return;
    found.push({ item: Math.floor(cell / systems), system: cell % systems, score, z });
  });
  return found.sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}

/** A standard deviation that a few scores far away do not move. */
function spreadAround(middle: number, scores: Float64Array): number {
  const deviations = scores.map((score) => Math.abs(score - middle)).sort();
  const median = quantileSorted(deviations, 0.5);
  return median > 0 ? median / NORMAL_MEDIAN_DEVIATION : mean(deviations) / NORMAL_MEAN_DEVIATION;
}
