/**
 * The mean of the scores that are there.
 *
 * @param scores - NaN = missing
 * @returns NaN where none is there
 * @remarks Added up from the first to the last. O(n) time, no allocation.
 */
export function presentMean(scores: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at];
    if (score !== score) continue;
    sum += score;
    count++;
  }
  return sum / count;
}
