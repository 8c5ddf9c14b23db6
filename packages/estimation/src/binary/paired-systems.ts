import { stream } from '@goldpan/core';
import { quantileSorted } from '@goldpan/stats';
import { invalidArgument } from '../errors.js';
import { gammaDraw } from '../normal-draws.js';
import { requireShare } from '../require-share.js';
import type { Range } from '../statements/differences.js';

/** Questions by what two systems scored on them. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** The posterior of the difference of two systems' shares of successes, a less b. */
export interface PairedPosterior extends Range {
  readonly mean: number;
  readonly pBetter: number;
}

/**
 * Two systems on the same questions, 0/1 scores: the posterior of the difference from the four counts, Dirichlet(1, 1, 1, 1) prior.
 * O(draws log draws).
 *
 * @param options.level - of the interval with equal tails, in (0, 1); default 0.95
 * @throws INVALID_ARGUMENT
 */
export function pairedPosterior(
  counts: PairedCounts,
  { level = 0.95, seed = 0, draws = 20_000 }: { level?: number; seed?: number; draws?: number } = {},
): PairedPosterior {
  requireShare('the level of an interval', level);
  const { both, onlyA, onlyB, neither } = counts;
  const bad = [both, onlyA, onlyB, neither].find((count) => !(Number.isInteger(count) && count >= 0));
  if (bad !== undefined) throw invalidArgument('a count of questions', 'whole and at least 0', bad);
  const rng = stream(seed, 'estimation/paired');
  const differences = Float64Array.from({ length: draws }, () => {
    const a = gammaDraw(rng, 1 + onlyA);
    const b = gammaDraw(rng, 1 + onlyB);
    return (a - b) / (a + b + gammaDraw(rng, 2 + both + neither));
  }).sort();
  return {
    mean: (onlyA - onlyB) / (both + onlyA + onlyB + neither + 4),
    low: quantileSorted(differences, (1 - level) / 2),
    high: quantileSorted(differences, (1 + level) / 2),
    pBetter: differences.reduce((count, difference) => count + (difference > 0 ? 1 : 0), 0) / draws,
  };
}
