// What share of the judgements that plain random needs does the campaign need that a pilot recommends?
// node --conditions=@goldpan/source --import tsx tools/studies/src/campaign-share.ts --data DIR [--seeds 6] [--draws 12] [--replicates 100] [--only NAME]
import { parseArgs } from 'node:util';
import { createRegistry, distinctText, runSelector, type Dataset } from '@goldpan/core';
import { judgedData, meanEstimator, shrunk } from '@goldpan/estimation';
import diversity from '@goldpan/selector-diversity';
import sampling from '@goldpan/selector-sampling';
import variance from '@goldpan/selector-variance';
import { mean } from '@goldpan/stats';
import { compare } from '@goldpan/workflows';
import { datasets, pilotOf, type Way } from './pilots.js';
import {
  estimateFrom,
  gridSizes,
  rowsOf,
  scoresOf,
  sharesAtMarks,
  truthOf,
  type Scores,
  type Truth,
} from './saved-items.js';

const { values: flags } = parseArgs({
  options: {
    data: { type: 'string' },
    seeds: { type: 'string', default: '6' },
    draws: { type: 'string', default: '12' },
    replicates: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
  },
});
const [seeds, draws] = [Number(flags.seeds), Number(flags.draws)];
const registry = createRegistry([
  { plugin: sampling, specifier: '@goldpan/selector-sampling' },
  { plugin: variance, specifier: '@goldpan/selector-variance' },
  { plugin: diversity, specifier: '@goldpan/selector-diversity' },
]);
const AT_RANDOM: Way = { selector: 'sequential', options: {} };
const measures = ['SPA', 'squared error'] as const;

/** Mean scores at each size, and what these sizes cost in judgements of distinct outputs, per system. */
interface Curve {
  readonly scores: Readonly<Record<keyof Scores, readonly number[]>>;
  readonly spent: readonly number[];
}

async function curveOf(dataset: Dataset, truth: Truth, way: Way, estimator: typeof shrunk): Promise<Curve> {
  const sizes = gridSizes(dataset.size);
  const costs = distinctShares(dataset);
  const drawn = sizes.map(() => [] as { scores: Scores; spent: number }[]);
  for (let seed = 0; seed < draws; seed++) {
    const { ranking } = await runSelector(registry.selector(way.selector), dataset, {
      ...way,
      registry,
      seed,
    });
    sizes.forEach((n, at) => {
      const items = ranking.subarray(0, n);
      const estimate = estimateFrom(truth, { items }, { estimator, seed });
      const spent = items.reduce((sum, item) => sum + costs[item], 0);
      drawn[at].push({ scores: scoresOf(estimate, rowsOf(truth, { items }), truth), spent });
    });
  }
  const meansOf = (of: (one: { scores: Scores; spent: number }) => number) =>
    drawn.map((some) => mean(some.map(of)));
  return {
    scores: {
      SPA: meansOf(({ scores }) => scores.SPA),
      Kendall: meansOf(({ scores }) => scores.Kendall),
      'squared error': meansOf(({ scores }) => scores['squared error']),
    },
    spent: meansOf(({ spent }) => spent),
  };
}

/** Of each item the distinct outputs as a share of the systems; 1 where texts are not known. */
function distinctShares({ size, systems, outputs }: Dataset): number[] {
  return Array.from({ length: size }, (_, item) => {
    const texts = systems.flatMap((_name, system) => outputs?.(item, system) ?? []);
    return texts.length === 0 ? 1 : new Set(texts.map(distinctText)).size / texts.length;
  });
}

/** What a pilot shows to gain under the estimate, or items at random. */
async function recommendedBy(pilot: Dataset): Promise<Way> {
  const { recommendation } = await compare(pilot, {
    estimate: 'shrunk',
    sizes: '10%,25%,50%',
    replicates: Number(flags.replicates),
    missing: 'drop-items',
    workers: 0,
  });
  const { selector, options } = recommendation;
  return selector === null ? AT_RANDOM : { selector, options: options as Way['options'] };
}

const geometric = (values: readonly number[]) => Math.exp(mean(values.map((value) => Math.log(value))));

console.log(
  '| data | distinct outputs | picked | SPA: items | SPA: judgements | squared error: items | squared error: judgements |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
const all: number[][] = [];
for (const [name, dataset] of datasets(flags.data!)) {
  if (!name.includes(flags.only)) continue;
  const truth = truthOf(judgedData(dataset));
  const sizes = gridSizes(dataset.size);
  const plain = await curveOf(dataset, truth, AT_RANDOM, meanEstimator);
  const curves = new Map<string, Curve>();
  const rows: number[][] = [];
  let picked = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const way = await recommendedBy(pilotOf(dataset, seed).pilot);
    picked += Number(way !== AT_RANDOM);
    const key = JSON.stringify(way);
    if (!curves.has(key)) curves.set(key, await curveOf(dataset, truth, way, shrunk));
    const { scores, spent } = curves.get(key)!;
    rows.push(
      measures.flatMap((measure) =>
        [sizes, spent].map((costs) =>
          geometric(sharesAtMarks({ sizes, spent: costs }, scores[measure], plain.scores[measure])),
        ),
      ),
    );
  }
  const shares = rows[0].map((_, c) => geometric(rows.map((row) => row[c])));
  all.push(shares);
  const distinct = mean(distinctShares(dataset));
  const cells = [
    `${(100 * distinct).toFixed(0)} %`,
    `${picked} of ${seeds}`,
    ...shares.map((one) => one.toFixed(2)),
  ];
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}
const columns = all[0].map((_, c) => all.map((row) => row[c]));
console.log(`| geometric mean | | | ${columns.map((column) => geometric(column).toFixed(2)).join(' | ')} |`);
console.log(`| worst | | | ${columns.map((column) => Math.max(...column).toFixed(2)).join(' | ')} |`);
