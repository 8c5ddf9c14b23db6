/** Numbers beyond these have squares that are not numbers any more, or nothing. */
const HUGE = 1e100;
const TINY = 1e-100;

/** Scores of a size whose squares can be summed: as they are, or as shares of the largest where that is huge or tiny. O(cells). */
export function tamed(scores: Float64Array): Float64Array {
  let largest = 0;
  for (const score of scores) largest = Math.max(largest, Math.abs(score));
  if (largest === 0 || (largest >= TINY && largest <= HUGE)) return scores;
  return scores.map((score) => score / largest);
}
