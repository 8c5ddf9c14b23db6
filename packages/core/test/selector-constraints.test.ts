import { describe, expect, test } from 'vitest';
import {
  defineSelector,
  runSelector,
  withoutTexts,
  z,
  type RunOptions,
  type SelectionContext,
} from '../src/index.js';
import { expectError, sample } from './support.js';

/** A selector that remembers its context, and changes the constraints that it was given. */
function spying(keepsBounds: boolean) {
  const contexts: SelectionContext[] = [];
  const selector = defineSelector({
    name: 'spy',
    summary: 's',
    needs: [],
    options: z.object({}),
    traits: { keepsBounds },
    select: (_data, _options, context) => {
      contexts.push(structuredClone({ ...context, rng: undefined, registry: undefined }) as never);
      if (context.constraints) (context.constraints as { groups: unknown }).groups = [];
      return { chosen: [0] };
    },
  });
  return { contexts, run: (options: RunOptions) => runSelector(selector, sample(), options) };
}

describe('constraints of a selection', () => {
  const constraints = {
    groups: [
      { column: 'domain', max: { items: 3 } },
      { column: 'domain', group: 'news', min: { items: 1 } },
    ],
    maxPer: [{ column: 'doc', items: 2 }],
  };

  test('are given to a selector that keeps them, as a copy', async () => {
    const { contexts, run } = spying(true);
    const given = structuredClone(constraints);
    await run({ constraints: given });
    expect(contexts[0].constraints).toEqual(constraints);
    expect(Object.keys(contexts[0])).not.toContain('groups');
    expect(given).toEqual(constraints);
    await run({});
    expect(contexts[1]).not.toHaveProperty('constraints');
  });

  test('are refused for one that does not, by name', async () => {
    const { contexts, run } = spying(false);
    const refused = (part: RunOptions['constraints'], texts: string) =>
      expectError(
        () => run({ constraints: part }),
        'CONSTRAINTS_REFUSED',
        `selector "spy" does not keep ${texts} by itself`,
      );
    await refused(constraints, 'group domain, group domain=news, max-per doc=2');
    await refused({ groups: constraints.groups.slice(0, 1) }, 'group domain');
    await refused(
      { groups: constraints.groups.slice(0, 1), maxPer: constraints.maxPer },
      'group domain, max-per doc=2',
    );
    await refused({ maxPer: constraints.maxPer }, 'max-per doc=2');
    expect(contexts).toEqual([]);
    for (const none of [{}, { groups: [] }, { maxPer: [] }]) await run({ constraints: none });
    expect(contexts).toHaveLength(3);
  });
});

test('a dataset without texts lacks them and what is made of them, and nothing else', () => {
  const dataset = sample();
  const bare = withoutTexts(dataset);
  const gone = ['sources', 'references', 'outputs', 'embeddings'];
  expect(Object.keys(bare)).toEqual(Object.keys(dataset).filter((key) => !gone.includes(key)));
  expect(bare.scores('human')).toBe(dataset.scores('human'));
});
