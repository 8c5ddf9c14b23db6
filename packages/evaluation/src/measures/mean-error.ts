import type { Standing } from '@goldpan/core';
import { pairwiseSum } from '@goldpan/stats';

/** The mean, over the systems, of how large the difference of their means is. */
export function meanError(subset: Standing, full: Standing, size: (difference: number) => number): number {
  const { means } = full;
  return pairwiseSum(subset.means.map((mean, system) => size(mean - means[system]))) / means.length;
}
