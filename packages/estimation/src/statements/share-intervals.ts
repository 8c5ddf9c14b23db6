import type { Estimate, JudgedData } from '@goldpan/core';

/** Least share of scores that are 0 or 1, for scores that are right or wrong with some partial credit. */
const LEAST_SHARE = 0.5;
/** Nearer to 0 or 1 is rounding. */
const ROUNDING = 1e-12;

/**
 * Whether judgements are shares of successes: all in [0, 1], both ends taken, and at least half of them 0 or 1. O(N·S).
 */
export function areShares({ judgements }: Pick<JudgedData, 'judgements'>): boolean {
  let [count, zeros, ones] = [0, 0, 0];
  for (const value of judgements.values) {
    if (value < 0 || value > 1) return false;
    if (value >= 0) count++;
    if (value === 0) zeros++;
    if (value === 1) ones++;
  }
  return zeros > 0 && ones > 0 && zeros + ones >= LEAST_SHARE * count;
}

/**
 * Intervals of means of 0/1 scores, inside [0, 1]: Wilson's score interval, with as many trials as the estimates are worth. The errors of
 * all systems together say how many that is, beside the variance p(1 − p) of single scores: a system that was always right in the
 * sample has no variance of its own, and still an interval. O(S).
 *
 * @param reach - in standard errors, shape (systems)
 * @remarks E. B. Wilson, JASA 22 (1927); the effective sample size is that of surveys (E. L. Korn and B. I. Graubard, Survey
 * Methodology 24, 1998), pooled over systems.
 */
export function shareIntervals(
  estimate: Estimate,
  reach: Float64Array,
): { readonly low: Float64Array; readonly high: Float64Array } {
  const { values, counts } = estimate;
  const factor = varianceFactor(estimate);
  const ends = (side: -1 | 1) =>
    values.map((value, s) => {
      const share = onScale(value);
      if (share === (side + 1) / 2) return share;
      const part = (reach[s] ** 2 * factor) / counts[s];
      const centre = share + part / 2;
      const wide = Math.sqrt(part * (share * (1 - share) + part / 4));
      return Math.min(1, Math.max(0, (centre + side * wide) / (1 + part)));
    });
  return { low: ends(-1), high: ends(1) };
}

function onScale(value: number): number {
  if (value < ROUNDING) return 0;
  return value > 1 - ROUNDING ? 1 : value;
}

/** Variance of the estimates over that of as many independent scores: below 1 where metrics help or many items are judged. */
function varianceFactor({ values, covariance, counts, population, judged, items }: Estimate): number {
  let [found, single] = [0, 0];
  values.forEach((value, s) => {
    const share = onScale(value);
    found += covariance[s * (values.length + 1)];
    single += (share * (1 - share)) / counts[s];
  });
  if (single > 0) return found / single;
  return population === 'all' ? 1 - judged.length / items : 1;
}
