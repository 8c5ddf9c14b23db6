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
  for (const score of scores) {
    if (score !== score) continue;
    sum += score;
    count++;
  }
  return sum / count;
}
