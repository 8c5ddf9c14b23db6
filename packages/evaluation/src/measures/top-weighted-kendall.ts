import { defineMeasure } from '@goldpan/core';

/**
 * Kendall's tau in which pairs near the top of the full ranking weigh more: a pair of systems weighs w(a) + w(b) with
 * w = 1/(r + 1)², r the number of systems with a strictly higher full-data mean.
 *
 * @returns in [-1, 1]; 0 when either vector is constant
 * @remarks Ties as in tau-b: each side is normalised by the weight of its untied pairs (S. Vigna, A weighted correlation index for
 * rankings with ties, 2015). Equals `scipy.stats.weightedtau(full, subset, rank=r, weigher=lambda r: 1/(r + 1)**2)` where the
 * full-data means have no ties; where they do, tied systems weigh the same here, whatever the order of the columns. O(S²).
 */
export function topWeightedTau(full: ArrayLike<number>, subset: ArrayLike<number>): number {
  const weights = Float64Array.from(full, (mean) => 1 / (countHigher(full, mean) + 1) ** 2);
  let agreement = 0;
  let untiedInFull = 0;
  let untiedInSubset = 0;
  for (let a = 0; a < full.length; a++) {
    for (let b = a + 1; b < full.length; b++) {
      const weight = weights[a] + weights[b];
      const inFull = Math.sign(full[a] - full[b]);
      const inSubset = Math.sign(subset[a] - subset[b]);
      agreement += weight * inFull * inSubset;
      untiedInFull += weight * Math.abs(inFull);
      untiedInSubset += weight * Math.abs(inSubset);
    }
  }
  if (untiedInFull === 0 || untiedInSubset === 0) return 0;
  const tau = agreement / Math.sqrt(untiedInFull * untiedInSubset);
  return Math.min(1, Math.max(-1, tau));
}

function countHigher(means: ArrayLike<number>, mean: number): number {
  let higher = 0;
  for (let system = 0; system < means.length; system++) if (means[system] > mean) higher++;
  return higher;
}

export const topWeightedKendall = defineMeasure({
  name: 'top-weighted-kendall',
  title: 'Top-weighted Kendall’s tau',
  summary: "Kendall's tau in which systems weigh 1/(rank + 1)² by their rank in the full data.",
  direction: 'higher',
  range: [-1, 1],
  of: (subset, full) => topWeightedTau(full.means, subset.means),
});
