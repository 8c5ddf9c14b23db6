// How honest is `goldpan plan`? The size that a fresh test set needs is known from many fresh ones; how many of them fall into
// the 90 % interval that the simulation makes from one test set, and where is its median beside theirs?
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/plan-coverage.ts [--sets 30] [--fresh 300]
import { parseArgs } from 'node:util';
import { runSelector, type Dataset } from '@goldpan/core';
import { curves, fullData, randomRanking, resolveMeasure } from '@goldpan/evaluation';
import { itemsAt, neededShare, parseGoal, simulatePlan, type Goal } from '@goldpan/simulation';
import { stepQuantileSorted } from '@goldpan/stats';
import { testSet, type Population } from './population.js';
import { registry } from './registry.js';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: '30' },
    fresh: { type: 'string', default: '300' },
    replicates: { type: 'string', default: '200' },
    methods: { type: 'string', default: 'bootstrap,subsample' },
  },
});
const [sets, fresh] = [Number(values.sets), Number(values.fresh)];

const populations: readonly (Population & { title: string })[] = [
  { title: 'weak signal', systems: 6, agreement: 0.4, spread: 0.5 },
  { title: 'strong signal', systems: 6, agreement: 0.9, spread: 0.5 },
  { title: 'strong signal, items alike', systems: 9, agreement: 0.9, spread: 0.1 },
];
const goals = ['spa=0.9', 'kendall=0.8', 'same-best'].map((text) => parseGoal(text));
const methods = (['bootstrap', 'subsample'] as const).filter((method) =>
  values.methods.split(',').includes(method),
);
const shares = Array.from({ length: 20 }, (_, k) => (k + 1) / 20);
const selector = 'metric-variance';
const options = { metric: 'informative' };
const ITEMS = 200;

/** The share that a ranking of the whole test set needs. */
function needed(dataset: Dataset, ranking: ArrayLike<number>, goal: Goal, seed: number): number {
  const { name } = resolveMeasure(goal.measure);
  const full = fullData(dataset.scores('human'), { seed, permutations: 300 });
  const sizes = shares.map((share) => itemsAt(share, dataset.size));
  const curve = curves(full, ranking, { measures: [name], sizes }).values[name];
  return neededShare(curve, shares, { value: goal.value!, higherIsBetter: true }) ?? Infinity;
}

/** Sizes come in steps, and may be infinite. */
function median(sorted: readonly number[]): number {
  return stepQuantileSorted(sorted, 0.5);
}

console.log(
  '| population | goal | selection | resampling | fresh sets inside the interval | true median | median of the medians |',
);
console.log('| --- | --- | --- | --- | ---: | ---: | ---: |');
for (const population of populations) {
  for (const goal of goals) {
    const truth = { selector: [] as number[], random: [] as number[] };
    for (let index = 0; index < fresh; index++) {
      const dataset = testSet(population, ITEMS, 1_000_000 + index);
      const { ranking } = await runSelector(registry.selector(selector), dataset, { options });
      truth.selector.push(needed(dataset, ranking, goal, index));
      truth.random.push(needed(dataset, randomRanking(ITEMS, 0, index), goal, index));
    }
    truth.selector.sort((a, b) => a - b);
    truth.random.sort((a, b) => a - b);
    for (const method of methods) {
      const found = {
        selector: { inside: 0, medians: [] as number[] },
        random: { inside: 0, medians: [] as number[] },
      };
      for (let index = 0; index < sets; index++) {
        const plan = await simulatePlan(
          {
            dataset: testSet(population, ITEMS, index),
            registry,
            selector,
            options,
            truth: 'human',
            goal,
            shares,
            replicates: Number(values.replicates),
            permutations: 300,
            resampling: { unit: 'items', method },
            seed: index,
          },
          { workers: 0 },
        );
        for (const [name, size] of [
          ['selector', plan.size],
          ['random', plan.random],
        ] as const) {
          const low = size.low ?? Infinity;
          const high = size.high ?? Infinity;
          const inside = truth[name].filter((share) => share * ITEMS >= low && share * ITEMS <= high).length;
          found[name].inside += inside / fresh / sets;
          found[name].medians.push(size.median ?? Infinity);
        }
      }
      for (const name of ['selector', 'random'] as const) {
        const medians = found[name].medians.sort((a, b) => a - b);
        const title = name === 'selector' ? selector : name;
        console.log(
          `| ${population.title} | ${goal.text} | ${title} | ${method} | ${(100 * found[name].inside).toFixed(0)} % | ${Math.round(median(truth[name]) * ITEMS)} | ${median(medians)} |`,
        );
      }
    }
  }
}
