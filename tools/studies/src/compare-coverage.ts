// How honest is `goldpan compare`? On synthetic test sets whose true gains are known from many fresh ones: how often do the
// intervals cover the truth, and how often is a selector recommended that does not help?
// Run: node --conditions=@goldpan/source --import tsx tools/studies/src/compare-coverage.ts [--sets 100] [--fresh 300]
import { parseArgs } from 'node:util';
import { compareSelectors, type Contestant, type Resampling } from '@goldpan/simulation';
import { testSet, type Population } from './population.js';
import { registry } from './registry.js';

const { values } = parseArgs({
  options: {
    sets: { type: 'string', default: '100' },
    fresh: { type: 'string', default: '300' },
    populations: {
      type: 'string',
      default: 'pure noise,weak signal,strong signal,strong signal, items alike,noise by documents',
    },
    methods: { type: 'string', default: 'bootstrap,subsample' },
    replicates: { type: 'string', default: '200' },
  },
});
const [sets, fresh] = [Number(values.sets), Number(values.fresh)];

const populations: readonly (Population & { title: string; metrics: readonly string[] })[] = [
  { title: 'pure noise', systems: 8, agreement: 0, spread: 0.5, metrics: ['noise'] },
  { title: 'weak signal', systems: 8, agreement: 0.4, spread: 0.5, metrics: ['informative', 'noise'] },
  { title: 'strong signal', systems: 8, agreement: 0.9, spread: 0.5, metrics: ['informative', 'noise'] },
  {
    title: 'noise by documents',
    systems: 8,
    agreement: 0,
    spread: 0.5,
    perDocument: 6,
    metrics: ['noise'],
  },
  {
    title: 'strong signal, items alike',
    systems: 5,
    agreement: 0.9,
    spread: 0,
    metrics: ['informative', 'noise'],
  },
];
const methods = (['bootstrap', 'subsample'] as const).filter((method) =>
  values.methods.split(',').includes(method),
);
const ITEMS = 150;

console.log(
  '| population | resampling | covers all gains | mean half-width | recommends one | recommends one that hurts | true gain of the best | likely helps: right |',
);
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const population of populations.filter(({ title }) => values.populations.includes(title))) {
  const contestants: Contestant[] = population.metrics.flatMap((metric) =>
    ['metric-variance', 'metric-average', 'metric-consistency'].map((selector) => ({
      selector,
      options: { metric },
    })),
  );
  const compare = (index: number, replicates: number, resampling: Resampling) =>
    compareSelectors(
      {
        dataset: testSet(population, ITEMS, index),
        registry,
        contestants,
        truths: ['human'],
        permutations: 300,
        replicates,
        randomOrders: 200,
        resampling,
        seed: index,
      },
      { workers: 0 },
    );
  const truth = contestants.map(() => 0);
  for (let index = 0; index < fresh; index++) {
    const { contestants: results } = await compare(1_000_000 + index, 2, {
      unit: 'items',
      method: 'bootstrap',
    });
    results.forEach(({ gain }, c) => (truth[c] += gain.mean / fresh));
  }
  const units =
    population.perDocument === undefined ? (['items'] as const) : (['items', 'documents'] as const);
  for (const { method, unit } of methods.flatMap((method) => units.map((unit) => ({ method, unit })))) {
    let covered = 0;
    let recommended = 0;
    let harmful = 0;
    let width = 0;
    let likely = 0;
    let right = 0;
    for (let index = 0; index < sets; index++) {
      const result = await compare(index, Number(values.replicates), { unit, method });
      result.contestants.forEach(({ verdict }, c) => {
        if (verdict !== 'likely helps') return;
        likely++;
        right += Number(truth[c] > 0);
      });
      covered += Number(
        result.contestants.every(({ gain }, c) => gain.low <= truth[c] && truth[c] <= gain.high),
      );
      width +=
        result.contestants.reduce((sum, { gain }) => sum + (gain.high - gain.low) / 2, 0) /
        contestants.length;
      if (result.recommended === undefined) continue;
      recommended++;
      harmful += Number(truth[result.contestants.indexOf(result.recommended)] <= 0.002);
    }
    const share = (count: number) => `${((100 * count) / sets).toFixed(1)} %`;
    console.log(
      `| ${population.title} | ${unit}, ${method} | ${share(covered)} | ${(width / sets).toFixed(3)} | ${share(recommended)} | ${share(harmful)} | ${Math.max(...truth).toFixed(3)} | ${right} of ${likely} |`,
    );
  }
}
