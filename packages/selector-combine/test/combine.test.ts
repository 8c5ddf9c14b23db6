import { createRegistry, datasetFromItems, defineSelector, runSelector, z } from '@goldpan/core';
import { expectClose, golden, goldenItems, hasGolden } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { combine } from '../src/index.js';

/** A selector that gives the utilities it is told to. */
const told = defineSelector({
  name: 'told',
  summary: 'Gives the utilities in its options.',
  needs: [],
  traits: { deterministic: true, nested: true },
  options: z.object({ utilities: z.array(z.number()) }),
  select: (_dataset, { utilities }) => ({ utilities: Float64Array.from(utilities) }),
});
const byRanking = defineSelector({
  name: 'last-first',
  summary: 'Ranks the items from last to first.',
  needs: [],
  options: z.object({}),
  select: ({ size }) => ({ ranking: Array.from({ length: size }, (_, item) => size - 1 - item) }),
});
const registry = createRegistry([
  { plugin: { name: 'test', selectors: [told, byRanking] }, specifier: 'test' },
]);
const part = (utilities: readonly number[]) => ({ selector: 'told', options: { utilities: [...utilities] } });

async function merged(options: object, size = 4): Promise<Float64Array> {
  const dataset = datasetFromItems(Array.from({ length: size }, (_, id) => ({ id })));
  return (await runSelector(combine, dataset, { options, registry })).utilities!;
}

describe.each(['synth_tiny', 'synth_edge', 's2e_web', 'wmt23_en-de_mqm'])('%s', (name) => {
  const here = hasGolden(name);
  test.skipIf(!here)(
    `gives the reference's utilities${here ? '' : ' (needs the shared golden files)'}`,
    async () => {
      const { methods, metrics_used } = golden(name);
      const selectors = [part(methods.metric_var[metrics_used[0]]), part(methods.diversity.unigram)];
      const expected = methods.combinator.utilities;
      const size = goldenItems(name).length;
      const check = async (key: string, options: object) =>
        expectClose(await merged({ selectors, ...options }, size), expected[key], { relative: 1e-12 });
      for (const normalise of ['rank', 'zscore', '01']) {
        await check(`${normalise}_avg`, { normalise });
        await check(`${normalise}_mul`, { normalise, merge: 'product' });
      }
      await check('rank_avg_weighted_0.1_0.9', { weights: [0.1, 0.9] });
      // The reference takes the absolute value of −0.3.
      await check('rank_avg_weighted_neg0.3_0.7', { weights: [0.3, 0.7] });
    },
  );
});

test('items tie whatever the order of their ranks, and whatever the last bit of a sum', async () => {
  const [one, two] = [0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1];
  expect(one).not.toBe(two);
  expect(Array.from(await merged({ selectors: [part([one, two, 1, 0]), part([5, 5, 6, 7])] }))).toEqual([
    2, 2, 3.5, 2.5,
  ]);
  // A Latin square: every item has the ranks 1 to 7, each in another order of the parts.
  const square = Array.from({ length: 7 }, (_, p) => part(Array.from({ length: 7 }, (_, i) => (i + p) % 7)));
  expect(new Set(await merged({ selectors: square }, 7))).toEqual(new Set([4]));
});

test('a part that only ranks counts by its ranking', async () => {
  expect(Array.from(await merged({ selectors: ['last-first', part([4, 3, 2, 9])] }))).toEqual([2, 2, 2, 4]);
});

test('a part whose utilities are all the same is left out, with its weight', async () => {
  const selectors = [part([5, 5, 5, 5]), part([1, 2, 3, 4])];
  for (const options of [
    { normalise: '01' },
    { normalise: '01', weights: [9, 1] },
    { normalise: '01', merge: 'product' },
  ]) {
    expectClose(await merged({ selectors, ...options }), [0, 1 / 3, 2 / 3, 1], { relative: 1e-15 });
  }
  expect(Array.from(await merged({ selectors: [selectors[0], selectors[0]] }))).toEqual([0, 0, 0, 0]);
});

test('weights that are negative, too few or given with a product are refused', async () => {
  const selectors = [part([1, 2, 3, 4]), part([4, 3, 2, 1])];
  await expect(merged({ selectors, weights: [-1, 2] })).rejects.toThrow('"weights" must be');
  await expect(merged({ selectors, weights: [1] })).rejects.toThrow('one weight per selector');
  await expect(merged({ selectors, weights: [1, 2], merge: 'product' })).rejects.toThrow(
    'not to the product',
  );
});

test('an unknown part is named', async () => {
  await expect(merged({ selectors: ['tol', 'last-first'] })).rejects.toThrow('did you mean "told"?');
});
