import type { Goal } from './goal.js';

/** What a goal asks of a curve. */
export interface Target {
  readonly value: number;
  readonly higherIsBetter: boolean;
}

/** Rounding in the last bits must not decide whether a goal is reached. */
const SLACK = 1e-12;

/**
 * The smallest share from which a goal is reached and stays reached at every larger share; null = not even at the last one.
 * O(sizes).
 *
 * @param curve - the measure at each share; NaN (not defined) does not reach any goal
 * @param shares - ascending
 */
export function neededShare(
  curve: ArrayLike<number>,
  shares: readonly number[],
  target: Target,
): number | null {
  let needed: number | null = null;
  for (let i = shares.length - 1; i >= 0 && reaches(curve[i], target); i--) needed = shares[i];
  return needed;
}

/** The target of a goal that names its value. */
export function fixedTarget({ value, higherIsBetter }: Goal): Target | undefined {
  return value === null ? undefined : { value, higherIsBetter };
}

function reaches(value: number, { value: target, higherIsBetter }: Target): boolean {
  return higherIsBetter ? value >= target - SLACK : value <= target + SLACK;
}
