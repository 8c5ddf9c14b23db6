import type { Selector } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { selectWithin } from '../src/index.js';
import { costs, dataset, firstItems, list, select } from './first-items.js';

describe('a selector that chooses a set', () => {
  test('has its own set where that keeps to everything', async () => {
    const groups = [{ column: 'domain', group: 'news', min: { items: 3 } }];
    const { chosen, selection, choice, replaced, seen } = await select({
      budget: { items: 3 },
      constraints: { groups, exclude: ['i1'] },
    });
    expect(chosen).toEqual([0, 2, 3]);
    expect([choice, replaced]).toEqual([undefined, undefined]);
    // Another draw might not have kept to the bound.
    expect([selection.inclusion, selection.weights]).toEqual([undefined, undefined]);
    const free = await select({ budget: { items: 3 }, constraints: { exclude: ['i1'] } });
    expect(free.selection.inclusion).toBeDefined();
    expect(seen[0].ids).not.toContain('i1');
    // It does not keep bounds, so it is not told of them.
    expect(seen[0].context.constraints).toBeUndefined();
  });

  test('has its set replaced where that breaks a bound, and says how much of it', async () => {
    const groups = [{ column: 'domain', group: 'news', max: { items: 1 } }];
    const { chosen, selection, choice, replaced } = await select({
      budget: { items: 3 },
      constraints: { groups },
    });
    expect(chosen).toEqual([0, 4, 5]);
    expect(replaced).toBe(2);
    expect(selection.bound).toEqual({ utility: choice!.objective, upper: choice!.bound, gap: 0 });
    expect([selection.weights, selection.inclusion]).toEqual([undefined, undefined]);
    expect(list(selection.ranking)!.slice(0, 3)).toEqual([0, 1, 2]);
  });

  test('has a set with a part of a document replaced, and one of whole documents kept', async () => {
    const constraints = { keepDocuments: true };
    const whole = await select({ budget: { items: 2 }, constraints });
    expect([whole.chosen, whole.choice]).toEqual([[0, 1], undefined]);
    const part = await select({ budget: { items: 4 }, constraints });
    expect(part.chosen).not.toEqual([0, 1, 2, 3]);
    expect(part.choice).toBeDefined();
  });

  test('has its set replaced for groups that take turns', async () => {
    const { chosen, choice, replaced } = await select({
      budget: { items: 4 },
      constraints: { balance: 'domain' },
    });
    expect(chosen).toEqual([0, 1, 4, 5]);
    expect(replaced).toBe(2);
    expect(choice).toBeDefined();
  });

  test('of two limits gets the one in items, and its set is kept where it can be paid', async () => {
    const paid = await select({ budget: { items: 3, cost: 8 }, costs });
    expect([paid.chosen, paid.choice]).toEqual([[0, 1, 2], undefined]);
    expect(paid.seen[0].context.budget).toEqual({ items: 3 });
    const dear = await select({ budget: { items: 3, cost: 7.5 }, costs });
    expect(dear.choice!.spending.total).toBeLessThanOrEqual(7.5);
    expect(dear.replaced).toBeGreaterThan(0);
    const alone = await select({ budget: { cost: 7 }, costs });
    // A limit in costs alone is the selector's own affair.
    expect([alone.chosen, alone.choice]).toEqual([[0, 1], undefined]);
    expect(alone.seen[0].context.budget).toEqual({ cost: 7 });
    const paidBefore = { include: ['i0'], includeCounts: false };
    const both = await select({ budget: { items: 3, cost: 20 }, costs, constraints: paidBefore });
    expect(both.choice!.spending).toMatchObject({ items: 3, total: 6 });
  });

  test('is run again without what its ranking tells to leave out', async () => {
    const leaveOut = (order: Uint32Array) => [dataset.ids[order[1]]];
    const { chosen, choice, seen } = await select({
      budget: { items: 3 },
      leaveOut,
      constraints: { exclude: ['i0'] },
    });
    expect(seen.map(({ ids }) => ids.length)).toEqual([6, 5]);
    expect(seen[1].ids).toEqual(['i1', 'i3', 'i4', 'i5', 'i6']);
    expect([chosen, choice]).toEqual([[1, 3, 4], undefined]);
    const once = await select({ budget: { items: 3 }, leaveOut: () => [] });
    expect(once.seen).toHaveLength(1);
  });

  test('may choose nothing where it has no budget', async () => {
    const { selector } = firstItems({ design: true }, undefined, []);
    const { selection, choice } = await selectWithin(dataset, selector, {
      constraints: { groups: [{ column: 'domain', min: { items: 1 } }] },
    });
    expect([selection.chosen, choice]).toEqual([undefined, undefined]);
  });
});

test('a design chooses its set even where it is nested, and a nested selector that needs a budget does not', async () => {
  const inclusionOf = async (traits: Partial<Selector['traits']>) =>
    (await select({ budget: { items: 3 }, constraints: { exclude: ['i2'] } }, traits)).seen[0].ids.length;
  expect(await inclusionOf({ design: true, nested: true, deterministic: false })).toBe(6);
  expect(await inclusionOf({ nested: false })).toBe(6);
});
