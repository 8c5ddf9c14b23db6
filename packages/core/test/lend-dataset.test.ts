import { describe, expect, test } from 'vitest';
import { freezeValues, lendDataset, lendJudgedData } from '../src/lend-dataset.js';
import {
  columnsOfDataset,
  datasetFromColumns,
  datasetFromItems,
  lendStanding,
  Loan,
  type Dataset,
  type Item,
  type JudgedData,
  type Standing,
} from '../src/index.js';
import { contents, expectError, sample } from './support.js';

/** What is told of a change that a borrower makes. */
async function expectNoticed(lend: (loan: Loan) => () => unknown, what: string): Promise<void> {
  const loan = new Loan();
  const change = lend(loan);
  loan.settle('selector "x"');
  change();
  await expectError(
    () => loan.settle('selector "x"'),
    'DATA_CHANGED',
    `selector "x" must leave data as it is; it changed ${what};`,
  );
}
const numbers = (array: ArrayBufferView | undefined) => () =>
  new Uint8Array(array!.buffer, array!.byteOffset)[0]++;

/** The sample with everything that a dataset may have. */
function whole(): Dataset {
  const judged = datasetFromItems(
    Array.from({ length: 7 }, (_, i): Item => ({
      tgt: { a: 'text', b: 'text' },
      register: i % 2 ? 'high' : 'low',
      judgements: [
        {
          system: 'b',
          rater: 'ann',
          value: i,
          seconds: 9 - i,
          time: '2026-05-01',
          spans: [{ from: 0, to: 2, category: 'style', severity: 'minor' }],
        },
      ],
    })),
    { columns: ['register'] },
  );
  const { judgements, views, columns } = judged;
  const embedded = sample().ids.map((_, i) => [i, i + 0.5, i * i]);
  const values = Float64Array.from(embedded.flat());
  return datasetFromColumns({
    ...columnsOfDataset(sample()),
    ...{ judgements, views, columns },
    embeddings: { sources: { dimensions: 3, values }, outputs: { dimensions: 1, values: values.slice() } },
  });
}

describe('a dataset that is lent', () => {
  test('says what it says', () => {
    const dataset = whole();
    const lent = lendDataset(dataset, new Loan());
    expect(contents(lent)).toEqual(contents(dataset));
    expect(lent.judgements).toEqual(dataset.judgements);
    expect(lent.columns).toEqual(dataset.columns);
    expect(lent.views).toEqual(dataset.views);
    expect(Object.keys(lendDataset(sample(), new Loan())).sort()).toEqual(Object.keys(sample()).sort());
  });

  test.each<[string, (lent: Dataset) => ArrayBufferView | undefined]>([
    ['the scores of comet', (lent) => lent.scores('comet').values],
    ['the costs of items', (lent) => lent.costs],
    ['the embeddings of sources', (lent) => lent.embeddings!.sources!.values],
    ['the embeddings of outputs', (lent) => lent.embeddings!.outputs!.values],
    ['the values of judgements', (lent) => lent.judgements!.values],
    ['the starts of judgements', (lent) => lent.judgements!.starts],
    ['the rater of judgements', (lent) => lent.judgements!.rater],
    ['the seconds of judgements', (lent) => lent.judgements!.seconds],
    ['the times of judgements', (lent) => lent.judgements!.times],
    ['the from of spans', (lent) => lent.judgements!.spans!.from],
    ['the severity of spans', (lent) => lent.judgements!.spans!.severity],
  ])('notices a change of %s', (what, part) =>
    expectNoticed((loan) => numbers(part(lendDataset(whole(), loan))), what),
  );

  test('has texts and names that cannot be changed', () => {
    const lent = lendDataset(whole(), new Loan());
    const { sources, references, documents, domains, embeddings, judgements } = lent;
    const parts = [
      ...[lent, lent.ids, lent.systems, lent.metrics, sources, references, documents, domains],
      ...[lent.columns!.get('register'), lent.scores('human'), embeddings],
      ...[embeddings!.sources, embeddings!.outputs, judgements, judgements!.raters, judgements!.criteria],
      ...[judgements!.criteria[0], judgements!.criteria[0].scale, judgements!.spans],
      ...[judgements!.spans!.categories, judgements!.spans!.severities],
    ];
    parts.forEach((part, at) => expect([at, Object.isFrozen(part)]).toEqual([at, true]));
  });

  test('has tables of its own: what is put into them is not in the data', () => {
    const dataset = whole();
    const lent = lendDataset(dataset, new Loan());
    (lent.columns as Map<string, unknown>).set('more', []);
    (lent.views as Map<string, unknown>).clear();
    expect([...dataset.columns!.keys()]).toEqual(['register']);
    expect(dataset.views!.size).toBe(1);
  });
});

describe('judged data that are lent', () => {
  const data = (): JudgedData => {
    const matrix = (first: number) => ({
      items: 3,
      systems: 2,
      values: Float64Array.from({ length: 6 }, (_, cell) => first + cell),
    });
    return {
      systems: ['a', 'b'],
      judgements: matrix(1),
      metrics: [{ name: 'bleu', scores: matrix(10) }],
      documents: Int32Array.of(0, 0, 1),
      domains: Int32Array.of(1, 0, 1),
      inclusion: Float64Array.of(0.5, 0.25, 1),
    };
  };

  test.each<[string, (lent: JudgedData) => ArrayBufferView | undefined]>([
    ['the scores of bleu', (lent) => lent.metrics[0].scores.values],
    ['the judgements', (lent) => lent.judgements.values],
    ['the documents', (lent) => lent.documents],
    ['the domains', (lent) => lent.domains],
    ['the inclusion probabilities', (lent) => lent.inclusion],
  ])('notice a change of %s', (what, part) =>
    expectNoticed((loan) => numbers(part(lendJudgedData(data(), loan))), what),
  );

  test('are the same objects, and cannot be changed', () => {
    const given = data();
    const lent = lendJudgedData(given, new Loan());
    expect(lent).toBe(given);
    const [metric] = lent.metrics;
    const parts = [lent, lent.systems, lent.metrics, lent.judgements, metric, metric.scores];
    expect(parts.map(Object.isFrozen)).toEqual(parts.map(() => true));
  });
});

describe('a standing that is lent', () => {
  const standing = (): Standing => ({
    size: 3,
    permutations: 1000,
    means: Float64Array.of(0.5, 0.25),
    order: Uint32Array.of(1, 0),
    clusters: {
      order: Uint32Array.of(0, 1),
      clusterOf: Uint32Array.of(0, 1),
      count: 2,
      pValues: Float64Array.of(0.25),
    },
    flipCounts: Uint32Array.of(8),
  });

  test('says what it says', () => {
    const { size, permutations, means, order, clusters, flipCounts } = lendStanding(standing(), new Loan());
    expect({ size, permutations, means, order, clusters, flipCounts }).toEqual(standing());
    expect(Object.isFrozen(clusters)).toBe(true);
  });

  test.each<[string, (lent: Standing) => ArrayBufferView | undefined]>([
    ['the means of systems', (lent) => lent.means],
    ['the order of systems', (lent) => lent.order],
    ['the order of systems in clusters', (lent) => lent.clusters.order],
    ['the clusters of systems', (lent) => lent.clusters.clusterOf],
    ['the p-values of clusters', (lent) => lent.clusters.pValues],
    ['the sign flips', (lent) => lent.flipCounts],
  ])('notices a change of %s', (what, part) =>
    expectNoticed((loan) => numbers(part(lendStanding(standing(), loan))), what),
  );
});

test('values are frozen to their depth; instances and what they hold stay as they are', () => {
  class Own {
    list = [1];
  }
  const own = new Own();
  const bare = Object.assign(Object.create(null) as object, { list: [3] });
  const numbersHeld = Float64Array.of(1);
  const value = { list: [{ deep: { er: [2] } }], own, bare, numbersHeld, map: new Map([['a', { b: 1 }]]) };
  expect(freezeValues(value)).toBe(value);
  const frozen = [value, value.list, value.list[0], value.list[0].deep, value.list[0].deep.er, bare];
  expect([...frozen, (bare as unknown as Own).list].map(Object.isFrozen)).toEqual(Array(7).fill(true));
  expect([own, own.list, value.map, value.map.get('a')].map(Object.isFrozen)).toEqual(Array(4).fill(false));
  expect([freezeValues(null), freezeValues('a'), freezeValues(undefined)]).toEqual([null, 'a', undefined]);
});
