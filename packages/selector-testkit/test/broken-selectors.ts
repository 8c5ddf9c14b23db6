import { z, type PoolScorer, type Selector } from '@goldpan/core';
import type { Setup } from '../src/index.js';
import { byRow, countedWords, rarestSource, rating, sound, variant } from './selectors.js';

/** A selector with one fault: the check that finds it, and what the check says. */
export interface Broken {
  readonly fault: string;
  readonly check: string;
  readonly selector: Selector;
  readonly setup?: Setup;
  readonly says: readonly string[];
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
const words = (text: string | undefined) => text!.split(' ').filter((word) => word !== '');
const loose = { itemwise: false, deterministic: false, nested: false };

function countsCalls(): Selector {
  let calls = 0;
  return rating(({ size }) => new Float64Array(size).fill(calls++), loose);
}

function weighsEveryOtherTime(): Selector {
  let weighs = false;
  return variant({
    traits: loose,
    select: ({ size }) => {
      weighs = !weighs;
      const utilities = new Float64Array(size);
      return weighs ? { utilities, weights: utilities } : { utilities };
    },
  });
}

function warnsEveryOtherTime(): Selector {
  let calls = 0;
  const warnings = [{ code: 'ODD', text: 'odd' }];
  return variant({
    traits: loose,
    select: ({ size }) => ({
      utilities: new Float64Array(size),
      ...(calls++ % 2 === 1 && { warnings }),
    }),
  });
}

function remembersTheLargest(): Selector {
  let largest = 0;
  return rating((dataset) => {
    const means = byRow(dataset, mean);
    largest = Math.max(largest, ...means);
    return means.map((value) => value / largest);
  }, loose);
}

const inPlace = (change: (...all: any[]) => unknown) =>
  variant({
    traits: loose,
    select: (dataset, options, context) => {
      change(dataset, options, context);
      return { utilities: new Float64Array(dataset.size) };
    },
  });

/** Sound, by how rare the words of a source are, but for its scorer of pools. */
function rarest(poolScorer: () => PoolScorer): Selector {
  return { ...rarestSource, poolScorer };
}

function sharesItsCounts(): Selector {
  const shared = countedWords();
  return rarest(() => shared);
}

interface Drawn {
  readonly chosen: number[];
  readonly inclusion: Float64Array;
  readonly weights: Float64Array;
}

/** A simple random sample that is spoilt. */
function drawing(spoil: (sample: Drawn, n: number) => Partial<Drawn>): Selector {
  return variant({
    needs: ['budget'],
    traits: { ...loose, design: true },
    select: ({ ids, size }, _options, { rng, budget }) => {
      const n = budget?.items ?? size;
      const chosen = Array.from(rng.shuffle(ids.map((_, item) => item))).slice(0, n);
      const inclusion = new Float64Array(size).fill(n / size);
      const weights = inclusion.map((p, item) => (chosen.includes(item) ? 1 / p : 0));
      return spoil({ chosen, inclusion, weights }, n);
    },
  });
}

export const brokenSelectors: readonly Broken[] = [
  {
    fault: 'is of another version',
    check: 'has the shape of a selector',
    selector: { ...sound, apiVersion: 2 as never },
    says: ['selector "sound" of the plugin must have apiVersion 1; it has 2'],
  },
  {
    fault: 'is nothing',
    check: 'has the shape of a selector',
    selector: undefined as never,
    says: ['must have a kebab-case name'],
  },
  {
    fault: 'has no traits',
    check: 'has the shape of a selector',
    selector: { ...sound, traits: undefined as never },
    says: ['must have the trait itemwise'],
  },
  {
    fault: 'has an option without a description',
    check: 'describes its options',
    selector: variant({ options: z.object({ k: z.number().default(1) }) }),
    says: ['the option "k" has no .describe'],
  },
  {
    fault: 'has an option in camel case',
    check: 'describes its options',
    selector: variant({ options: z.object({ maxK: z.number().default(1).describe('k') }) }),
    says: ['options in kebab-case', '"maxK"'],
  },
  {
    fault: 'has an option of any type',
    check: 'describes its options',
    selector: variant({ options: z.object({ k: z.any().describe('k') }) }),
    says: ['declare the type', '"k" takes any value'],
  },
  {
    fault: 'swallows options of the wrong type',
    check: 'refuses invalid options',
    selector: variant({
      options: z.object({ k: z.number().catch(3).describe('k') }),
      select: ({ size }) => ({ utilities: new Float64Array(size) }),
    }),
    says: ['must refuse the options {"k":"no such value"} with INVALID_OPTIONS; it accepted them'],
  },
  {
    fault: 'checks an option by itself',
    check: 'refuses invalid options',
    selector: variant({
      options: z.object({ k: z.number().default(1).describe('k') }),
      select: ({ size }, { k }) => {
        if (k < 0) throw new RangeError('k is negative');
        return { utilities: new Float64Array(size) };
      },
    }),
    setup: { invalidOptions: [{ k: -1 }] },
    says: ['refuse the options {"k":-1}', 'it threw RangeError (k is negative)'],
  },
  {
    fault: 'returns NaN',
    check: 'gives a selection of ordinary data',
    selector: rating(({ size }) => new Float64Array(size).fill(NaN)),
    says: ['give a selection of complete, varied data', 'INVALID_SELECTION', 'item 0 has NaN'],
  },
  {
    fault: 'returns nothing',
    check: 'gives a selection of ordinary data',
    selector: variant({ select: () => undefined as never }),
    says: ['it returned nothing'],
  },
  {
    fault: 'counts its calls',
    check: 'gives the same bytes for the same seed',
    selector: countsCalls(),
    says: [
      'must give the same bytes for the same seed; utilities[0] was 8, then 9, on {"items":4,"systems":2,"seed":0}',
    ],
  },
  {
    fault: 'gives weights every other time',
    check: 'gives the same bytes for the same seed',
    selector: weighsEveryOtherTime(),
    says: ['weights had 4 values, then none'],
  },
  {
    fault: 'scales by the largest score of all calls',
    check: 'keeps nothing between calls',
    selector: remembersTheLargest(),
    says: ['must keep nothing between calls; after runs on other data utilities[0] was'],
  },
  {
    fault: 'scales scores in place',
    check: 'changes no input',
    selector: inPlace((dataset) => (dataset.scores('quality').values[0] /= 2)),
    says: ['must leave its inputs as they are; it changed the scores of "quality"'],
  },
  {
    fault: 'changes embeddings',
    check: 'changes no input',
    selector: inPlace((dataset) => dataset.embeddings.sources.values.fill(0)),
    says: ['it changed the embeddings of sources'],
  },
  {
    fault: 'sorts the ids',
    check: 'changes no input',
    selector: inPlace((dataset) => dataset.ids.reverse()),
    says: ['must leave its inputs as they are; it threw TypeError'],
  },
  {
    fault: 'changes its costs',
    check: 'changes no input',
    selector: inPlace((_dataset, _options, { costs }) => costs?.fill(1)),
    says: ['it changed context.costs'],
  },
  {
    fault: 'changes the judged items',
    check: 'changes no input',
    selector: inPlace((_dataset, _options, { judged }) => judged?.fill(1)),
    says: ['it changed context.judged'],
  },
  {
    fault: 'returns a warning without a code',
    check: 'gives a selection of ordinary data',
    selector: variant({
      select: ({ size }) => ({ utilities: new Float64Array(size), warnings: [{ text: 'odd' }] as never }),
    }),
    says: ['must return warnings of a code in capitals and a text; got {"text":"odd"}'],
  },
  {
    fault: 'returns a bound below what it reaches',
    check: 'gives a selection of ordinary data',
    selector: variant({
      select: ({ size }) => ({
        utilities: new Float64Array(size),
        bound: { utility: 2, upper: 1, gap: 0 },
      }),
    }),
    says: ['must return a bound of finite numbers, upper not below utility'],
  },
  {
    fault: 'warns every other time',
    check: 'gives the same bytes for the same seed',
    selector: warnsEveryOtherTime(),
    says: ['warnings differed'],
  },
  {
    fault: 'names its column in an option that is just a text',
    check: 'names the score columns it works on',
    selector: variant({
      options: z.object({ column: z.string().default('human').describe('c') }),
      select: (dataset, { column }) => ({ utilities: dataset.scores(column).values.slice(0, dataset.size) }),
    }),
    says: [
      'must work only on score columns that its options name with metricOption()',
      'with other scores in "human" utilities[0] was',
    ],
  },
  {
    fault: 'looks at the target beside its metric',
    check: 'names the score columns it works on',
    selector: variant({
      needs: ['scores', 'target'],
      select: (dataset) => ({ utilities: dataset.scores('human').values.slice(0, dataset.size) }),
    }),
    says: ['with other scores in "human" utilities[0] was'],
  },
  {
    fault: 'needs scores and reads sources too',
    check: 'says in its needs whether it reads texts',
    selector: variant({
      select: ({ size, sources }) => ({
        utilities: Float64Array.from({ length: size }, (_, item) => sources?.[item]?.length ?? 0),
      }),
    }),
    says: ['must read no texts, as it needs scores and neither sources', 'without texts utilities[0] was'],
  },
  {
    fault: 'prefers the system that comes first in the alphabet',
    check: 'does not depend on the names of the systems',
    selector: rating((dataset) => {
      const first = dataset.systems.indexOf([...dataset.systems].sort()[0]);
      return byRow(dataset, (row) => row[first]);
    }),
    says: ['must not depend on the names of the systems; with other names utilities[0] was'],
  },
  {
    fault: 'keeps systems in a plain object',
    check: 'does not depend on the names of the systems',
    selector: rating((dataset) => {
      const weights: Record<string, number> = {};
      dataset.systems.forEach((name, s) => (weights[name] = s + 1));
      return byRow(dataset, (row) =>
        dataset.systems.reduce((sum, name, s) => sum + row[s] * weights[name], 0),
      );
    }),
    says: ['must not depend on the names of the systems; it threw INVALID_SELECTION', 'NaN'],
  },
  {
    fault: 'rates items by position',
    check: 'permutes its answer with the items',
    selector: rating((dataset) => byRow(dataset, mean).map((value, item) => value + item)),
    says: ['must permute its answer with the items; with the items in the order', 'utilities of item'],
  },
  {
    fault: 'ranks items by position',
    check: 'permutes its answer with the items',
    selector: variant({ select: ({ ids }) => ({ ranking: ids.map((_, item) => item) }) }),
    says: ['in the order 0 2 3 1, ranking had item 1 and item 2 at rank 2'],
  },
  {
    fault: 'chooses items by position',
    check: 'permutes its answer with the items',
    selector: variant({ select: ({ ids }) => ({ ranking: ids.map((_, i) => i).reverse(), chosen: [0] }) }),
    says: ['ranking had item'],
  },
  {
    fault: 'weighs items by position',
    check: 'permutes its answer with the items',
    selector: variant({
      select: (dataset) => ({
        utilities: byRow(dataset, mean),
        weights: Float64Array.from(dataset.ids, (_, item) => item),
      }),
    }),
    says: ['weights of item'],
  },
  {
    fault: 'claims to be deterministic and draws',
    check: 'is deterministic, as it claims',
    selector: variant({
      select: ({ ids }, _options, { rng }) => ({ utilities: Float64Array.from(ids, () => rng.next()) }),
    }),
    says: ['must give the same bytes for any seed, as its trait deterministic says; utilities[0] was'],
  },
  {
    fault: 'claims to be itemwise and looks at all items',
    check: 'is itemwise, as it claims',
    selector: rating((dataset) => {
      const means = byRow(dataset, mean);
      const centre = mean(means);
      return means.map((value) => Math.abs(value - centre));
    }),
    says: ['must rate each item by that item alone, as its trait itemwise says; item', 'among all items and'],
  },
  {
    fault: 'claims to be itemwise and gives no utilities',
    check: 'is itemwise, as it claims',
    selector: variant({ select: ({ ids }) => ({ ranking: ids.map((_, item) => item) }) }),
    says: ['it returned no utilities'],
  },
  {
    fault: 'claims to be nested and begins elsewhere for each budget',
    check: 'is nested, as it claims',
    selector: variant({
      select: ({ size }, _options, { budget }) => {
        const least = size - (budget?.items ?? size);
        return { chosen: Array.from({ length: size - least }, (_, rank) => least + rank) };
      },
    }),
    says: ['as its trait nested says; for', 'items it chose'],
  },
  {
    fault: 'claims to extend judged items and chooses them again',
    check: 'extends judged items, as it claims',
    selector: variant({ traits: { extendsJudged: true } }),
    says: ['as its trait extendsJudged says; with items', 'it chose item'],
  },
  {
    fault: 'claims to extend judged items and takes them off the budget',
    check: 'extends judged items, as it claims',
    selector: variant({
      traits: { extendsJudged: true },
      select: ({ ids }, _options, { judged = [], budget }) => ({
        chosen: ids
          .map((_, item) => item)
          .filter((item) => !Array.from(judged).includes(item))
          .slice(0, Math.max(0, (budget?.items ?? ids.length) - judged.length)),
      }),
    }),
    says: ['as its trait extendsJudged says; with items', 'it chose'],
  },
  {
    fault: 'claims to keep bounds on groups and does not look at them',
    check: 'keeps bounds on groups, as it claims',
    selector: variant({ traits: { keepsBounds: true } }),
    says: ['as its trait keepsBounds says; it chose', 'where the'],
  },
  {
    fault: 'claims to be a design and writes no probabilities',
    check: 'writes probabilities and weights, as a design',
    selector: drawing(({ chosen }) => ({ chosen })),
    says: ['as its trait design says; it gave no inclusion probabilities'],
  },
  {
    fault: 'gives what it chose the probability 0',
    check: 'writes probabilities and weights, as a design',
    selector: drawing((sample) => ({ ...sample, inclusion: new Float64Array(sample.inclusion.length) })),
    says: ['it chose item', 'whose probability is 0'],
  },
  {
    fault: 'writes probabilities that add up to more than it draws',
    check: 'writes probabilities and weights, as a design',
    selector: drawing(({ chosen, inclusion }) => ({
      chosen,
      inclusion: inclusion.map((p) => p / (1 + p)),
      weights: inclusion.map((p, item) => (chosen.includes(item) ? 1 + 1 / p : 0)),
    })),
    says: ['probabilities add up to'],
  },
  {
    fault: 'weighs what it drew by something else',
    check: 'writes probabilities and weights, as a design',
    selector: drawing((sample) => ({ ...sample, weights: sample.weights.map((weight) => weight / 2) })),
    says: ['has the weight'],
  },
  {
    fault: 'draws other items than it writes',
    check: 'draws with the probabilities that it writes, as a design',
    selector: drawing((sample, n) => {
      // The last item always comes in place of the last drawn.
      const last = sample.inclusion.length - 1;
      const others = sample.chosen.filter((item) => item !== last);
      return { ...sample, chosen: [last, ...others].slice(0, n) };
    }),
    says: [
      'must draw each item as often as the inclusion probability that it writes',
      'with probability',
      'but was in',
    ],
  },
  {
    fault: 'writes probabilities that hang on the draw',
    check: 'draws with the probabilities that it writes, as a design',
    selector: drawing(({ chosen, inclusion, weights }, n) => ({
      chosen,
      inclusion: inclusion.map((_, item) => (chosen[0] === item ? 1 : (n - 1 || 1) / inclusion.length)),
      weights,
    })),
    says: ['whatever the seed; with seed', 'inclusion'],
  },
  {
    fault: 'claims to be nested and begins with the first items of its sample',
    check: 'draws with the probabilities that it writes, as a design',
    selector: {
      ...drawing((sample) => ({ ...sample, chosen: sample.chosen.toSorted((a, b) => a - b) })),
      traits: { ...sound.traits, itemwise: false, deterministic: false, nested: true, design: true },
    },
    says: ['is in the first', 'but was in'],
  },
  {
    fault: 'scores a pool that it has not observed',
    check: 'scores a pool one source at a time as it selects',
    selector: rarest(() => ({ score: countedWords().score })),
    says: ['must score a pool one source at a time as it selects; of a pool item', 'as a selection'],
  },
  {
    fault: 'keeps one count for all pools',
    check: 'scores a pool one source at a time as it selects',
    selector: sharesItsCounts(),
    says: ['must score a pool one source at a time as it selects; of a pool item', 'as a selection'],
  },
  {
    fault: 'keeps details of a pool to itself',
    check: 'scores a pool one source at a time as it selects',
    selector: variant({
      select: ({ size }) => ({ utilities: new Float64Array(size), details: 'known' }),
      poolScorer: () => ({ score: () => 0 }),
    }),
    says: ['details of a pool and of a selection differed'],
  },
  {
    fault: 'warns of a pool only',
    check: 'scores a pool one source at a time as it selects',
    selector: variant({
      select: ({ size }) => ({ utilities: new Float64Array(size) }),
      poolScorer: () => ({ score: () => 0, warnings: [{ code: 'ODD', text: 'odd' }] }),
    }),
    says: ['warnings of a pool and of a selection differed'],
  },
  {
    fault: 'chooses one item too few',
    check: 'keeps a budget of items',
    selector: variant({
      select: ({ ids }, _options, { budget }) => ({
        chosen: ids.map((_, i) => i).slice(0, (budget?.items ?? 1) - 1),
      }),
    }),
    says: ['must choose exactly as many items as the budget has; it chose'],
  },
  {
    fault: 'chooses one item too many',
    check: 'keeps a budget of items',
    selector: variant({
      select: ({ ids }, _options, { budget }) => ({
        chosen: ids.map((_, i) => i).slice(0, (budget?.items ?? 1) + 1),
      }),
    }),
    says: ['must choose exactly as many', 'INVALID_SELECTION', 'must choose at most'],
  },
  {
    fault: 'does not look at costs',
    check: 'keeps a budget of costs',
    selector: variant({ select: ({ ids }) => ({ chosen: ids.map((_, item) => item) }) }),
    says: ['cost no more than the budget', 'INVALID_SELECTION', 'in cost, the budget'],
  },
  {
    fault: 'leaves money',
    check: 'keeps a budget of costs',
    selector: variant({ select: () => ({ chosen: [] }) }),
    says: ['leave none that fits; it spent 0 of', 'and left item'],
  },
  {
    fault: 'takes missing scores for 0',
    check: 'copes with missing scores',
    selector: variant({
      select: (dataset) => ({ utilities: byRow(dataset, (row) => mean(row.map((score) => score || 0))) }),
    }),
    says: ['must not take a missing score for 0'],
  },
  {
    fault: 'lets missing scores through',
    check: 'copes with missing scores',
    selector: rating((dataset) => byRow(dataset, mean)),
    says: ['refuse it with an error that has a code', 'INVALID_SELECTION'],
  },
  {
    fault: 'divides by the other items',
    check: 'copes with one item',
    selector: rating(({ size }) => new Float64Array(size).fill((size - 1) / (size - 1))),
    says: ['data with one item', 'item 0 has NaN', 'on {"items":1,'],
  },
  {
    fault: 'divides by the other systems',
    check: 'copes with one system',
    selector: rating((dataset) => byRow(dataset, (row) => (row[0] - mean(row)) / (row.length - 1))),
    says: ['data with one system', 'NaN'],
  },
  {
    fault: 'leaves out the best and the worst system',
    check: 'copes with two systems',
    selector: rating((dataset) => byRow(dataset, (row) => mean(row.slice().sort().subarray(1, -1)))),
    says: ['data with two systems', 'NaN'],
  },
  {
    fault: 'divides by the spread of scores',
    check: 'copes with constant scores',
    selector: rating((dataset) =>
      byRow(dataset, (row) => (row[0] - mean(row)) / (Math.max(...row) - Math.min(...row))),
    ),
    says: ['data with constant scores', 'NaN'],
  },
  {
    fault: 'overflows',
    check: 'copes with scores of all sizes',
    selector: rating((dataset) =>
      byRow(dataset, (row) => Math.exp(row[0]) / row.reduce((sum, score) => sum + Math.exp(score), 0)),
    ),
    says: ['data with scores of all sizes', 'NaN'],
  },
  {
    fault: 'divides by the number of words',
    check: 'copes with empty texts',
    selector: rating(({ sources }) =>
      Float64Array.from(sources!, (text) => text!.length / words(text).length),
    ),
    says: ['data with empty texts', 'NaN'],
  },
  {
    fault: 'divides by the difference of outputs',
    check: 'copes with equal texts',
    selector: rating(({ ids, systems, outputs }) =>
      Float64Array.from(ids, (_, i) => {
        const different = new Set(systems.map((_system, s) => outputs!(i, s))).size - 1;
        return different / different;
      }),
    ),
    says: ['data with equal texts', 'NaN'],
  },
  {
    fault: 'reads every output',
    check: 'copes with missing texts',
    selector: rating((data) => Float64Array.from(data.ids, (_, i) => data.outputs!(i, 0)!.length)),
    says: ['data with missing texts', 'TypeError'],
  },
  {
    fault: 'divides by the spread of items',
    check: 'copes with equal items',
    selector: rating((dataset) => {
      const means = byRow(dataset, mean);
      const [low, high] = [Math.min(...means), Math.max(...means)];
      return means.map((value) => (value - low) / (high - low));
    }),
    says: ['data with equal items', 'NaN'],
  },
  {
    fault: 'gives a map as details',
    check: 'has options and results that survive JSON and a structured clone',
    selector: variant({
      select: ({ size }) => ({ utilities: new Float64Array(size), details: { fit: new Map() as never } }),
    }),
    says: ['must give details of plain JSON; of the details .fit is a Map'],
  },
  {
    fault: 'gives NaN in the details',
    check: 'has options and results that survive JSON and a structured clone',
    selector: variant({ select: ({ size }) => ({ utilities: new Float64Array(size), details: [0, NaN] }) }),
    says: ['of the details [1] is NaN'],
  },
  {
    fault: 'makes a set of an option',
    check: 'has options and results that survive JSON and a structured clone',
    selector: variant({
      options: z.object({
        parts: z
          .array(z.string())
          .default([])
          .transform((parts) => new Set(parts))
          .describe('p'),
      }),
    }),
    says: ['must have options of plain JSON; of its options .parts is a Set'],
  },
  {
    fault: 'adds to an option each time it is read',
    check: 'has options and results that survive JSON and a structured clone',
    selector: variant({
      options: z.object({
        k: z
          .number()
          .default(1)
          .transform((k) => k + 1)
          .describe('k'),
      }),
      select: ({ size }, { k }) => ({ utilities: new Float64Array(size).fill(k) }),
    }),
    setup: { options: { k: 1 } },
    says: ['must give the same with options that went through JSON; utilities[0] was 2, then 3'],
  },
  {
    fault: 'gives a function in the details',
    check: 'has options and results that survive JSON and a structured clone',
    selector: variant({
      select: ({ size }) => ({ utilities: new Float64Array(size), details: { f: mean } as never }),
    }),
    says: ['of the details .f is function'],
  },
  {
    fault: 'does not look at the signal',
    check: 'stops when aborted',
    selector: variant({
      select: ({ size }, _options, { progress }) => {
        for (let step = 1; step <= 50; step++) progress?.(step, 50);
        return { utilities: new Float64Array(size) };
      },
    }),
    says: ['stop when the signal is aborted before it starts; it reported progress 50 more times'],
  },
  {
    fault: 'looks at the signal only once',
    check: 'stops when aborted',
    selector: variant({
      select: ({ size }, _options, { progress, signal }) => {
        signal?.throwIfAborted();
        for (let step = 1; step <= 50; step++) progress?.(step, 50);
        return { utilities: new Float64Array(size) };
      },
    }),
    says: ['aborted at its first report of progress; it reported progress 49 more times'],
  },
  {
    fault: 'throws something else when aborted',
    check: 'stops when aborted',
    selector: variant({
      select: ({ size }, _options, { signal }) => {
        if (signal?.aborted) throw new TypeError('cannot read the model');
        return { utilities: new Float64Array(size) };
      },
    }),
    says: ['must throw the reason of a signal that is aborted before it starts; it threw TypeError'],
  },
];
