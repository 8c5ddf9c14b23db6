import { mean } from '@goldpan/stats';

/** What was measured in one fold. */
export interface FoldCurves {
  /** Per contestant; null = it takes no part in this fold. */
  readonly curves: readonly (Float64Array | null)[];
  /** The mean over the sizes that random selection reaches. */
  readonly random: number;
  /** What random selection reaches at each share. */
  readonly randomCurve: ArrayLike<number>;
}

/** Means over folds. */
export interface FoldMeans {
  /** The measure at each share. */
  readonly curve: readonly number[];
  /** The mean of the curve minus that of random selection. */
  readonly gain: number;
  /** At each share, the measure minus that of random selection. */
  readonly gains: readonly number[];
}

/** Per contestant, the means over the folds it takes part in; null where it takes part in none. O(folds · contestants · shares). */
export function meansOverFolds(folds: readonly FoldCurves[]): (FoldMeans | null)[] {
  return folds[0].curves.map((_, contestant) => {
    const parts = folds.flatMap(({ curves, random, randomCurve }) => {
      const curve = curves[contestant];
      return curve === null ? [] : [{ curve, randomCurve, gain: mean(curve) - random }];
    });
    if (parts.length === 0) return null;
    const meanOf = (value: (part: (typeof parts)[number]) => number) =>
      parts.reduce((sum, part) => sum + value(part), 0) / parts.length;
    return {
      curve: Array.from(parts[0].curve, (_value, k) => meanOf(({ curve }) => curve[k])),
      gain: meanOf(({ gain }) => gain),
      gains: Array.from(parts[0].curve, (_value, k) =>
        meanOf(({ curve, randomCurve }) => curve[k] - randomCurve[k]),
      ),
    };
  });
}

/** A measure that is not defined, such as Kendall's tau of constant means, tells nothing: it counts as 0. */
export function defined(curve: Float64Array): Float64Array {
  return curve.map((value) => (Number.isNaN(value) ? 0 : value));
}
