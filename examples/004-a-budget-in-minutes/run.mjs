// Spends 200 minutes of judging on items of different length.
import { fileURLToPath } from 'node:url';
import { defineCostModel, runCostModel, runSelector, z } from '@goldpan/core';
import { readItems } from '@goldpan/formats';
import { metricVariance } from '@goldpan/selector-variance';

const { dataset } = await readItems(fileURLToPath(new URL('../data/biomqm_de-en.jsonl', import.meta.url)));

/** Minutes to judge the outputs of all systems: half a minute each, and the time to read the source once. */
const judging = defineCostModel({
  name: 'judging-minutes',
  summary: 'Half a minute per output, and reading the source at a given speed.',
  options: z.object({ speed: z.number().positive().default(150).describe('words read in a minute') }),
  costs: ({ ids, sources, systems }, { speed }) => ({
    values: Float64Array.from(ids, (_, item) => {
      const words = (sources?.[item] ?? '').split(/\s+/u).filter((word) => word !== '').length;
      return 0.5 * systems.length + words / speed;
    }),
    unit: 'minutes',
  }),
});

const { values: costs, unit } = runCostModel(judging, dataset);
const total = (items) => items.reduce((sum, item) => sum + costs[item], 0);

for (const minutes of [200, 400]) {
  const { chosen } = await runSelector(metricVariance, dataset, {
    options: { metric: 'chrF' },
    budget: { cost: minutes },
    costs,
  });
  console.log(`${minutes} ${unit} buy ${chosen.length} items that take ${total(chosen).toFixed(1)}`);
}
console.log(`all ${dataset.size} items take ${total(dataset.ids.map((_, item) => item)).toFixed(0)} ${unit}`);
