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

test('the plugin brings the selector', () => {
  expect(plugin.selectors).toEqual([random]);
});
