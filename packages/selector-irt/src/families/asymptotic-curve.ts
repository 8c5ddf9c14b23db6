import { logistic } from '../kernels/logistic.js';
import type { Coordinate } from './family.js';

/**
 * The curve of one item with asymptotes: `μ(θ) = c + s p` with `p = logistic(e^α θ + d)`, the lower asymptote
 * `c = logistic(γ)` and the span `s = (1 − c) logistic(φ)`. The upper asymptote, `c + s`, is the feasibility: the most
 * that even the best system can expect. The two never cross. Without γ, c = 0; without φ, s = 1 − c.
 */
export interface ItemCurve {
  /** e^α */
  readonly slope: number;
  /** d */
  readonly intercept: number;
  /** c */
  readonly lower: number;
  /** s */
  readonly span: number;
}

/** The curves that items with these coordinates can have. */
export interface CurveShape {
  /** The curve of the item at a point. */
  at(point: Float64Array): ItemCurve;
  /** Writes the derivatives of μ by the item's coordinates, where `p` is reached at an ability; that by d is at 1. */
  slopes(
    curve: ItemCurve,
    at: { readonly ability: number; readonly p: number },
    gradient: Float64Array,
  ): void;
}

/** Which asymptotes there are is said by the coordinates; the first two must be the log slope and the intercept. */
export function curveShape(coordinates: readonly Coordinate[]): CurveShape {
  const guessing = coordinates.indexOf('logit-guessing');
  const share = coordinates.indexOf('logit-span');
  return {
    at(point) {
      const lower = guessing < 0 ? 0 : logistic(point[guessing]);
      const span = (1 - lower) * (share < 0 ? 1 : logistic(point[share]));
      return { slope: Math.exp(point[0]), intercept: point[1], lower, span };
    },
    slopes({ slope, lower, span }, { ability, p }, gradient) {
      gradient[1] = span * p * (1 - p);
      gradient[0] = gradient[1] * slope * ability;
      if (guessing >= 0) gradient[guessing] = lower * (1 - lower - span * p);
      if (share >= 0) gradient[share] = (1 - span / (1 - lower)) * span * p;
    },
  };
}

/** The share of the span that is reached at an ability. */
export function shareAt({ slope, intercept }: ItemCurve, ability: number): number {
  return 1 / (1 + Math.exp(-(slope * ability + intercept)));
}
