import { datasetFromItems, runSelector } from '@goldpan/core';
import { expect, test } from 'vitest';
import plugin, { random } from '../src/index.js';

const dataset = datasetFromItems(Array.from({ length: 7 }, (_, id) => ({ id })));

test('the same seed gives the same order, another seed another', async () => {
  const order = async (seed: number) => Array.from((await runSelector(random, dataset, { seed })).ranking);
  expect(await order(3)).toEqual(await order(3));
  expect(await order(4)).not.toEqual(await order(3));
});

test('every item is first about equally often', async () => {
  const firsts = new Array<number>(dataset.size).fill(0);
  for (let seed = 0; seed < 2100; seed++) firsts[(await runSelector(random, dataset, { seed })).ranking[0]]++;
  // 300 expected each, standard deviation 16.
  for (const count of firsts) expect(Math.abs(count - 300)).toBeLessThan(80);
});

test('with a budget of n items each has the probability n/N, and chosen ones the weight N/n', async () => {
  const budget = { items: 3 };
  const { chosen, inclusion, weights, ranking } = await runSelector(random, dataset, { seed: 5, budget });
  expect(ranking).toEqual((await runSelector(random, dataset, { seed: 5 })).ranking);
  expect(inclusion).toEqual(new Float64Array(7).fill(3 / 7));
  weights!.forEach((weight, item) => expect(weight).toBe(chosen!.includes(item) ? 7 / 3 : 0));
});

test('without a number of items nothing is said of probabilities', async () => {
  const costs = Float64Array.from({ length: 7 }, (_, item) => 1 + item);
  expect((await runSelector(random, dataset)).inclusion).toBeUndefined();
  expect((await runSelector(random, dataset, { budget: { cost: 9 }, costs })).inclusion).toBeUndefined();
});

test('the plugin brings the selector', () => {
  expect(plugin.selectors).toEqual([random]);
});
