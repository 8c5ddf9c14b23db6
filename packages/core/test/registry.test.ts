import { describe, expect, test } from 'vitest';
import {
  API_VERSION,
  checkCostModel,
  checkSelector,
  createRegistry,
  datasetFromItems,
  defineCostModel,
  defineSelector,
  runCostModel,
  z,
  type LoadedPlugin,
  type Plugin,
} from '../src/index.js';
import { expectError, sample } from './support.js';

const selector = (name: string) =>
  defineSelector({ name, summary: 's', needs: [], options: z.object({}), select: () => ({ ranking: [] }) });
const costModel = (name: string, costs: (size: number) => any = (size) => new Float64Array(size).fill(2)) =>
  defineCostModel({
    name,
    summary: 's',
    options: z.object({ factor: z.number().min(1).default(1) }),
    costs: ({ size }) => ({ values: costs(size), unit: 'minutes' }),
  });
const loaded = (plugin: unknown): LoadedPlugin => ({ plugin: plugin as Plugin, specifier: './plugin.js' });

describe('a registry', () => {
  const registry = createRegistry([
    loaded({ name: 'one', selectors: [selector('random'), selector('variance')] }),
    loaded({ name: 'two', selectors: [selector('diversity')], costModels: [costModel('random')] }),
    loaded({ name: 'empty' }),
  ]);

  test('finds by name; a selector and a cost model may share one', () => {
    expect(registry.selectors.map(({ name }) => name)).toEqual(['random', 'variance', 'diversity']);
    expect(registry.selector('diversity').name).toBe('diversity');
    expect(registry.costModel('random')).toBe(registry.costModels[0]);
    expect(registry.plugins.map(({ plugin }) => plugin.name)).toEqual(['one', 'two', 'empty']);
    expect(Object.isFrozen(registry)).toBe(true);
  });

  test('names the nearest when it has none', async () => {
    await expectError(
      () => registry.selector('varience'),
      'UNKNOWN_SELECTOR',
      'did you mean "variance"?',
      '--plugin',
    );
    await expectError(
      () => registry.selector('__proto__'),
      'UNKNOWN_SELECTOR',
      '"random", "variance", "diversity"',
    );
    await expectError(() => registry.costModel('x'), 'UNKNOWN_COST_MODEL', 'choose one of "random"');
    await expectError(() => createRegistry([]).costModel('x'), 'UNKNOWN_COST_MODEL', 'choose one of none');
  });

  test('names a plugin whose members throw when they are read', async () => {
    const plugin = {
      name: 'rude',
      get selectors(): never {
        throw new Error('boo');
      },
    };
    await expectError(() => createRegistry([loaded(plugin)]), 'PLUGIN_THREW', 'plugin ', 'failed: boo');
  });

  test('refuses a name that comes twice, and says from where', async () => {
    const one = loaded({ name: 'one', selectors: [selector('random')], costModels: [costModel('words')] });
    const two = loaded({ name: 'two', selectors: [selector('random')] });
    const three = loaded({ name: 'three', costModels: [costModel('words')] });
    await expectError(
      () => createRegistry([one, two]),
      'DUPLICATE_NAME',
      'selector',
      '"random"',
      'both one and two',
    );
    await expectError(
      () => createRegistry([one, three]),
      'DUPLICATE_NAME',
      'cost model',
      'both one and three',
    );
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'plugin ./plugin.js must export an object with a name as its default'],
    ['null', null, 'plugin ./plugin.js must export'],
    ['no name', {}, 'plugin ./plugin.js must export'],
    [
      'selectors that are no list',
      { name: 'p', selectors: {} },
      'plugin p must have a list as "selectors"; got {}',
    ],
    [
      'a hole',
      { name: 'p', selectors: [null] },
      'selector "(without a name)" of p must have a kebab-case name',
    ],
    [
      'a selector as a cost model',
      { name: 'p', costModels: [selector('x')] },
      '"x" of p must have a costs function',
    ],
  ])('refuses a plugin with %s', (_, plugin, text) =>
    expectError(() => createRegistry([loaded(plugin)]), 'INVALID_PLUGIN', text, 'page on writing a selector'),
  );

  test('refuses a plugin of another version with both numbers', async () => {
    const old = { ...selector('old'), apiVersion: 7 };
    await expectError(
      () => createRegistry([loaded({ name: 'p', selectors: [old] })]),
      'WRONG_API_VERSION',
      'selector "old" of p must have apiVersion 1; it has 7',
    );
    await expectError(
      () => checkCostModel({ ...costModel('c'), apiVersion: undefined }),
      'WRONG_API_VERSION',
      'none',
    );
  });
});

describe('a selector', () => {
  test('is frozen, carries the version, and promises nothing it does not say', () => {
    const { apiVersion, traits } = selector('a');
    expect({ apiVersion, traits }).toEqual({
      apiVersion: API_VERSION,
      traits: {
        itemwise: false,
        deterministic: false,
        nested: false,
        extendsJudged: false,
        keepsBounds: false,
        design: false,
      },
    });
    expect(Object.isFrozen(selector('a'))).toBe(true);
    expect(checkSelector(JSON.parse('{}', () => selector('a')))).toBeUndefined();
  });

  test.each<[string, object, string]>([
    ['a name in capitals', { name: 'Random' }, '"Random" of the definition must have a kebab-case name'],
    ['a name with an empty part', { name: 'a--b' }, 'kebab-case'],
    ['a numeric name', { name: 5 }, 'kebab-case'],
    ['no summary', { summary: '' }, 'must have a summary'],
    ['needs that are no list', { needs: 'scores' }, 'must list its needs'],
    ['an unknown need', { needs: ['score'] }, 'must list needs among scores, outputs, sources'],
    [
      'a trait that is not a boolean',
      { traits: { nested: 'yes' } },
      'trait nested, true or false; got "yes"',
    ],
    ['options that are no schema', { options: {} }, 'must have a schema as options'],
    ['no select', { select: undefined }, 'must have a select function'],
    ['a pool scorer that is no function', { poolScorer: {} }, 'must have a function as poolScorer, or none'],
  ])('is refused with %s', (_, change, text) =>
    expectError(() => defineSelector({ ...selector('fine'), ...change } as never), 'INVALID_PLUGIN', text),
  );

  test('is refused with null as traits', () =>
    expectError(
      () => checkSelector({ ...selector('a'), traits: null }),
      'INVALID_PLUGIN',
      'must have the trait itemwise',
    ));
});

describe('a cost model', () => {
  test('gives every item a cost', () => {
    expect(runCostModel(costModel('two'), sample())).toEqual({
      values: new Float64Array(7).fill(2),
      unit: 'minutes',
    });
  });

  test.each<[string, object, string]>([
    ['no name', { name: '' }, 'kebab-case'],
    ['no summary', { summary: undefined }, 'must have a summary'],
    ['options that are no schema', { options: null }, 'must have a schema as options'],
    ['no costs', { costs: 1 }, 'must have a costs function'],
  ])('is refused with %s', (_, change, text) =>
    expectError(() => defineCostModel({ ...costModel('fine'), ...change } as never), 'INVALID_PLUGIN', text),
  );

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'must give its costs as a Float64Array'],
    ['a plain list', { values: [1, 2], unit: 'x' }, 'must give its costs as a Float64Array'],
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
