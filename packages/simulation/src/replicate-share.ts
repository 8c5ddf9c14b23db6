import type { Resampling } from './job.js';

/**
 * The share of a replicate that tells as much about the replicate as a given share of the whole data tells about that.
 *
 * A bootstrap replicate is as large as the data: the share is the same. A subsample has half of the items, n = N/2. The mean of k of
 * n items misses the mean of all n with a variance in proportion to 1/k − 1/n, so the k' of N items that miss as little
 * have 1/k' − 1/N = 1/k − 1/n; as shares of N and n that is 2u/(1 + u) for a share u.
 *
 * @param share - of the whole data, in (0, 1]
 * @returns in (0, 1]; 1 for 1
 */
export function replicateShare(share: number, method: Resampling['method']): number {
  return method === 'subsample' ? (2 * share) / (1 + share) : share;
}
