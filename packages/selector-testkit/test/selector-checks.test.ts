import { createRegistry, defineError, defineSelector, z, type Selector } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { selectorChecks, type Setup } from '../src/index.js';
import { brokenSelectors } from './broken-selectors.js';
import { allTraits, byRow, rarestSource, sound, variant } from './selectors.js';

const checkOf = (selector: Selector, name: string, setup?: Setup) => {
  const check = selectorChecks(selector, setup).find((candidate) => candidate.name.startsWith(name));
  if (check === undefined) throw new Error(`there is no check "${name}"`);
  return check;
};

describe('a sound selector passes: all traits', () => {
  for (const { name, run } of selectorChecks(sound)) test(name, run);
});

const soundOnes: Record<string, Selector> = {
  'random, asynchronous': variant({
    needs: [],
    traits: { itemwise: false, deterministic: false },
    select: async ({ ids }, _options, { rng }) => ({ utilities: Float64Array.from(ids, () => rng.next()) }),
  }),
  'a ranking of its own': variant({
    traits: { itemwise: false },
    select: (dataset) => {
      const rates = byRow(dataset, (row) => (Number.isNaN(row[0]) ? -1 : row[0]));
      return { ranking: [...rates.keys()].sort((a, b) => rates[b] - rates[a]) };
    },
  }),
  'chosen items with weights, by the largest source': defineSelector({
    name: 'chooser',
    summary: 'Longest sources.',
    needs: ['budget', 'sources'],
    traits: { deterministic: true },
    options: z.object({}),
    select: ({ sources, size }, _options, { budget, costs, signal, progress }) => {
      signal?.throwIfAborted();
      progress?.(1, 1);
      signal?.throwIfAborted();
      const utilities = Float64Array.from(sources!, (text) => text?.length ?? 0);
      const ranking = [...utilities.keys()].sort((a, b) => utilities[b] - utilities[a] || a - b);
      if (budget?.items === undefined || costs) return { utilities };
      const chosen = ranking.slice(0, budget.items);
      const weights = new Float64Array(size);
      for (const item of chosen) weights[item] = size / chosen.length;
      return { chosen, utilities, weights };
    },
  }),
};

const itemsOnly = defineError('ITEMS_ONLY', 'A budget is not in items.', () => ({
  fields: {},
  what: 'the budget must be in items',
  advice: 'leave out the costs',
}));
soundOnes['a scorer of pools'] = rarestSource;
soundOnes['a scorer of pools for other options'] = { ...rarestSource, poolScorer: () => undefined };
soundOnes['no budget of costs'] = variant({
  select: (dataset, options, context) => {
    if (context.budget?.cost !== undefined) throw itemsOnly();
    return sound.select(dataset, options, context);
  },
});

describe.each(Object.entries(soundOnes))('a sound selector passes: %s', (_, selector) => {
  for (const { name, run } of selectorChecks(selector)) test(name, run);
});

describe('the kit finds a selector that', () => {
  test.each(brokenSelectors)('$fault', async ({ selector, check, setup, says }) => {
    const error: any = await checkOf(selector, check, setup)
      .run()
      .then(
        () => expect.fail(`"${check}" holds`),
        (thrown) => thrown,
      );
    for (const text of says) expect(error.message).toContain(text);
  });

  test('breaks any of the laws: there is a broken selector for each check', () => {
    const caught = new Set(brokenSelectors.map(({ check }) => check));
    expect(
      selectorChecks({ ...sound, poolScorer: () => undefined })
        .map(({ name }) => name)
        .filter((name) => !caught.has(name)),
    ).toEqual([]);
  });

  test('is no selector at all, with a failure of every check and no crash', async () => {
    for (const value of [undefined, null, {}, { name: 'x' }, 5]) {
      const results = await Promise.allSettled(selectorChecks(value as never).map(({ run }) => run()));
      expect(results.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    }
  });
});

describe('checks of a trait', () => {
  const names = (selector: Selector) => selectorChecks(selector).map(({ name }) => name);

  test('are there when it is claimed', () => {
    const none = variant({ traits: { itemwise: false, deterministic: false, nested: false } });
    const onlyClaimed = names(variant({ traits: allTraits })).filter((name) => !names(none).includes(name));
    expect(onlyClaimed).toEqual([
      'permutes its answer with the items',
      'is deterministic, as it claims',
      'is itemwise, as it claims',
      'is nested, as it claims',
    ]);
    const design = names(variant({ traits: { ...allTraits, design: true } }));
    expect(design.filter((name) => !names(sound).includes(name))).toEqual([
      'writes probabilities and weights, as a design',
      'draws with the probabilities that it writes, as a design',
    ]);
  });
});

describe('the setup', () => {
  const picky = defineSelector({
    name: 'picky',
    summary: 'The first score.',
    needs: ['scores'],
    traits: allTraits,
    options: z.object({ metric: z.enum(['bleu']).describe('m') }),
    select: (dataset, { metric }, { registry }) => {
      registry.selector('sound');
      const { values, systems } = dataset.scores(metric);
      return { utilities: Float64Array.from(dataset.ids, (_, i) => values[i * systems]) };
    },
  });
  const registry = createRegistry([{ plugin: { name: 'p', selectors: [sound] }, specifier: 'p' }]);

  test('gives options, a registry, data, shapes and the number of runs', async () => {
    const shapes: object[] = [];
    const setup: Setup = {
      options: { metric: 'bleu' },
      registry,
      runs: 4,
      sizes: [6, 6],
      systems: [3, 4],
      items: (shape) => {
        shapes.push(shape);
        return Array.from({ length: shape.items }, (_, i) => ({
          scores: Object.fromEntries(
            Array.from({ length: shape.systems }, (_unused, s) => [
              `s${s}`,
              { bleu: (shape.seed % 97) + i * 7 + s },
            ]),
          ),
        }));
      },
    };
    await checkOf(picky, 'gives a selection', setup).run();
    expect(shapes).toHaveLength(4);
    for (const shape of shapes)
      expect(shape).toMatchObject({ items: 6, systems: expect.toSatisfy((s) => s === 3 || s === 4) });
    await checkOf(picky, 'refuses invalid options', setup).run();
    await expect(checkOf(picky, 'gives a selection').run()).rejects.toThrow('"metric" must be given');
  });

  test('has a seed: another one, other data', async () => {
    const seen = async (seed: number) => {
      const seeds: number[] = [];
      const items = ({ items, seed }: { items: number; seed: number }) => {
        seeds.push(seed);
        return Array.from({ length: items }, () => ({ scores: { a: { m: 1 } } }));
      };
      await checkOf(sound, 'gives a selection', { seed, items }).run();
      return seeds;
    };
    expect(await seen(1)).toEqual(await seen(1));
    expect(await seen(1)).not.toEqual(await seen(2));
  });

  test('widens the tolerance of sums', async () => {
    const rough = variant({
      traits: { deterministic: true },
      select: (dataset) => ({
        utilities: byRow(dataset, (row) => row[0]).map((x, item) => x * (1 + item * 1e-6)),
      }),
    });
    const name = 'permutes its answer with the items';
    await expect(checkOf(rough, name).run()).rejects.toThrow('utilities of item');
    await checkOf(rough, name, { tolerance: 1e-4 }).run();
  });
});

describe('an expected failure', () => {
  const name = 'permutes its answer with the items';
  const positional = variant({ select: ({ ids }) => ({ ranking: ids.map((_, item) => item) }) });

  test('is none', () =>
    checkOf(positional, name, { expectedFailures: { [name]: 'keeps input order' } }).run());

  test('shows its reason in the name of the check', () => {
    const { name: shown } = checkOf(positional, name, { expectedFailures: { [name]: 'keeps input order' } });
    expect(shown).toBe(`${name} (expected to fail: keeps input order)`);
  });

  test('that is undefined is not given, like any part of a setup', () => {
    const names = (setup: Setup) => selectorChecks(sound, setup).map((check) => check.name);
    const parts = ['options', 'sizes', 'runs', 'tolerance', 'expectedFailures'];
    expect(names(Object.fromEntries(parts.map((part) => [part, undefined])))).toEqual(names({}));
    return checkOf(sound, name, { expectedFailures: undefined, runs: undefined, sizes: undefined }).run();
  });

  test('that holds is one', () =>
    expect(checkOf(sound, name, { expectedFailures: { [name]: 'old fault' } }).run()).rejects.toMatchObject({
      code: 'UNEXPECTED_PASS',
      message: expect.stringContaining(
        '(old fault), but the check holds; remove the check from expectedFailures',
      ),
    }));

  test.each([
    [name, '', 'must have a reason; say why it fails'],
    [name, '  ', 'must have a reason'],
    ['permutes its answer with items', 'x', `(did you mean "${name}"?)`],
    ['__proto__', 'x', 'there is none called "__proto__"'],
  ])('must name a check and give a reason: %j, %j', (check, reason, text) => {
    const expectedFailures = Object.fromEntries([[check, reason]]);
    expect(() => selectorChecks(sound, { expectedFailures })).toThrow(
      expect.objectContaining({ code: 'INVALID_EXPECTATION', message: expect.stringContaining(text) }),
    );
  });
});
