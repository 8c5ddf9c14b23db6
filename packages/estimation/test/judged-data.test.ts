import { datasetFromItems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { drawnByDocument, groupsOf, judgedData } from '../src/judged-data.js';

const item = (id: string, human: number | undefined, bleu: number, place = {}) => ({
  id,
  ...place,
  scores: Object.fromEntries(
    ['a', 'b'].map((system, s) => [
      system,
      {
        ...(human !== undefined && { human: human + s, human_style: 1 + s }),
        bleu: bleu - s,
        chrF: 2 * bleu,
      },
    ]),
  ),
});
const dataset = datasetFromItems([
  item('1', 4, 10, { doc: 'x', domain: 'news' }),
  item('2', undefined, 20, { doc: 'x', domain: 'news' }),
  item('3', 6, 30, { domain: 'chat' }),
  item('4', undefined, 40, { doc: 'y', domain: 'news' }),
  item('5', 8, 50, { domain: 'chat' }),
]);

test('judgements are the target, metrics all columns that no person gave', () => {
  const { systems, judgements, metrics, documents, domains, inclusion } = judgedData(dataset);
  expect(systems).toEqual(['a', 'b']);
  expect([...judgements.values]).toEqual([4, 5, NaN, NaN, 6, 7, NaN, NaN, 8, 9]);
  expect(metrics.map(({ name }) => name).sort()).toEqual(['bleu', 'chrF']);
  expect([...metrics.find(({ name }) => name === 'bleu')!.scores.values].slice(0, 4)).toEqual([
    10, 9, 20, 19,
  ]);
  expect(documents).toBeUndefined();
  expect([...domains!]).toEqual([0, 0, 1, 0, 1]);
  expect(inclusion).toBeUndefined();
});

test('a target that is a metric is not its own metric; metrics can be named; documents are units where asked', () => {
  const inclusion = Float64Array.of(0.5, 0.5, 0.2, 0.5, 0.5);
  const found = judgedData(dataset, { target: 'bleu', documents: true, inclusion });
  expect(found.metrics.map(({ name }) => name)).toEqual(['chrF']);
  expect([...found.judgements.values].slice(0, 2)).toEqual([10, 9]);
  expect([...found.documents!]).toEqual([0, 0, 1, 2, 3]);
  expect(found.inclusion).toBe(inclusion);
  expect(judgedData(dataset, { metrics: ['chrF'] }).metrics.map(({ name }) => name)).toEqual(['chrF']);
  expect(() => judgedData(dataset, { target: 'bleurt' })).toThrow(/bleurt/);
});

test('documents that the data does not have are not made up', () => {
  const plain = datasetFromItems([item('1', 4, 10), item('2', 5, 20), item('3', undefined, 9)]);
  const { documents, domains } = judgedData(plain, { documents: true });
  expect(documents).toBeUndefined();
  expect(domains).toBeUndefined();
});

test('labels are numbered as they appear, and an item without one is by itself', () => {
  expect([...groupsOf(['b', undefined, 'a', 'b', undefined, 'a'])]).toEqual([0, 1, 2, 0, 3, 2]);
  expect([...groupsOf([])]).toEqual([]);
});

test.each([
  ['whole documents, one of several items', [0, 1, 4], true],
  ['a document in part', [0, 1, 2], false],
  ['documents of one item only', [4, 7], false],
  ['all items', [0, 1, 2, 3, 4, 5, 6, 7], false],
  ['several whole documents', [0, 1, 5, 6, 4], true],
])('%s judged', (_, judged, expected) => {
  const documents = Int32Array.of(7, 7, 3, 3, 9, 1, 1, 4);
  expect(drawnByDocument(documents, Uint32Array.from(judged))).toBe(expected);
});
