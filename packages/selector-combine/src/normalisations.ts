import { averageRanks, minMaxNormalise, zScores } from '@goldpan/stats';

/**
 * Ways to make the utilities of different selectors comparable over the same items. None changes their order.
 *
 * - `rank`: 1 for the worst item to N for the best, ties share their average rank.
 * - `zscore`: minus the mean, divided by the population standard deviation.
 * - `01`: the worst item gets 0 and the best 1.
 */
export const normalisations = {
  rank: averageRanks,
  zscore: zScores,
  '01': minMaxNormalise,
} satisfies Record<string, (utilities: Float64Array) => Float64Array>;
