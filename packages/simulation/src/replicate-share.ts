import type { Resampling } from './job.js';

/**
 * By how much the odds u/(1 − u) of a share grow when a test set is halved. The mean of k of n items misses the mean of all n with a
 * variance in proportion to 1/k − 1/n, so as many times as much as there are fewer items: twice.
 */
const ODDS_OF_HALF = 2;

/**
 * The same for soft pairwise accuracy. The p-values of fewer items are less extreme, and so easier to meet: twice is too much. On ten kinds of
 * synthetic test sets of 50 to 400 items (see docs/evidence.md) the odds grew by 1.4 to 1.8, 1.56 on average.
 */
const ODDS_OF_HALF_SPA = 2 ** (2 / 3);

/**
 * The share of a replicate that tells as much about the replicate as a given share of the whole data tells about that.
 *
 * A bootstrap replicate is as large as the data: the share is the same. A subsample has half of the items: with odds larger by a factor f the
 * share u becomes f·u/(1 + (f − 1)·u).
 *
 * @param share - of the whole data, in (0, 1]
 * @returns in (0, 1]; 1 for 1
 */
export function replicateShare(
  share: number,
  { method, measure }: { method: Resampling['method']; measure: string },
): number {
  if (method !== 'subsample') return share;
  const factor = measure === 'spa' ? ODDS_OF_HALF_SPA : ODDS_OF_HALF;
  return (factor * share) / (1 + (factor - 1) * share);
}
