// Does weighing utility against cost help when all ways of picking get the same money? Soft pairwise accuracy of what
// random selection, selection by utility and cost-aware selection buy, on data with real annotation times. Intervals are
// 1.96 standard errors by the delete-half jackknife: everything is done again on random halves of the items. (Bootstrap
// samples would have items twice, of which a subset can hold one and be measured against the other.)
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/costs-equal-money.ts FOLDER [--halves 400]
// FOLDER holds the data sets named below as NAME.jsonl. Prints Markdown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseWithin } from '@goldpan/budget';
import {
  datasetFromItems,
  runCostModel,
  runSelector,
  spend,
  stream,
  takeItems,
  type Dataset,
  type ItemCosts,
} from '@goldpan/core';
import { field } from '@goldpan/costs';
import { evaluateSubset, fullData, randomRanking, replicate } from '@goldpan/evaluation';
import { metricAverage, metricVariance } from '@goldpan/selector-variance';
import { mean, sampleStandardDeviation } from '@goldpan/stats';

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5];
const RANDOM_RANKINGS = 20;
const cases = [
  { name: 'wmt24_en-cs_esa', metric: 'consensus-chrF', selector: metricVariance },
  { name: 'wmt24_en-cs_esa', metric: 'consensus-chrF', selector: metricAverage },
  { name: 'wmt24_en-cs_esa', metric: 'chrF', selector: metricVariance },
  { name: 'wmt23_en-de_esa', metric: 'MetricX-23-QE', selector: metricVariance },
  { name: 'wmt23_en-de_esa', metric: 'MetricX-23-QE', selector: metricAverage },
  { name: 'wmt23_en-de_esa', metric: 'CometKiwi', selector: metricVariance },
];

const { values, positionals } = parseArgs({
  options: { halves: { type: 'string', default: '400' } },
  allowPositionals: true,
});

/** What a sum of money buys: the mean accuracy over the budgets, and how many items. */
interface Bought {
  readonly spa: number;
  readonly items: number;
}

type Way = (budget: number) => Promise<Uint32Array[]>;

/** The ways of picking from some data with utilities and costs; random selection several times. */
function ways(
  dataset: Dataset,
  costs: ItemCosts,
  { utilities, seed }: { utilities: Float64Array; seed: number },
) {
  const byUtility = Uint32Array.from(utilities.keys()).sort((a, b) => utilities[b] - utilities[a] || a - b);
  const byCost = Uint32Array.from(utilities.keys()).sort(
    (a, b) => costs.values[a] - costs.values[b] || a - b,
  );
  const rankings = Array.from({ length: RANDOM_RANKINGS }, (_, r) => randomRanking(dataset.size, seed, r));
  const costAware =
    (scale: 'rescaled' | 'ranks'): Way =>
    async (cost) => [
      (await chooseWithin(dataset, { utilities }, { costs, values: scale, budget: { cost } })).chosen,
    ];
  return {
    random: async (cost: number) => rankings.map((ranking) => spend(ranking, { cost }, costs.values)),
    'by utility': async (cost: number) => [spend(byUtility, { cost }, costs.values)],
    'cheapest first': async (cost: number) => [spend(byCost, { cost }, costs.values)],
    'cost-aware': costAware('rescaled'),
    'cost-aware, ranks': costAware('ranks'),
  } satisfies Record<string, Way>;
}

type Result = Record<keyof ReturnType<typeof ways>, Bought>;

async function buy(
  full: Parameters<typeof evaluateSubset>[0],
  picks: ReturnType<typeof ways>,
  total: number,
) {
  const bought: [string, Bought][] = [];
  for (const [name, way] of Object.entries(picks)) {
    const spas: number[] = [];
    const sizes: number[] = [];
    for (const share of SHARES) {
      for (const subset of await way(total * share)) {
        spas.push(evaluateSubset(full, subset, ['spa']).values.spa);
        sizes.push(subset.length);
      }
    }
    bought.push([name, { spa: mean(spas), items: mean(sizes) }]);
  }
  return Object.fromEntries(bought) as Result;
}

async function study({ name, metric, selector }: (typeof cases)[number]) {
  const lines = readFileSync(join(positionals[0], `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  const dataset = datasetFromItems(lines.map((line) => JSON.parse(line)));
  const costs = runCostModel(field, dataset, { unit: 'seconds' });
  const { utilities } = await runSelector(selector, dataset, { options: { metric } });
  const full = fullData(dataset.scores('human'));
  const run = (items: Uint32Array, seed: number) => {
    const taken = takeItems(dataset, items);
    const own = { values: Float64Array.from(items, (item) => costs.values[item]), unit: costs.unit };
    const picks = ways(taken, own, { utilities: Float64Array.from(items, (item) => utilities![item]), seed });
    const total = own.values.reduce((sum, cost) => sum + cost, 0);
    return buy(replicate(full, items), picks, total);
  };
  const point = await run(Uint32Array.from(dataset.ids.keys()), 0);
  const halves: Result[] = [];
  for (let half = 1; half <= Number(values.halves); half++) {
    const items = stream(0, 'costs-equal-money', half).shuffle(Uint32Array.from(dataset.ids.keys()));
    halves.push(await run(items.slice(0, dataset.size >> 1).sort(), half));
  }
  const difference = (a: keyof Result, b: keyof Result) => {
    const gain = (result: Result) => 100 * (result[a].spa - result[b].spa);
    return `${gain(point).toFixed(1)} ± ${(1.96 * sampleStandardDeviation(halves.map(gain))).toFixed(1)}`;
  };
  const columns = [
    `${name}, ${selector.name} of ${metric}`,
    ...Object.values(point).map(({ spa, items }) => `${(100 * spa).toFixed(1)} (${items.toFixed(0)})`),
    difference('cost-aware', 'by utility'),
    difference('cost-aware', 'random'),
    difference('cost-aware', 'cheapest first'),
    difference('by utility', 'random'),
  ];
  console.log(`| ${columns.join(' | ')} |`);
}

const header = [
  'utilities',
  ...['random', 'by utility', 'cheapest first', 'cost-aware', 'cost-aware, ranks'],
  ...['cost-aware − by utility', 'cost-aware − random', 'cost-aware − cheapest', 'by utility − random'],
];
console.log(`| ${header.join(' | ')} |\n| --- ${'| ---: '.repeat(header.length - 1)}|`);
for (const one of cases) await study(one);
