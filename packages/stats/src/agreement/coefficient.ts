/** Why a coefficient of agreement has no value. */
export type WhyUndefined =
  | 'one rater'
  | 'no unit with two ratings'
  | 'too few units that all raters rated'
  | 'no variation'
  | 'values below zero'
  | 'too many different values';

/** A coefficient of agreement, or the reason why there is none. */
export interface Coefficient {
  /** 1 = full agreement; NaN where it is not defined. */
  readonly value: number;
  /** Present where `value` is NaN. */
  readonly reason?: WhyUndefined;
}

export function undefinedBecause(reason: WhyUndefined): Coefficient {
  return { value: NaN, reason };
}

/** top/bottom, which is not defined where nothing varies. */
export function quotient(top: number, bottom: number): Coefficient {
  return bottom > 0 ? { value: top / bottom } : undefinedBecause('no variation');
}
