import { fullData, parity, parityBaseline, randomRanking, type FullData } from '@goldpan/evaluation';
import { choiceCurve, defined, meanOf } from './compare-replicator.js';
import type { CompareSettings } from './compare-settings.js';
import type { Comparison } from './comparison.js';
import { itemsAt } from './items-at.js';
import type { Arena, Choice } from './job.js';
import { rankingCurve } from './ranking-curve.js';
import { relativeCost } from './relative-cost.js';

/** The values on the data itself: means over the arenas in which a contestant takes part. */
export function estimateGains(arenas: readonly Arena[], contestants: number, settings: CompareSettings) {
  const { shares, seed, measure, permutations, costs } = settings;
  const orders = Math.max(10, Math.ceil(settings.randomOrders / arenas.length));
  const sums = Array.from({ length: contestants }, () => ({
    arenas: 0,
    curve: new Float64Array(shares.length),
    gain: 0,
    cost: 0,
  }));
  const random: Float64Array[] = [];
  let parities: (number | null)[] = Array.from({ length: contestants }, () => null);
  arenas.forEach(({ truth, choices }, a) => {
    const full = fullData(truth, { seed, permutations });
    const items = Uint32Array.from({ length: truth.items }, (_, item) => item);
    const orderCurves = Array.from({ length: orders }, (_, order) =>
      defined(rankingCurve({ full, measure, shares }, randomRanking(truth.items, seed, a * orders + order))),
    );
    random.push(...orderCurves);
    const randomMean = orderCurves.reduce((sum, curve) => sum + meanOf(curve), 0) / orders;
    choices.forEach((choice, c) => {
      if (choice === null) return;
      const curve = choiceCurve({ full, items, shares, measure }, choice);
      sums[c].arenas++;
      curve.forEach((value, k) => (sums[c].curve[k] += value));
      sums[c].gain += meanOf(curve) - randomMean;
      if (costs) sums[c].cost += relativeCost(choice, costs, shares);
    });
    // Parity takes whole curves: it is worked out where there is one truth and one group of systems.
    if (arenas.length === 1) parities = paritiesOf(full, choices, settings);
  });
  return {
    curves: sums.map(({ arenas, curve }) => curve.map((value) => value / arenas)),
    gains: sums.map(({ arenas, gain }) => gain / arenas),
    costs: sums.map(({ arenas, cost }) => (costs ? cost / arenas : null)),
    parities,
    random: randomResult(random, settings),
  };
}

/** Fewer items than this are too few for whole curves. */
const PARITY_ITEMS = 20;

function paritiesOf(full: FullData, choices: readonly (Choice | null)[], { measure, seed }: CompareSettings) {
  if (full.size < PARITY_ITEMS || full.size > 5000) return choices.map(() => null);
  const baseline = parityBaseline(full, { measure, seed });
  return choices.map((choice) => {
    if (choice === null || !('places' in choice)) return null;
    const ranking = new Uint32Array(full.size);
    choice.places.forEach((place, item) => (ranking[place] = item));
    const { ratio, neverReached } = parity(full, ranking, baseline);
    return neverReached > 0 ? null : ratio / baseline.norm;
  });
}

function randomResult(
  curves: readonly Float64Array[],
  { shares, dataset }: CompareSettings,
): Comparison['random'] {
  const curve = shares.map((share, k) => {
    const values = Float64Array.from(curves, (curve) => curve[k]).sort();
    const at = (p: number) => values[Math.round(p * (values.length - 1))];
    return { size: itemsAt(share, dataset.size), value: meanOf(values), low: at(0.05), high: at(0.95) };
  });
  return { curve, mean: meanOf(Float64Array.from(curve, ({ value }) => value)), orders: curves.length };
}
