import { parity, parityBaseline, randomRanking, type FullData } from '@goldpan/evaluation';
import { mean, quantileSorted } from '@goldpan/stats';
import { choiceCurve } from './choice-curve.js';
import type { Choice } from './choice.js';
import type { CompareSettings } from './compare-settings.js';
import type { Comparison } from './comparison.js';
import { foldData } from './fold-data.js';
import { itemsAt } from './items-at.js';
import type { Fold } from './job.js';
import { defined, meansOverFolds } from './means-over-folds.js';
import { relativeCost } from './relative-cost.js';

/** The values on the data itself, per contestant: means over the folds in which it takes part, at least one. */
export function estimateGains(folds: readonly Fold[], settings: CompareSettings) {
  const orders = Math.max(10, Math.ceil(settings.randomOrders / folds.length));
  const measured = folds.map((fold, f) => {
    const full = foldData(fold, settings, settings.registry);
    // Parity takes whole curves: it is worked out where there is one truth, one group of systems, and nothing to estimate.
    const parities =
      folds.length === 1 && settings.estimate === undefined
        ? paritiesOf(full, fold.choices, settings)
        : undefined;
    return { ...measureFold(full, fold, { ...settings, first: f * orders, orders }), parities };
  });
  const contestants = meansOverFolds(measured).map((means, c) => ({
    ...means!,
    cost: meanCost(
      folds.flatMap(({ choices }) => choices[c] ?? []),
      settings,
    ),
    parity: measured[0].parities?.[c] ?? null,
  }));
  return { contestants, random: randomResult(measured, settings) };
}

/** The curves of the contestants and of random orders, by their numbers. */
function measureFold(
  full: FullData,
  { choices }: Fold,
  { shares, seed, measure, first, orders }: CompareSettings & { first: number; orders: number },
) {
  const curveOf = (choice: Choice) => defined(choiceCurve({ full, measure, shares }, choice));
  const randomCurves = Array.from({ length: orders }, (_, order) =>
    curveOf({ ranking: randomRanking(full.size, seed, first + order) }),
  );
  const random = randomCurves.reduce((sum, curve) => sum + mean(curve), 0) / orders;
  return { curves: choices.map((choice) => choice && curveOf(choice)), randomCurves, random };
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
  return choices.map((choice) => {
    if (choice === null || !('ranking' in choice)) return null;
    const { ratio, neverReached } = parity(full, choice.ranking, baseline);
    return neverReached > 0 ? null : ratio / baseline.norm;
  });
}

function randomResult(
  measured: readonly { randomCurves: readonly Float64Array[] }[],
  { shares, dataset }: CompareSettings,
): Comparison['random'] {
  const curves = measured.flatMap(({ randomCurves }) => randomCurves);
  const curve = shares.map((share, k) => {
    const values = Float64Array.from(curves, (curve) => curve[k]).sort();
    const [low, high] = [0.05, 0.95].map((p) => quantileSorted(values, p));
    return { size: itemsAt(share, dataset.size), value: mean(values), low, high };
  });
  return { curve, mean: mean(curve.map(({ value }) => value)), orders: curves.length };
}
