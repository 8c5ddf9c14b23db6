/**
 * Utilities that say what a ranking says: the best of N items gets N, the last one 1. An item that the ranking does not name gets NaN.
 *
 * @param ranking - item indices below its own length, best first
 * @remarks `rankByUtility` gives the ranking back. O(N).
 */
export function utilitiesOfRanking(ranking: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const utilities = new Float64Array(ranking.length).fill(NaN);
  for (let rank = 0; rank < ranking.length; rank++) utilities[ranking[rank]] = ranking.length - rank;
  return utilities;
}
