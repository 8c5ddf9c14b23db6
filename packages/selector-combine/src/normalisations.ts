import { averageRanks, minMaxNormalise, zScores } from '@goldpan/stats';

/**
 * Ways to make the utilities of different selectors comparable over the same items. None changes their order.
 *
 * - `rank`: 1 for the worst item to N for the best, ties share their average rank; so do utilities that differ by their rounding alone.
 * - `zscore`: minus the mean, divided by the population standard deviation.
 * - `01`: the worst item gets 0 and the best 1.
 */
export const normalisations = {
  rank: (utilities) => averageRanks(tiesJoined(utilities)),
  zscore: zScores,
  '01': minMaxNormalise,
} satisfies Record<string, (utilities: Float64Array) => Float64Array>;

/** Numbers that differ by less, as a share of the larger one, do so by the order of the sums they come from. */
const ROUNDING = 2 ** -44;

/** The numbers, with those that differ by their rounding alone made the same. O(N log N). */
function tiesJoined(utilities: Float64Array): Float64Array {
  const joined = utilities.slice();
  const order = Uint32Array.from(utilities.keys()).sort((a, b) => utilities[a] - utilities[b]);
  for (let at = 1; at < order.length; at++) {
    const [before, after] = [utilities[order[at - 1]], utilities[order[at]]];
    const isSame = after - before <= ROUNDING * Math.max(Math.abs(before), Math.abs(after));
    if (isSame) joined[order[at]] = joined[order[at - 1]];
  }
  return joined;
}
