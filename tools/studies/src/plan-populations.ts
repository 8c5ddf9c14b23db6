// How right is `goldpan plan` on judgements of many kinds, and for a test set that is larger than the pilot? The size that a fresh
// test set needs is known from many fresh ones; how many of them fall into the 90 % interval that the plan makes from one pilot?
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/plan-populations.ts [--sets 30] [--fresh 200] [--pilot 200] [--items 200]
import { parseArgs } from 'node:util';
import { runSelector, type Dataset } from '@goldpan/core';
import { curves, fullData, randomRanking } from '@goldpan/evaluation';
import { itemsAt, neededShare, parseGoal, simulatePlan, type Resampling } from '@goldpan/simulation';
import { mean, stepQuantileSorted } from '@goldpan/stats';
import { planPopulations, type JudgedPopulation } from './estimation-populations.js';
import { judgedDataset } from './judged-dataset.js';
import { registry } from './registry.js';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: '30' },
    fresh: { type: 'string', default: '200' },
    pilot: { type: 'string', default: '200' },
    items: { type: 'string', default: '200' },
    populations: { type: 'string', default: 'zero-inflated,mqm,binary,skewed,documents' },
    goal: { type: 'string', default: 'spa=0.9' },
    methods: { type: 'string', default: 'subsample' },
  },
});
const [sets, fresh, pilot, items] = [values.sets, values.fresh, values.pilot, values.items].map(Number);
const shares = Array.from({ length: 20 }, (_, k) => (k + 1) / 20);
const goal = parseGoal(values.goal);
const selector = 'metric-variance';
const options = { metric: 'metric 0' };
const PERMUTATIONS = 200;

/** Ways to draw test sets; documents are drawn where the population has them. */
const ways: readonly Omit<Resampling, 'unit'>[] =
  items > pilot
    ? [{ method: 'bootstrap', items }]
    : (['subsample', 'bootstrap'] as const)
        .filter((method) => values.methods.split(',').includes(method))
        .map((method) => ({ method }));

function datasetOf(population: JudgedPopulation, index: number, size: number): Dataset {
  return judgedDataset(population.make(index, size), { withHuman: true });
}

/** The number of items that a ranking of a whole test set needs. */
function needed(dataset: Dataset, ranking: ArrayLike<number>, seed: number): number {
  const full = fullData(dataset.scores('human'), { seed, permutations: PERMUTATIONS });
  const sizes = shares.map((share) => itemsAt(share, dataset.size));
  const curve = curves(full, ranking, { measures: [goal.measure], sizes }).values[goal.measure];
  const share = neededShare(curve, shares, { value: goal.value!, higherIsBetter: true });
  return share === null ? Infinity : itemsAt(share, dataset.size);
}

async function truthOf(population: JudgedPopulation) {
  const truth = { selector: [] as number[], random: [] as number[] };
  for (let index = 0; index < fresh; index++) {
    const dataset = datasetOf(population, 1_000_000 + index, items);
    const { ranking } = await runSelector(registry.selector(selector), dataset, { options });
    truth.selector.push(needed(dataset, ranking, index));
    truth.random.push(needed(dataset, randomRanking(items, 0, index), index));
  }
  return truth;
}

/** Intervals and medians of plans from fresh pilots. */
async function plansOf(population: JudgedPopulation, resampling: Resampling) {
  const plans = { selector: [] as Plan[], random: [] as Plan[] };
  for (let index = 0; index < sets; index++) {
    const { size, random } = await simulatePlan(
      {
        dataset: datasetOf(population, index, pilot),
        registry,
        selector,
        options,
        truth: 'human',
        goal,
        shares,
        replicates: 100,
        permutations: PERMUTATIONS,
        resampling,
        seed: index,
      },
      { workers: 0 },
    );
    plans.selector.push(size);
    plans.random.push(random);
  }
  return plans;
}

type Plan = Awaited<ReturnType<typeof simulatePlan>>['size'];

/** Sizes come in steps, and may be infinite. */
function median(numbers: readonly number[]): number {
  return stepQuantileSorted(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
}

/** The share of fresh test sets inside the interval of a plan, over all plans. */
function insideShare(plans: readonly Plan[], truth: readonly number[]): number {
  const inside = plans.map(
    ({ low, high }) =>
      truth.filter((size) => size >= (low ?? Infinity) && size <= (high ?? Infinity)).length / truth.length,
  );
  return mean(inside);
}

console.log(
  '| population | goal | pilot | items | selection | drawn | inside the interval | true median | median of the medians |',
);
console.log('| --- | --- | ---: | ---: | --- | --- | ---: | ---: | ---: |');
for (const population of planPopulations.filter(({ name }) => values.populations.split(',').includes(name))) {
  const truth = await truthOf(population);
  const units = population.byDocument ? (['items', 'documents'] as const) : (['items'] as const);
  for (const unit of units) {
    for (const way of ways) {
      const plans = await plansOf(population, { unit, ...way });
      for (const name of ['selector', 'random'] as const) {
        const share = `${(100 * insideShare(plans[name], truth[name])).toFixed(0)} %`;
        const medians = median(plans[name].map((plan) => plan.median ?? Infinity));
        console.log(
          `| ${population.name} | ${goal.text} | ${pilot} | ${items} | ${name === 'selector' ? selector : name} | ${unit}, ${way.method} | ${share} | ${median(truth[name])} | ${medians} |`,
        );
      }
    }
  }
}
