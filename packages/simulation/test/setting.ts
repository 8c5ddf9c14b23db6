import { createRegistry, datasetFromColumns, stream, type Dataset } from '@goldpan/core';
import estimation from '@goldpan/estimation';
import plugin from './fixtures/test-plugin.mjs';

/** 37 items, 5 systems: a metric that follows the human scores; documents of unequal length. */
export function pilot(items = 37, systems = 5): Dataset {
  const rng = stream(1, 'test/pilot');
  const human = Float64Array.from(
    { length: items * systems },
    (_, cell) => (cell % systems) + 6 * rng.next(),
  );
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => `item ${item}`),
    systems: Array.from({ length: systems }, (_, system) => `system ${system}`),
    metrics: ['human', 'm'],
    scores: [human, human.map((score) => score + rng.next())],
    documents: Array.from({ length: items }, (_, item) => `d${Math.floor(Math.sqrt(item))}`),
  });
}

/** 40 items of a population in which system s is better than s − 1, and a metric that knows nothing of it. */
export function drawn(set: number, { items = 40, systems = 4 } = {}): Dataset {
  const rng = stream(11, 'test/population', set);
  const cells = Array.from({ length: items * systems }, (_, cell) => cell % systems);
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `system ${system}`),
    metrics: ['human', 'noise'],
    scores: [
      Float64Array.from(cells, (system) => system / 4 + 2 * rng.next() + rng.next()),
      Float64Array.from(cells, () => rng.next()),
    ],
  });
}

export const registry = createRegistry([
  { plugin: estimation, specifier: '@goldpan/estimation' },
  { plugin, specifier: new URL('./fixtures/test-plugin.mjs', import.meta.url).href },
]);
