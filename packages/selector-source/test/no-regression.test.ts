import { datasetFromItems, runSelector, type Selector } from '@goldpan/core';
import { expect, test } from 'vitest';
import { source, sourceDiversity, sourceLength, sourceRarity, trainSourceModel } from '../src/index.js';
import { termsMatter } from './training-data.js';

// A selection is a scientific result: the same data and seed choose the same items in every patch release.
const pool = datasetFromItems(termsMatter('pool', 12).sources.map((src) => ({ src: src! })));
const ranking = async (selector: Selector, options = {}) =>
  (await runSelector(selector, pool, { options })).ranking.join(' ');

test('a trained model and its choice stay what they are', async () => {
  const past = [termsMatter('past', 50), termsMatter('more', 30)];
  const model = await trainSourceModel(past, { bits: 10, seed: 7 });
  const { byPenalty: _, ...validation } = model.validation;
  expect({ penalty: model.penalty, ...validation }).toMatchInlineSnapshot(`
    {
      "folds": 2,
      "grouping": "data set",
      "groups": 27,
      "high": 0.9502411,
      "low": 0.6555304,
      "penalty": 0.3,
      "rankCorrelation": 0.792974,
    }
  `);
  expect(await ranking(source, { model })).toBe('5 1 0 8 3 2 7 6 9 10 4 11');
});

test.each([
  [sourceLength, '5 3 2 9 6 0 8 1 7 4 11 10'],
  [sourceRarity, '2 9 1 6 8 5 3 0 7 11 10 4'],
  [sourceDiversity, '3 9 11 2 5 1 0 8 4 10 6 7'],
] as const)('the choice of $name stays what it is', async (selector, expected) => {
  expect(await ranking(selector as Selector)).toBe(expected);
});
