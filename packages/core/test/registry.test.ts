import { describe, expect, test } from 'vitest';
import {
  createRegistry,
  defineCostModel,
  defineEstimator,
  defineMeasure,
  defineSelector,
  z,
  type LoadedPlugin,
  type Plugin,
} from '../src/index.js';
import { expectError } from './support.js';

const common = { summary: 's', options: z.object({}) };
const selector = (name: string) =>
  defineSelector({ name, ...common, needs: [], select: () => ({ ranking: [] }) });
const costModel = (name: string) => defineCostModel({ name, ...common, costs: () => undefined as never });
const estimator = (name: string) => defineEstimator({ name, ...common, estimate: () => undefined as never });
const measure = (name: string) =>
  defineMeasure({ name, title: 't', summary: 's', direction: 'higher', range: [0, 1], of: () => 1 });

const loaded = (plugin: unknown): LoadedPlugin => ({ plugin: plugin as Plugin, specifier: './plugin.js' });

const finders = {
  selectors: 'selector',
  costModels: 'costModel',
  measures: 'measure',
  estimators: 'estimator',
} as const;
/** What plugins bring: how a plugin and a registry list it, and how one is made. */
const kinds: [kind: string, keyof typeof finders, (name: string) => { readonly name: string }, string][] = [
  ['selector', 'selectors', selector, 'UNKNOWN_SELECTOR'],
  ['cost model', 'costModels', costModel, 'UNKNOWN_COST_MODEL'],
  ['measure', 'measures', measure, 'UNKNOWN_MEASURE'],
  ['estimator', 'estimators', estimator, 'UNKNOWN_ESTIMATOR'],
];

describe('a registry', () => {
  test.each(kinds)('finds a %s by its name, in the order of the plugins', async (kind, list, make, code) => {
    const parts = ['alpha', 'beta', 'gamma'].map(make);
    const registry = createRegistry([
      loaded({ name: 'one', [list]: parts.slice(0, 2) }),
      loaded({ name: 'two', [list]: parts.slice(2) }),
      loaded({ name: 'empty' }),
    ]);
    expect(registry[list]).toEqual(parts);
    const find = (name: string) => registry[finders[list]](name);
    for (const part of parts) expect(find(part.name)).toBe(part);
    await expectError(() => find('gama'), code, `there is no ${kind} "gama" (did you mean "gamma"?)`);
    await expectError(() => find('__proto__'), code, 'choose one of "alpha", "beta", "gamma"');
    const none = createRegistry([]);
    await expectError(() => none[finders[list]]('alpha'), code, 'choose one of none');
    for (const [, other] of kinds) if (other !== list) expect(registry[other]).toEqual([]);
  });

  test.each(kinds)('refuses a %s whose name comes twice, and says from where', async (kind, list, make) => {
    const of = (plugin: string, ...names: string[]) => loaded({ name: plugin, [list]: names.map(make) });
    await expectError(
      () => createRegistry([of('one', 'alpha', 'beta'), of('two', 'gamma', 'beta')]),
      'DUPLICATE_NAME',
      `${kind} names must be unique; "beta" comes from both one and two; leave out one of the two plugins`,
    );
    await expectError(() => createRegistry([of('one', 'alpha', 'alpha')]), 'DUPLICATE_NAME', 'one and one');
  });

  test.each(kinds)(
    'refuses a %s of another version or shape, and a list that is none',
    async (kind, list, make) => {
      const given = (value: unknown) => () => createRegistry([loaded({ name: 'p', [list]: value })]);
      await expectError(
        given([{ ...make('old'), apiVersion: 7 }]),
        'WRONG_API_VERSION',
        `${kind} "old" of p must have apiVersion 1; it has 7`,
      );
      await expectError(
        given([null]),
        'INVALID_PLUGIN',
        `${kind} "(without a name)" of p must have a kebab-case name; see the page on writing a selector`,
      );
      await expectError(given({}), 'INVALID_PLUGIN', `plugin p must have a list as "${list}"; got {}`);
      expect(given(null)()[list]).toEqual([]);
    },
  );

  test('may have parts of one name where their kinds differ, knows its plugins and stays as it is', () => {
    const plugin = {
      name: 'p',
      selectors: [selector('same')],
      costModels: [costModel('same')],
      measures: [measure('same')],
      estimators: [estimator('same')],
    };
    const registry = createRegistry([loaded(plugin)]);
    expect(registry.selector('same')).toBe(plugin.selectors[0]);
    expect(registry.costModel('same')).toBe(plugin.costModels[0]);
    expect(registry.plugins).toEqual([loaded(plugin)]);
    expect(Object.isFrozen(registry)).toBe(true);
  });

  test('names a plugin whose members throw when they are read', () => {
    const plugin = {
      name: 'rude',
      get selectors(): never {
        throw new Error('boo');
      },
    };
    return expectError(
      () => createRegistry([loaded(plugin)]),
      'PLUGIN_THREW',
      'plugin ./plugin.js failed: boo',
    );
  });

  test.each([[undefined], [null], ['p'], [{}], [{ name: 5 }]])('refuses %j as a plugin', (plugin) =>
    expectError(
      () => createRegistry([loaded(plugin)]),
      'INVALID_PLUGIN',
      'plugin ./plugin.js must export an object with a name as its default',
    ),
  );
});
