import type { Dataset, Warning } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { alikePValue, neighbourProducts } from './alike-p-value.js';

/**
 * Warns when neighbouring items score alike, as items of one document do: then items are not independent, and simulations draw
 * whole documents.
 *
 * @remarks As `alikeNeighbours`.
 */
export function orderMatters(dataset: Dataset, metric: string, seed: number): Warning | undefined {
  const alike = alikeNeighbours(dataset, metric, seed);
  if (alike === undefined) return undefined;
  const advice = dataset.documents
    ? 'plan and compare draw whole documents'
    : 'intervals of plan and compare may be too narrow; add "doc" to the items';
  return { code: 'ORDER_MATTERS', text: `${alike}: ${advice}.` };
}

/**
 * Says in words that neighbouring items score alike; undefined where that may be chance.
 *
 * @param metric - the score column to look at; missing cells are left out
 * @remarks Lag-1 autocorrelation of the mean scores of items, one-sided permutation test with 999 seeded orders, above 20,000 items
 * by the normal distribution that such a test comes to (`alikePValue`). O(N·S + 999 · min(N, 20,000)).
 */
export function alikeNeighbours(dataset: Dataset, metric: string, seed: number): string | undefined {
  const means = itemMeans(dataset, metric);
  if (means.length < 20) return undefined;
  const centre = mean(means);
  const centred = means.map((value) => value - centre);
  const p = alikePValue(centred, { seed });
  if (p > 0.01) return undefined;
  const correlation = neighbourProducts(centred) / centred.reduce((sum, value) => sum + value * value, 0);
  return `Neighbouring items score alike on ${metric} (correlation ${correlation.toFixed(2)}, p = ${p.toFixed(3)})`;
}

function itemMeans(dataset: Dataset, metric: string): Float64Array {
  const { items, systems, values } = dataset.scores(metric);
  const means = Float64Array.from({ length: items }, (_, item) => {
    const whole = mean(values, { offset: item * systems, length: systems });
    if (!Number.isNaN(whole)) return whole;
    const scores = values
      .subarray(item * systems, (item + 1) * systems)
      .filter((score) => !Number.isNaN(score));
    return scores.length === 0 ? NaN : mean(scores);
  });
  return means.filter((value) => !Number.isNaN(value));
}
