import { mean } from '@goldpan/stats';
import type { Goal } from './goal.js';
import type { PlanOutcome } from './job.js';
import { fixedTarget, neededShare, type Target } from './needed-share.js';

/** What outcomes have in common. */
interface Following {
  /** Ascending; the last is 1. */
  readonly shares: readonly number[];
  readonly goal: Goal;
}

/** A share of the items counts as at most this, so that its odds are finite. */
const LARGEST = 0.99;

/**
 * What a selector would reach in test sets larger than the pilot. Copies of an item, which such test sets have, are picked
 * together, so it is not run on them: how it compares with random selection on half-samples of the pilot is carried over
 * to the larger test sets. If it needs a share s of the pilot where random selection on average needs t, and
 * random selection needs T of the larger test sets, it is taken to need the S with odds S/(1 − S) = T/(1 − T) · (s/(1 − s))/(t/(1 − t)):
 * k of n items miss the mean of all with a variance in proportion to 1/k − 1/n, the inverse odds.
 *
 * @param pilot - outcomes on half-samples of the pilot
 * @param larger - as many outcomes on larger test sets, of which only those of random selection are used
 * @returns the outcomes on the larger test sets, with the curve of the selector as it is carried over. O(outcomes · shares)
 */
export function carriedOver(
  pilot: readonly PlanOutcome[],
  larger: readonly PlanOutcome[],
  { shares, goal }: Following,
): PlanOutcome[] {
  const there = odds(crossing(meanCurve(pilot), shares, meanTarget(pilot, goal)));
  const base = meanCurve(larger);
  return larger.map((outcome, r) => {
    const { selector, target } = pilot[r];
    const reached = { value: target ?? NaN, higherIsBetter: goal.higherIsBetter };
    const known = selector.curve.map((value) => value ?? NaN);
    const worth = odds(crossing(known, shares, reached)) / there;
    const curve = shares.map((share) => valueAt(base, shares, shareOf(odds(share) / worth)));
    // All items are all items, whoever picks.
    curve[shares.length - 1] = base[shares.length - 1];
    return { ...outcome, selector: { curve } };
  });
}

function meanCurve(outcomes: readonly PlanOutcome[]): number[] {
  return outcomes[0].random.curve.map((_, k) => meanOfKnown(outcomes.map(({ random }) => random.curve[k])));
}

function meanTarget(outcomes: readonly PlanOutcome[], goal: Goal): Target {
  const value = meanOfKnown(outcomes.map(({ target }) => target));
  return fixedTarget(goal) ?? { value, higherIsBetter: goal.higherIsBetter };
}

function meanOfKnown(values: readonly (number | null)[]): number {
  return mean(values.filter((value) => value !== null));
}

/** Where a curve comes to reach a target for good, between two shares if it must be. */
function crossing(curve: readonly number[], shares: readonly number[], target: Target): number {
  const needed = neededShare(curve, shares, target) ?? 1;
  const k = shares.indexOf(needed);
  const rise = k > 0 ? (target.value - curve[k - 1]) / (curve[k] - curve[k - 1]) : NaN;
  return rise > 0 && rise < 1 ? shares[k - 1] + rise * (needed - shares[k - 1]) : needed;
}

/** A curve between its shares; before the first one it is as there. */
function valueAt(curve: readonly number[], shares: readonly number[], share: number): number {
  const k = shares.findIndex((one) => one >= share);
  if (k <= 0) return k === 0 ? curve[0] : curve[curve.length - 1];
  const part = (share - shares[k - 1]) / (shares[k] - shares[k - 1]);
  return curve[k - 1] + part * (curve[k] - curve[k - 1]);
}

function odds(share: number): number {
  const kept = Math.min(share, LARGEST);
  return kept / (1 - kept);
}

function shareOf(value: number): number {
  return value / (1 + value);
}
