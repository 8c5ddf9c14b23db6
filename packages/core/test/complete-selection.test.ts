import { describe, expect, test } from 'vitest';
import { defineSelector, runSelector, z, type RunOptions } from '../src/index.js';
import { expectError, sample } from './support.js';

/** Runs a selector that returns a given result on the seven items of the sample. */
const run = (result: any, options?: RunOptions) =>
  runSelector(
    defineSelector({ name: 'fixed', summary: 's', needs: [], options: z.object({}), select: () => result }),
    sample(),
    options,
  );
const floats = (...values: number[]) => Float64Array.from(values);

describe('a selection', () => {
  test('ranks by utility, ties in input order, and says how it was made', async () => {
    const utilities = floats(1, 3, 2, 3, -0, 0, -Infinity);
    expect(await run({ utilities, details: { fitted: true } }, { seed: 5 })).toEqual({
      ranking: Uint32Array.of(1, 3, 2, 0, 4, 5, 6),
      utilities,
      details: { fitted: true },
      selector: 'fixed',
      options: {},
      seed: 5,
    });
  });

  test('keeps warnings and a bound as they are; no warnings are none', async () => {
    const utilities = new Float64Array(7);
    const warnings = [{ code: 'ODD_DATA', text: 'the data are odd' }];
    const bound = { utility: 3, upper: 4, gap: 0.25 };
    expect(await run({ utilities, warnings, bound })).toMatchObject({ warnings, bound });
    expect(await run({ utilities, warnings: [] })).not.toHaveProperty('warnings');
    expect(await run({ utilities, warnings: undefined, bound: undefined })).not.toHaveProperty('bound');
  });

  test.each([
    { utility: 3, upper: 3, gap: 0 },
    { utility: 1 + 1e-12, upper: 1, gap: 0 },
    { utility: 1e9 + 0.5, upper: 1e9, gap: -1e-10 },
    { utility: -1e9, upper: -1e9 - 0.5, gap: 0 },
    { utility: -1, upper: 5, gap: 2 },
  ])('may have a bound that is right but for rounding: %j', async (bound) => {
    expect((await run({ utilities: new Float64Array(7), bound })).bound).toEqual(bound);
  });

  test.each<[string, object]>([
    ['warnings of a code in capitals and a text', { warnings: [{ code: 'odd data', text: 'x' }] }],
    ['warnings of a code in capitals and a text', { warnings: [{ code: 'ODD', text: '' }] }],
    ['warnings of a code in capitals and a text', { warnings: ['odd'] }],
    ['a list of warnings; got "odd"', { warnings: 'odd' }],
    ['warnings of a code in capitals and a text', { warnings: [{ code: 'ODD', text: 5 }] }],
    ['warnings of a code in capitals and a text; got null', { warnings: [null] }],
    ['warnings of a code in capitals and a text', { warnings: [{ code: '1ST', text: 'x' }] }],
    ['warnings of a code in capitals and a text', { warnings: [{ code: 'ODDly', text: 'x' }] }],
    [
      'a code in capitals and a text; got {"code":""}',
      { warnings: [{ code: 'OK_2', text: 'x' }, { code: '' }] },
    ],
    ['a bound of finite numbers', { bound: { utility: 5, upper: 4, gap: 0 } }],
    ['a bound of finite numbers', { bound: { utility: 0.5 + 1e-8, upper: 0.5, gap: 0 } }],
    ['a bound of finite numbers', { bound: { utility: 0, upper: 0, gap: -1e-8 } }],
    [
      'upper not below utility, gap not below 0; got {"utility":5,"upper":-5,',
      { bound: { utility: 5, upper: -5, gap: 0 } },
    ],
    ['a bound of finite numbers', { bound: { utility: 3, upper: Infinity, gap: 1 } }],
    ['a bound of finite numbers', { bound: { utility: NaN, upper: 1, gap: 0 } }],
    ['a bound of finite numbers', { bound: { utility: 3, upper: 4 } }],
    ['a bound of finite numbers', { bound: { utility: 3, upper: 4, gap: -0.1 } }],
  ])('has %s', async (says, result) => {
    await expectError(() => run({ utilities: new Float64Array(7), ...result }), 'INVALID_SELECTION', says);
  });

  test('has the chosen items first: its own, then the others by utility or input order', async () => {
    const chosen = [4, 2];
    expect((await run({ chosen })).ranking).toEqual(Uint32Array.of(4, 2, 0, 1, 3, 5, 6));
    const byUtility = await run({ chosen, utilities: floats(0, 1, 2, 3, 4, 5, 6) });
    expect(byUtility.ranking).toEqual(Uint32Array.of(4, 2, 6, 5, 3, 1, 0));
    expect(byUtility.chosen).toEqual(Uint32Array.of(4, 2));
  });

  test('keeps a ranking beside chosen items as it is', async () => {
    const ranking = [6, 5, 4, 3, 2, 1, 0];
    const selection = await run({ ranking, chosen: [0] });
    expect(selection.ranking).toEqual(Uint32Array.from(ranking));
    expect(selection.chosen).toEqual(Uint32Array.of(0));
  });

  test('has what a budget buys of the ranking', async () => {
    const ranking = [6, 5, 4, 3, 2, 1, 0];
    expect((await run({ ranking }, { budget: { items: 2 } })).chosen).toEqual(Uint32Array.of(6, 5));
    const costs = floats(1, 1, 1, 1, 1, 9, 2);
    expect((await run({ ranking }, { budget: { cost: 4 }, costs })).chosen).toEqual(Uint32Array.of(6, 4, 3));
    expect((await run({ ranking })).chosen).toBeUndefined();
  });

  test('carries inclusion probabilities and weights', async () => {
    const inclusion = floats(1, 0, 0.5, 0.5, 0, 0, 0);
    const weights = floats(1, 0, 2, 0, 0, 0, 0);
    expect(await run({ chosen: [0, 2], inclusion, weights })).toMatchObject({ inclusion, weights });
  });

  const utilities = new Float64Array(7);
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'must return an object; it returned nothing'],
    ['a list', 5, 'must return an object; it returned 5'],
    ['none of the three', {}, 'must return utilities, a ranking or chosen items'],
    ['utilities of wrong length', { utilities: floats(1, 2) }, 'must return 7 utilities; it returned 2'],
    [
      'utilities in a plain list',
      { utilities: [1, 2] },
      'must return utilities as a Float64Array; got [1,2]',
    ],
    ['a first utility of NaN', { utilities: utilities.with(0, NaN) }, 'that are numbers; item 0 has NaN'],
    ['a NaN utility', { utilities: utilities.with(3, NaN) }, 'utilities that are numbers; item 3 has NaN'],
    ['a short ranking', { ranking: [0, 1] }, 'must rank all 7 items; it ranked 2'],
    [
      'a repeated item',
      { ranking: [0, 1, 2, 2, 4, 5, 6] },
      'a ranking without repetition; item 2 occurs twice',
    ],
    ['an item that is not there', { ranking: [0, 1, 2, 3, 4, 5, 7] }, 'indices below 7; got 7 at rank 7'],
    ['a negative item', { chosen: [-1] }, 'chosen items of indices below 7; got -1 at rank 1'],
    ['half an item', { chosen: [0, 1.5] }, 'got 1.5 at rank 2'],
    ['an item in quotes', { chosen: ['1'] }, 'got "1" at rank 1'],
    ['an item chosen twice', { chosen: [1, 1] }, 'chosen items without repetition; item 1 occurs twice'],
    [
      'a probability above 1',
      { utilities, inclusion: utilities.with(1, 1.5) },
      'from 0 to 1; item 1 has 1.5',
    ],
    ['a NaN probability', { utilities, inclusion: utilities.with(1, NaN) }, 'from 0 to 1; item 1 has NaN'],
    [
      'a negative weight',
      { utilities, weights: utilities.with(2, -1) },
      'of 0 or more, finite; item 2 has -1',
    ],
    ['an endless weight', { utilities, weights: utilities.with(2, Infinity) }, 'item 2 has Infinity'],
  ])('is refused with %s', (_, result, text) =>
    expectError(() => run(result), 'INVALID_SELECTION', 'selector "fixed"', text, 'report it to its authors'),
  );

  test('is refused when it spends more than the budget', async () => {
    const chosen = [0, 1, 2];
    await expectError(
      () => run({ chosen }, { budget: { items: 2 } }),
      'INVALID_SELECTION',
      'at most 2 items',
      'chose 3',
    );
    const priced = { budget: { cost: 5 }, costs: floats(2, 2, 2, 1, 1, 1, 1) };
    await expectError(() => run({ chosen }, priced), 'INVALID_SELECTION', 'at most 5 in cost', 'costs 6');
    expect((await run({ chosen: [0, 1, 3] }, priced)).chosen).toHaveLength(3);
    expect((await run({ chosen }, { budget: { items: 3 } })).chosen).toHaveLength(3);
    expect((await run({ chosen }, { ...priced, budget: { items: 3 } })).chosen).toHaveLength(3);
    expect((await run({ chosen }, { budget: { cost: 5 } })).chosen).toHaveLength(3);
    const rounded = { budget: { cost: 0.3 }, costs: new Float64Array(7).fill(0.1) };
    expect((await run({ chosen }, rounded)).chosen).toHaveLength(3);
  });
});
