import { datasetFromItems } from '@goldpan/core';
import { facilityLocation, kCenter, kMeans } from '@goldpan/selector-diversity';
import { expect, test } from 'vitest';
import { nearDuplicates } from '../src/near-duplicates.js';

const sources = [
  'Rain is expected over the weekend!',
  'The committee will meet again on Tuesday.',
  'Rain is expected over the weekend.',
  'Stocks fell.',
  'Stocks fell sharply on Monday afternoon.',
];
const data = datasetFromItems(sources.map((src, i) => ({ id: `t${i}`, src, domain: i < 2 ? 'a' : 'b' })));

test('of two alike the one that comes first stays where a set selector has no budget', async () => {
  const { ids, warnings } = await nearDuplicates(data, kMeans, { maxSimilarity: 0.8, run: {} });
  expect(ids).toEqual(['t2']);
  expect(warnings[0].text).toMatch(
    /^1 item nearly repeats the source of a better one .*: t2 \(as t0, 0\.\d\d\)\.$/,
  );
});

test('with a budget it is the one that the set selector chooses', async () => {
  const chosen = { ...kMeans, select: () => ({ chosen: Uint32Array.of(2, 3) }) };
  const run = { budget: { items: 2 } };
  expect((await nearDuplicates(data, chosen, { maxSimilarity: 0.8, run })).ids).toEqual(['t0']);
});

test('a selector whose options ask for a budget gets it', async () => {
  const run = { options: { groups: ['domain:min=1'] }, budget: { items: 3 } };
  const { ids } = await nearDuplicates(data, facilityLocation, { maxSimilarity: 0.8, run });
  expect(ids).toHaveLength(1);
  expect(['t0', 't2']).toContain(ids[0]);
});

test('sources that are only there as vectors are compared by these', async () => {
  const vectors = [
    [1, 0, 0],
    [0, 1, 0],
    [0.99, 0.05, 0],
  ].map((src, i) => ({ id: `v${i}`, tgt: { A: 'x' }, embedding: { src } }));
  const { ids, warnings } = await nearDuplicates(datasetFromItems(vectors), kCenter, {
    maxSimilarity: 0.9,
    run: {},
  });
  expect(ids).toHaveLength(1);
  expect(warnings).toHaveLength(1);
});

test('where there is nothing to compare it is an error, and where nothing is alike there is no warning', async () => {
  const none = datasetFromItems([{ tgt: { A: 'x' } }]);
  await expect(nearDuplicates(none, kCenter, { maxSimilarity: 0.9, run: {} })).rejects.toMatchObject({
    code: 'NO_SOURCES',
  });
  expect(await nearDuplicates(data, kCenter, { maxSimilarity: 1, run: {} })).toEqual({
    ids: [],
    warnings: [],
  });
});
