import { createRegistry, datasetFromColumns, runSelector, stream, type RunOptions } from '@goldpan/core';
import plugin, { balanced, sequential } from '@goldpan/selector-sampling';
import { timed, type Bench } from './bench.js';

const registry = createRegistry([{ plugin, specifier: '@goldpan/selector-sampling' }]);

/** Random scores of some metrics; none = bare items. */
function pool(items: number, systems = 0, metrics = 0) {
  const rng = stream(0, 'bench/designs');
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `s${system}`),
    metrics: Array.from({ length: metrics }, (_, metric) => `m${metric}`),
    scores: Array.from({ length: metrics }, () =>
      Float64Array.from({ length: items * systems }, () => rng.next()),
    ),
  });
}

export const designsBenches: readonly Bench[] = [
  {
    name: 'balanced, 1,000 of 100,000 × 20 × 20 metrics',
    aim: '2 s',
    async run() {
      const data = pool(100_000, 20, 20);
      const run: RunOptions = { registry, budget: { items: 1000 } };
      return { seconds: await timed(() => runSelector(balanced, data, run)) };
    },
  },
  {
    name: 'sequential, 1,000 of 1,000,000',
    aim: '1 s',
    async run() {
      const data = pool(1_000_000);
      return { seconds: await timed(() => runSelector(sequential, data, { budget: { items: 1000 } })) };
    },
  },
];
