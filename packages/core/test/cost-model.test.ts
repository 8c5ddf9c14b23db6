import { describe, expect, test } from 'vitest';
import { checkCostModel, datasetFromItems, defineCostModel, runCostModel, z } from '../src/index.js';
import { expectError, sample } from './support.js';

const costModel = (name: string, costs: (size: number) => any = (size) => new Float64Array(size).fill(2)) =>
  defineCostModel({
    name,
    summary: 's',
    options: z.object({ factor: z.number().min(1).default(1) }),
    costs: ({ size }) => ({ values: costs(size), unit: 'minutes' }),
  });

describe('a cost model', () => {
  test('gives every item a cost', () => {
    expect(runCostModel(costModel('two'), sample())).toEqual({
      values: new Float64Array(7).fill(2),
      unit: 'minutes',
    });
  });

  test.each<[string, object, string]>([
    ['an empty name', { name: '' }, 'cost model "" of the definition must have a kebab-case name'],
    [
      'no name',
      { name: undefined },
      'cost model "(without a name)" of the definition must have a kebab-case',
    ],
    ['a name in capitals', { name: 'Words' }, 'kebab-case'],
    ['a name with capitals at its end', { name: 'wordS' }, 'kebab-case'],
    ['a name that ends in a hyphen', { name: 'words-' }, 'kebab-case'],
    ['an empty summary', { summary: '' }, 'must have a summary'],
    ['no summary', { summary: undefined }, 'must have a summary'],
    ['options that are no schema', { options: null }, 'must have a schema as options'],
    ['no costs', { costs: 1 }, 'must have a costs function'],
  ])('is refused with %s', (_, change, text) =>
    expectError(() => defineCostModel({ ...costModel('fine'), ...change } as never), 'INVALID_PLUGIN', text),
  );

  test('is frozen, of this version, and may be called anything in kebab case', () => {
    for (const name of ['a', 'words', 'per-1000-words']) {
      expect(costModel(name)).toMatchObject({ name, apiVersion: 1 });
      expect(Object.isFrozen(costModel(name))).toBe(true);
    }
  });

  test.each([[null], ['words'], [undefined]])('is not %j', (value) =>
    expectError(
      () => checkCostModel(value, 'p'),
      'INVALID_PLUGIN',
      'cost model "(without a name)" of p must',
    ),
  );

  test('without a version is refused', () =>
    expectError(
      () => checkCostModel({ ...costModel('c'), apiVersion: undefined }),
      'WRONG_API_VERSION',
      'cost model "c" of the definition must have apiVersion 1; it has none',
    ));

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'must give its costs as a Float64Array'],
    ['a plain list', { values: [1, 2], unit: 'x' }, 'must give its costs as a Float64Array'],
    ['an empty unit', { values: new Float64Array(7), unit: '' }, 'the unit of its costs; got ""'],
    ['no unit', { values: new Float64Array(7) }, 'must give the unit of its costs; got nothing'],
    ['too few costs', { values: new Float64Array(6), unit: 'x' }, 'must give 7 costs; it gave 6'],
  ])('that returns %s is at fault', (_, costs, text) =>
    expectError(
      () => runCostModel({ ...costModel('m'), costs: () => costs as never }, sample()),
      'INVALID_PLUGIN',
      text,
    ),
  );

  test.each([0, -1, NaN, Infinity])('may not give a cost of %d', (cost) =>
    expectError(
      () =>
        runCostModel(
          costModel('m', (size) => new Float64Array(size).fill(3).with(2, cost)),
          sample(),
        ),
      'INVALID_COSTS',
      'cost model "m" must give every item a cost above 0; item "item-2" got',
      Number.isNaN(cost) ? 'none' : String(cost),
    ),
  );

  test('names the line of an item it cannot price, and checks its options', async () => {
    const data = { ...datasetFromItems([{ id: 'a' }]), origin: () => 'f.jsonl:9' };
    await expectError(
      () =>
        runCostModel(
          costModel('m', () => Float64Array.of(0)),
          data,
        ),
      'INVALID_COSTS',
      '(f.jsonl:9)',
    );
    await expectError(
      () => runCostModel(costModel('m'), data, { factor: 0 }),
      'INVALID_OPTIONS',
      'cost model "m"',
    );
  });
});
