import { describe, expect, test } from 'vitest';
import { API_VERSION, checkSelector, defineSelector, z } from '../src/index.js';
import { expectError } from './support.js';

const selector = (name: string) =>
  defineSelector({ name, summary: 's', needs: [], options: z.object({}), select: () => ({ ranking: [] }) });

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
    ['a name that begins with a digit', { name: '1a' }, 'kebab-case'],
    ['a name that ends with a hyphen', { name: 'a-' }, 'kebab-case'],
    ['no name', { name: undefined }, 'selector "(without a name)" of the definition must have a kebab-case'],
    ['a numeric name', { name: 5 }, 'kebab-case'],
    ['an empty summary', { summary: '' }, 'must have a summary'],
    ['no summary', { summary: undefined }, 'must have a summary'],
    ['needs that are no list', { needs: 'scores' }, 'must list its needs'],
    [
      'an unknown need',
      { needs: ['score'] },
      'must list needs among scores, outputs, sources, embeddings, target, budget; got "score"',
    ],
    [
      'a trait that is not a boolean',
      { traits: { nested: 'yes' } },
      'trait nested, true or false; got "yes"',
    ],
    ['options that are no schema', { options: {} }, 'must have a schema as options'],
    ['no select', { select: undefined }, 'must have a select function'],
    [
      'a pool scorer that is no function',
      { poolScorer: {} },
      'must have a function as poolScorer, or none; got {}',
    ],
  ])('is refused with %s', (_, change, text) =>
    expectError(() => defineSelector({ ...selector('fine'), ...change } as never), 'INVALID_PLUGIN', text),
  );

  test('may have any need, all traits and a pool scorer', () => {
    const needs = ['scores', 'outputs', 'sources', 'embeddings', 'target', 'budget'] as const;
    const own = { name: 'top-1-of-3', needs, traits: { design: true }, poolScorer: () => undefined };
    expect(defineSelector({ ...selector('a'), ...own })).toMatchObject({
      ...own,
      traits: { design: true, itemwise: false },
    });
  });

  test.each([[null], ['random'], [5]])('is not %j', (value) =>
    expectError(
      () => checkSelector(value, 'p'),
      'INVALID_PLUGIN',
      'selector "(without a name)" of p must have',
    ),
  );

  test('is refused with null as traits', () =>
    expectError(
      () => checkSelector({ ...selector('a'), traits: null }),
      'INVALID_PLUGIN',
      'must have the trait itemwise',
    ));
});
