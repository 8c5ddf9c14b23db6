import type { Estimate } from '@goldpan/core';

/** Two systems by their places in `estimate.systems`. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** All pairs a < b, row by row. */
export function allPairs(systems: number): Pair[] {
  return Array.from({ length: systems }, (_, a) =>
    Array.from({ length: systems - a - 1 }, (_, i) => ({ a, b: a + 1 + i })),
  ).flat();
}

/** Variances of a difference below this share of the two variances are rounding: the two share every error. */
const ROUNDING = 1e-12;

/** Var(θ̂_a − θ̂_b) = V_aa + V_bb − 2 V_ab; exactly 0 for systems that share every error. */
export function pairVariance(covariance: Float64Array, systems: number, { a, b }: Pair): number {
  const own = covariance[a * systems + a] + covariance[b * systems + b];
  const variance = own - 2 * covariance[a * systems + b];
  return variance > ROUNDING * own ? variance : 0;
}

/** θ_a − θ_b of the given values; exactly 0 where they differ by rounding alone. */
export function pairDifference(values: Float64Array, { a, b }: Pair): number {
  const difference = values[a] - values[b];
  return Math.abs(difference) > ROUNDING * Math.max(Math.abs(values[a]), Math.abs(values[b]))
    ? difference
    : 0;
}

/** Degrees of freedom of the difference of a pair: the fewer of those of the two systems. */
export function pairDegrees(
  { systemDegreesOfFreedom: own }: Pick<Estimate, 'systemDegreesOfFreedom'>,
  { a, b }: Pair,
): number {
  return Math.min(own[a], own[b]);
}

/** Standard error of θ̂_a − θ̂_b. */
export function pairError(estimate: Pick<Estimate, 'covariance' | 'systems'>, pair: Pair): number {
  return Math.sqrt(pairVariance(estimate.covariance, estimate.systems.length, pair));
}
