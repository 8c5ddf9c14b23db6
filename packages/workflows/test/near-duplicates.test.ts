import { datasetFromItems, defineSelector, z, type Selector } from '@goldpan/core';
import { expect, test, vi } from 'vitest';
import { makeSelection } from '../src/make-selection.js';
import { nearDuplicates } from '../src/near-duplicates.js';

const sources = [
  'Rain is expected over the weekend!',
  'The committee will meet again on Tuesday.',
  'Rain is expected over the weekend.',
  'Stocks fell.',
  'Stocks fell sharply on Monday afternoon.',
];
const data = datasetFromItems(sources.map((src, i) => ({ id: `t${i}`, src, domain: i < 2 ? 'a' : 'b' })));

test('of two alike the one that the ranking puts first stays', () => {
  const { ids, warnings } = nearDuplicates(data, Uint32Array.of(3, 0, 1, 2, 4), 0.8);
  expect(ids).toEqual(['t2']);
  expect(warnings[0].text).toMatch(
    /^1 item nearly repeats the source of a better one .*: t2 \(as t0, 0\.\d\d\)\.$/,
  );
  expect(nearDuplicates(data, Uint32Array.of(2, 3, 0, 1, 4), 0.8).ids).toEqual(['t0']);
});

test('sources that are only there as vectors are compared by these', () => {
  const vectors = [
    [1, 0, 0],
    [0, 1, 0],
    [0.99, 0.05, 0],
  ].map((src, i) => ({ id: `v${i}`, tgt: { A: 'x' }, embedding: { src } }));
  const { ids, warnings } = nearDuplicates(datasetFromItems(vectors), Uint32Array.of(0, 1, 2), 0.9);
  expect(ids).toEqual(['v2']);
  expect(warnings).toHaveLength(1);
});

test('where there is nothing to compare it is an error, and where nothing is alike there is no warning', () => {
  const none = datasetFromItems([{ tgt: { A: 'x' } }]);
  expect(() => nearDuplicates(none, Uint32Array.of(0), 0.9)).toThrow(
    expect.objectContaining({ code: 'NO_SOURCES' }),
  );
  expect(nearDuplicates(data, Uint32Array.of(0, 1, 2, 3, 4), 1)).toEqual({ ids: [], warnings: [] });
});

const ranker = () => {
  const select = vi.fn(() => ({ utilities: Float64Array.of(1, 2, 5, 4, 3) }));
  const selector = defineSelector({
    name: 'ranker',
    summary: 'Ranks.',
    needs: [],
    options: z.object({}),
    select,
  });
  return { selector: selector as Selector, select };
};

const setChooser = (...sets: number[][]) => {
  const left = [...sets];
  const select = vi.fn(() => ({ chosen: Uint32Array.from(left.shift()!) }));
  const selector = defineSelector({
    name: 'sets',
    summary: 'Chooses sets.',
    needs: ['budget'],
    options: z.object({}),
    select,
  });
  return { selector: selector as Selector, select };
};

test('a selector that ranks is run once, whatever is left out', async () => {
  const { selector, select } = ranker();
  const task = { budget: { items: 2 } };
  const { selection, warnings } = await makeSelection(data, selector, { ...task, maxSimilarity: 0.8 });
  expect(select).toHaveBeenCalledTimes(1);
  expect(Array.from(selection.chosen!, (item) => data.ids[item])).toEqual(['t2', 't3']);
  expect(warnings.map(({ code }) => code)).toEqual(['NEAR_DUPLICATES']);
});

test('a selector that chooses sets is run again without what repeats the items it chose', async () => {
  const { selector, select } = setChooser([2, 3], [1, 0]);
  const task = { budget: { items: 2 } };
  const { selection } = await makeSelection(data, selector, { ...task, maxSimilarity: 0.8 });
  expect(select).toHaveBeenCalledTimes(2);
  // It did not see t0, a repeat of t2, the second time.
  expect(Array.from(selection.chosen!, (item) => data.ids[item])).toEqual(['t2', 't1']);
});

test('and once where nothing is alike', async () => {
  const { selector, select } = setChooser([2, 3]);
  const task = { budget: { items: 2 } };
  const { selection } = await makeSelection(data, selector, { ...task, maxSimilarity: 1 });
  expect(select).toHaveBeenCalledTimes(1);
  expect(Array.from(selection.chosen!)).toEqual([2, 3]);
});
