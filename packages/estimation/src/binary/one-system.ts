import { normalQuantile } from '@goldpan/stats';
import { invalidArgument } from '../errors.js';
import { requireShare } from '../require-share.js';
import type { Range } from '../statements/differences.js';
import { betaQuantile } from './beta-distribution.js';

/**
 * The share of successes of one system from 0/1 scores: the interval of the Beta(1, 1) posterior, equal tails. Holds at few
 * judgements, where mean ± 1.96 standard errors is too sure. O(1).
 *
 * @param successes - whole, from 0 to trials
 * @param trials - whole, at least 1
 * @throws INVALID_ARGUMENT
 * @remarks S. Bowyer, L. Aitchison and D. R. Ivanova, ICML 2025.
 */
export function betaInterval(successes: number, trials: number, level = 0.95): Range {
  requireCounts(successes, trials);
  requireShare('the level of an interval', level);
  const [alpha, beta] = [1 + successes, 1 + trials - successes];
  return {
    low: betaQuantile((1 - level) / 2, alpha, beta),
    high: betaQuantile((1 + level) / 2, alpha, beta),
  };
}

/**
 * Wilson's score interval for the share of successes, the frequentist twin of `betaInterval`. O(1).
 *
 * @throws INVALID_ARGUMENT
 * @remarks E. B. Wilson, JASA 22 (1927), without continuity correction; as `scipy.stats.binomtest(…).proportion_ci(method="wilson")`.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Range {
  requireCounts(successes, trials);
  requireShare('the level of an interval', level);
  const z = normalQuantile((1 + level) / 2);
  const share = successes / trials;
  const centre = share + z ** 2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 1 + z ** 2 / trials;
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) };
}

function requireCounts(successes: number, trials: number): void {
  if (!(Number.isInteger(trials) && trials >= 1))
    throw invalidArgument('the number of trials', 'whole and at least 1', trials);
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= trials))
    throw invalidArgument('the number of successes', `whole, from 0 to ${trials}`, successes);
}
