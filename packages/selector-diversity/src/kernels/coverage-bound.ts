import { Coverage } from './coverage.js';

export interface CoverageBoundOptions {
  /** What the choice is worth that the bound is for. */
  readonly value: number;
  /** The allowed choice with the greatest sum of one number per candidate. */
  readonly bestSum: (gains: Float64Array) => ArrayLike<number>;
  /** The coverage before any choice, per target. */
  readonly before: Float64Array;
  /** Roughly how many steps one `bestSum` takes. */
  readonly effort: number;
}

/** An upper bound, and the prices of the targets that prove it. */
export interface CoverageBound {
  readonly bound: number;
  readonly prices: Float64Array;
}

/** Steps in all, one per affinity looked at: says how often the bound can be improved. */
const WORK = 4e8;
const MOST_ROUNDS = 200;
const LEAST_ROUNDS = 2;

/**
 * What no allowed choice of candidates can exceed in coverage. For any prices u of the targets, not below the coverage before
 * the choice, Σ u plus the best sum of Σ over targets of max(0, affinity − u) is such a bound: each target counts at most
 * its price and what chosen candidates offer above it (Cornuéjols, Fisher and Nemhauser 1977). The prices begin at the
 * coverage of the choice and are improved by subgradient steps.
 *
 * @param coverage - of the choice that the bound is for
 * @remarks O(rounds · (candidates · targets + effort)): 200 rounds at most, 2 at least, and else about 400 million steps.
 */
export function coverageBound(coverage: Coverage, options: CoverageBoundOptions): CoverageBound {
  const { value, bestSum, before, effort } = options;
  const { affinities } = coverage;
  const { candidates, targets } = affinities;
  const prices = new Coverage(affinities);
  prices.best.set(coverage.best);
  const affordable = Math.floor(WORK / (candidates * targets + effort));
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, affordable));
  let least = Infinity;
  let proof = prices.best.slice();
  let step = 1;
  for (let round = 0, idle = 0; round < rounds && least > value * (1 + 1e-9); round++) {
    const gains = prices.gains();
    const best = Array.from(bestSum(gains));
    const bound = prices.value + best.reduce((sum, candidate) => sum + gains[candidate], 0);
    if (bound < least) {
      least = bound;
      proof = prices.best.slice();
      idle = 0;
    } else idle++;
    if (idle >= 5) step /= 2;
    if (idle >= 5) idle = 0;
    if (!movePrices(prices, best, { before, length: step * (bound - value) })) break;
  }
  return { bound: Math.max(value, least), prices: proof };
}

/**
 * One subgradient step: a target that several chosen candidates offer more than its price gets dearer, one that none does
 * gets cheaper. False when there is nothing to move.
 */
function movePrices(
  { affinities: { targets, values }, best: prices }: Coverage,
  chosen: readonly number[],
  { before, length }: { before: Float64Array; length: number },
): boolean {
  const offers = new Float64Array(targets);
  for (const candidate of chosen) {
    for (let target = 0; target < targets; target++) {
      if (values[candidate * targets + target] > prices[target]) offers[target]++;
    }
  }
  const squares = offers.reduce((sum, offer) => sum + (offer - 1) ** 2, 0);
  if (squares === 0) return false;
  for (let target = 0; target < targets; target++) {
    const price = prices[target] + ((offers[target] - 1) * length) / squares;
    prices[target] = Math.max(before[target], price);
  }
  return true;
}
