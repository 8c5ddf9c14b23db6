import { constraintsRefused, type SelectionContext } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { selectWithin } from '../src/index.js';
import { costs, dataset, firstItems, list, select } from './first-items.js';

describe('a selector that keeps bounds', () => {
  const traits = { keepsBounds: true, nested: true };
  const groups = [{ column: 'domain', group: 'news', max: { items: 2 } }];
  const choosesSet = async (options: Parameters<typeof selectWithin>[2]) => {
    const { seen } = await select({ costs, ...options }, traits, []);
    return seen[0].context.constraints !== undefined;
  };

  test('chooses the set for a budget of items, told of the bounds', async () => {
    const { seen } = await select({ budget: { items: 3 }, constraints: { groups, exclude: ['i6'] } }, traits);
    expect(seen[0].context.constraints).toEqual({ groups, maxPer: undefined });
    expect(seen[0].ids).toHaveLength(6);
  });

  test.each([
    ['a budget of items', true, { budget: { items: 3 }, constraints: { groups } }],
    ['no constraints', true, { budget: { items: 3 } }],
    ['a budget in cost', false, { budget: { cost: 9 }, constraints: { groups } }],
    ['whole documents', false, { budget: { items: 3 }, constraints: { groups, keepDocuments: true } }],
    ['turns', false, { budget: { items: 3 }, constraints: { balance: 'domain' } }],
    ['bounds and included items', false, { budget: { items: 3 }, constraints: { groups, include: ['i5'] } }],
    [
      'limits and included items',
      false,
      { budget: { items: 3 }, constraints: { maxPer: [{ column: 'doc', items: 2 }], include: ['i5'] } },
    ],
    ['included items alone', true, { budget: { items: 3 }, constraints: { include: ['i5'] } }],
    ['excluded items', true, { budget: { items: 3 }, constraints: { groups, exclude: ['i5'] } }],
    [
      'bands of length among fewer items',
      false,
      {
        budget: { items: 3 },
        constraints: {
          groups: [...groups, { column: 'length', bands: 2, max: { items: 3 } }],
          exclude: ['i5'],
        },
      },
    ],
    [
      'bands of length',
      true,
      { budget: { items: 3 }, constraints: { groups: [{ column: 'length', bands: 2, max: { items: 3 } }] } },
    ],
  ] as const)('with %s chooses the set itself: %s', async (_, isItself, options) => {
    expect(await choosesSet(options as never)).toBe(isItself);
  });

  test('that refuses bounds is asked again without them, and its set replaced where it breaks them', async () => {
    const refuse = ({ constraints }: SelectionContext) =>
      constraints?.groups || constraints?.maxPer
        ? constraintsRefused('first-items', ['group domain'])
        : undefined;
    const { selector, seen } = firstItems(traits, refuse);
    const maxPer = [{ column: 'doc', items: 3 }];
    const constraints = { groups, maxPer, exclude: ['i6'] };
    const { selection, choice } = await selectWithin(dataset, selector, {
      budget: { items: 3 },
      constraints,
    });
    expect(seen.map(({ context, ids }) => [context.constraints?.groups, ids.length])).toEqual([
      [groups, 6],
      [undefined, 6],
    ]);
    expect(list(selection.chosen)).toEqual([0, 1, 4]);
    expect(choice).toBeDefined();
  });

  test('that fails otherwise has failed', async () => {
    // Asked a second time it would answer.
    let times = 0;
    const { selector } = firstItems(traits, () => (times++ === 0 ? new Error('broken') : undefined));
    await expect(
      selectWithin(dataset, selector, { budget: { items: 3 }, constraints: { groups } }),
    ).rejects.toMatchObject({ code: 'PLUGIN_THREW' });
  });
});
