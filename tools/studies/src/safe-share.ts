// Does the selector `safe` save judgements under the estimate of `rank`, and is it ever worse than random items with plain means?
// node --conditions=@goldpan/source --import tsx tools/studies/src/safe-share.ts --data DIR [--draws 40] [--only NAME]
import { parseArgs } from 'node:util';
import { createRegistry, runSelector, stream, type Dataset, type JudgedData } from '@goldpan/core';
import { meanEstimator, shrunk } from '@goldpan/estimation';
import sampling from '@goldpan/selector-sampling';
import variance from '@goldpan/selector-variance';
import { mean, quantile } from '@goldpan/stats';
import { populations } from './estimation-populations.js';
import { judgedDataset } from './judged-dataset.js';
import { realData } from './real-data.js';
import {
  estimateFrom,
  gridSizes,
  measures,
  rowsOf,
  scoresOf,
  shareOfItems,
  truthOf,
  type Sample,
  type Scores,
  type Truth,
} from './saved-items.js';

const { values: flags } = parseArgs({
  options: {
    data: { type: 'string' },
    draws: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
  },
});
const draws = Number(flags.draws);
const everyDraw = Array.from({ length: draws }, (_, seed) => seed);
const BOOTSTRAPS = 1000;
const registry = createRegistry([
  { plugin: sampling, specifier: '@goldpan/selector-sampling' },
  { plugin: variance, specifier: '@goldpan/selector-variance' },
]);

/** A way to choose items and to speak of all. */
interface Campaign {
  readonly name: string;
  readonly estimator: typeof shrunk;
  sample(dataset: Dataset, n: number, seed: number): Promise<Sample>;
}

async function atRandom({ size }: Dataset, n: number, seed: number): Promise<Sample> {
  const all = Array.from({ length: size }, (_, item) => item);
  return { items: stream(seed, 'study/safe').shuffle(all).slice(0, n) };
}

/** The first is what the others are held against. */
const campaigns: readonly Campaign[] = [
  { name: 'random, plain means', estimator: meanEstimator, sample: atRandom },
  { name: 'random, shrunk', estimator: shrunk, sample: atRandom },
  {
    name: 'safe, shrunk',
    estimator: shrunk,
    async sample(dataset, n, seed) {
      const run = { registry, seed, budget: { items: n } };
      const { chosen, inclusion } = await runSelector(registry.selector('safe'), dataset, run);
      return { items: chosen!, inclusion };
    },
  },
];

/** How well campaigns agree with all judgements of a test set. */
interface Found {
  readonly sizes: readonly number[];
  /** By campaign, size and draw. */
  readonly scores: readonly (readonly Scores[][])[];
}

async function scoresOn(truth: Truth): Promise<Found> {
  // What a selector may see.
  const { documents: _, ...visible } = truth.data;
  const dataset = judgedDataset(visible, { withHuman: false });
  const sizes = gridSizes(dataset.size);
  const scores: Scores[][][] = [];
  for (const campaign of campaigns) {
    const bySize: Scores[][] = [];
    for (const n of sizes)
      bySize.push(await Promise.all(everyDraw.map((seed) => scoreOf(truth, campaign, { dataset, n, seed }))));
    scores.push(bySize);
  }
  return { sizes, scores };
}

async function scoreOf(
  truth: Truth,
  { estimator, sample }: Campaign,
  { dataset, n, seed }: { dataset: Dataset; n: number; seed: number },
): Promise<Scores> {
  const drawn = await sample(dataset, n, seed);
  const estimate = estimateFrom(truth, drawn, { estimator, seed });
  return scoresOf(estimate, rowsOf(truth, drawn), truth);
}

/** The share of items of each campaign but the first, in one measure, from some of the draws. */
function sharesOf({ sizes, scores }: Found, measure: keyof Scores, picks: readonly number[]): number[] {
  const [plain, ...others] = scores.map((bySize) =>
    bySize.map((drawn) => mean(picks.map((pick) => drawn[pick][measure]))),
  );
  return others.map((curve) => shareOfItems(sizes, curve, plain));
}

function print(name: string, cells: readonly string[]): void {
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

const sets: [string, JudgedData][] = [
  ...(flags.data === undefined ? [] : realData(flags.data)),
  ...populations.map(({ name, make }): [string, JudgedData] => {
    const { documents: _, ...data } = make(0);
    return [`synthetic: ${name}`, data];
  }),
];
const all: Found[] = [];
print(
  'data',
  measures.flatMap((measure) => campaigns.slice(1).map(({ name }) => `${measure}: ${name}`)),
);
for (const [name, data] of sets) {
  if (!name.includes(flags.only)) continue;
  const found = await scoresOn(truthOf(data));
  all.push(found);
  print(
    name,
    measures.flatMap((measure) => sharesOf(found, measure, everyDraw).map((share) => share.toFixed(2))),
  );
}

/** Draws anew, and with `sets` test sets too: by measure, set and campaign. */
function resampledBy({ sets: areSetsDrawn }: { sets: boolean }): number[][][][] {
  return Array.from({ length: BOOTSTRAPS }, (_, bootstrap) => {
    const rng = stream(bootstrap, 'study/safe/bootstrap');
    const picks = everyDraw.map(() => rng.integer(draws));
    const among = areSetsDrawn ? all.map(() => all[rng.integer(all.length)]) : all;
    return measures.map((measure) => among.map((found) => sharesOf(found, measure, picks)));
  });
}

/** Mean and worst over the sets, with the 2.5 and 97.5 % points of resampled draws, for the mean of resampled sets too. */
const [byDraws, bySets] = [resampledBy({ sets: false }), resampledBy({ sets: true })];
const exact = measures.map((measure) => all.map((found) => sharesOf(found, measure, everyDraw)));
const meanOf = (values: readonly number[]) => mean(values);
for (const [name, over, resampled] of [
  ['mean', meanOf, byDraws],
  ['mean, sets drawn too', meanOf, bySets],
  ['worst', (values: readonly number[]) => Math.max(...values), byDraws],
] as const) {
  const cell = (m: number, c: number) => {
    const at = (shares: number[][][]) => over(shares[m].map((set) => set[c]));
    const spread = resampled.map(at);
    return `${at(exact).toFixed(2)} (${[0.025, 0.975].map((p) => quantile(spread, p).toFixed(2)).join('–')})`;
  };
  print(
    name,
    measures.flatMap((_, m) => campaigns.slice(1).map((_, c) => cell(m, c))),
  );
}
