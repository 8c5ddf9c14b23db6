/**
 * A coefficient as a function of how often each unit counts, such as in a replicate of a bootstrap. NaN where it is not defined.
 * What does not depend on the weights is computed once, before.
 */
export type Reweighted = (weights: ArrayLike<number>) => number;

/** What rounding leaves of nothing, as a share of what it is left of. */
const ROUNDING = 1e-12;

/** top/bottom; NaN where nothing varies: where `bottom` is nothing beside `size`, a bound of its parts. */
export function ratioOrNaN(top: number, bottom: number, size = 0): number {
  return bottom > ROUNDING * size ? top / bottom : NaN;
}

/** Values around the first of them, so that sums of squares lose nothing to an offset, and equal values are exactly 0; and the largest square. */
export function centred(values: Float64Array): { own: Float64Array; size: number } {
  const own = values.map((value) => value - values[0]);
  return { own, size: own.reduce((most, value) => Math.max(most, value * value), 0) };
}
