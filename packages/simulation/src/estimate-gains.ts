import { parity, parityBaseline, randomRanking, type FullData } from '@goldpan/evaluation';
import { mean, quantileSorted } from '@goldpan/stats';
import { choiceCurve } from './choice-curve.js';
import type { Choice } from './choice.js';
import type { CompareSettings } from './compare-settings.js';
import type { RandomResult } from './comparison.js';
import { foldData } from './fold-data.js';
import { itemsAt } from './items-at.js';
import type { Fold } from './job.js';
import { defined, meansOverFolds } from './means-over-folds.js';
import { plainShare, type Reached } from './plain-share.js';
import { relativeCost } from './relative-cost.js';

/** The values on the data itself, per contestant: means over the folds in which it takes part, at least one. */
export function estimateGains(folds: readonly Fold[], settings: CompareSettings) {
  const orders = Math.max(10, Math.ceil(settings.randomOrders / folds.length));
  const fulls = folds.map((fold) => foldData(fold, settings, settings.registry));
  const measured = folds.map((fold, f) =>
    measureFold(fulls[f], fold.choices, { ...settings, first: f * orders, orders }),
  );
  const random = randomResult(measured, settings);
  const plain = plainResult(folds, settings, orders);
  // Parity takes whole curves: it is worked out where there is one truth and one group of systems.
  const parities =
    folds.length > 1
      ? undefined
      : plain
        ? parityToPlain(fulls[0], { measured: measured[0], choices: folds[0].choices, plain }, settings)
        : paritiesOf(fulls[0], folds[0].choices, settings);
  const contestants = meansOverFolds(measured).map((means, c) => ({
    ...means!,
    cost: meanCost(
      folds.flatMap(({ choices }) => choices[c] ?? []),
      settings,
    ),
    parity: parities?.contestants[c] ?? null,
  }));
  return {
    contestants,
    random: plain ? { ...random, parity: parities?.random ?? null } : random,
    plain,
  };
}

/** What is measured beside the contestants: so many random orders from a number on. */
interface Orders {
  readonly first: number;
  readonly orders: number;
}

/** The curves of the contestants and of random orders, by their numbers. */
function measureFold(
  full: FullData,
  choices: readonly (Choice | null)[],
  { shares, seed, measure, first, orders }: Pick<CompareSettings, 'shares' | 'seed' | 'measure'> & Orders,
) {
  const curveOf = (choice: Choice) => defined(choiceCurve({ full, measure, shares }, choice));
  const randomCurves = Array.from({ length: orders }, (_, order) =>
    curveOf({ ranking: randomRanking(full.size, seed, first + order) }),
  );
  return {
    curves: choices.map((choice) => choice && curveOf(choice)),
    randomCurves,
    random: randomCurves.reduce((sum, curve) => sum + mean(curve), 0) / orders,
    randomCurve: shares.map((_, k) => mean(Float64Array.from(randomCurves, (curve) => curve[k]))),
  };
}

/** Random orders read by plain means, where all else is read by an estimator. */
function plainResult(
  folds: readonly Fold[],
  settings: CompareSettings,
  orders: number,
): RandomResult | undefined {
  if (settings.estimate === undefined) return undefined;
  const byMeans = { ...settings, estimate: undefined };
  const measured = folds.map((fold, f) =>
    measureFold(foldData(fold, byMeans, settings.registry), [], { ...settings, first: f * orders, orders }),
  );
  return randomResult(measured, settings);
}

/** Below the smallest size that is asked about: parts of it at which it is looked for what plain means reach. */
const SMALLER = [0.2, 0.4, 0.6, 0.8];
/** Random orders at these sizes: each is estimated from anew. */
const SMALLER_ORDERS = 50;

/** What each reaches against plain means of random items, and random items themselves. */
function parityToPlain(
  full: FullData,
  found: {
    measured: ReturnType<typeof measureFold>;
    choices: readonly (Choice | null)[];
    plain: RandomResult;
  },
  settings: CompareSettings,
) {
  const { measured, choices, plain } = found;
  const shares = SMALLER.map((part) => part * settings.shares[0]);
  // A set that was chosen for a budget has no beginning.
  const rankings = choices.map((choice) => (choice && 'ranking' in choice ? choice : null));
  const smaller = measureFold(full, rankings, { ...settings, shares, first: 0, orders: SMALLER_ORDERS });
  const sizes = [...shares, ...settings.shares].map((share) => itemsAt(share, full.size));
  const goal: Reached = {
    sizes: plain.curve.map(({ size }) => size),
    values: plain.curve.map(({ value }) => value),
  };
  const shareOf = (start: ArrayLike<number>, rest: ArrayLike<number>) =>
    plainShare({ sizes, values: [...Array.from(start), ...Array.from(rest)] }, goal);
  return {
    random: shareOf(smaller.randomCurve, measured.randomCurve),
    contestants: smaller.curves.map((start, c) => start && shareOf(start, measured.curves[c]!)),
  };
}

function meanCost(choices: readonly Choice[], { costs, shares }: CompareSettings): number | null {
  if (costs === undefined) return null;
  return choices.reduce((sum, choice) => sum + relativeCost(choice, costs, shares), 0) / choices.length;
}

/** Fewer items than this are too few for whole curves. */
const PARITY_ITEMS = 20;

function paritiesOf(full: FullData, choices: readonly (Choice | null)[], { measure, seed }: CompareSettings) {
  if (full.size < PARITY_ITEMS || full.size > 5000) return undefined;
  const baseline = parityBaseline(full, { measure, seed });
  const contestants = choices.map((choice) => {
    if (choice === null || !('ranking' in choice)) return null;
    const { ratio, neverReached } = parity(full, choice.ranking, baseline);
    return neverReached > 0 ? null : ratio / baseline.norm;
  });
  return { contestants, random: 1 };
}

function randomResult(
  measured: readonly { randomCurves: readonly Float64Array[] }[],
  { shares, dataset }: CompareSettings,
): RandomResult {
  const curves = measured.flatMap(({ randomCurves }) => randomCurves);
  const curve = shares.map((share, k) => {
    const values = Float64Array.from(curves, (curve) => curve[k]).sort();
    const [low, high] = [0.05, 0.95].map((p) => quantileSorted(values, p));
    return { size: itemsAt(share, dataset.size), value: mean(values), low, high };
  });
  return { curve, mean: mean(curve.map(({ value }) => value)), orders: curves.length };
}
