import { datasetFromItems, defineSelector, z, type SelectionContext } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { chooseSetWithin } from '../src/choose-set-within.js';

const data = datasetFromItems(Array.from({ length: 7 }, (_, i) => ({ id: `i${i}`, src: `text ${i}` })));
const costs = { values: Float64Array.of(1, 2, 3, 4, 5, 6, 7), unit: 'minutes' };

/** Chooses the last items, one per unit of the budget, and keeps what it was given. */
function lastItems({ extendsJudged }: { extendsJudged: boolean }) {
  const seen: { ids?: readonly string[]; context?: SelectionContext } = {};
  const selector = defineSelector({
    name: 'last-items',
    summary: 'For tests.',
    needs: ['budget'],
    traits: { extendsJudged },
    options: z.object({}),
    select({ ids }, _options, context) {
      Object.assign(seen, { ids, context });
      const open = ids.map((_, item) => item).filter((item) => !context.judged?.includes(item));
      const chosen =
        context.budget!.items === undefined ? open.slice(0, 1) : open.slice(-context.budget!.items);
      return { chosen, weights: Float64Array.from(ids, (_, item) => Number(chosen.includes(item))) };
    },
  });
  return { selector, seen };
}

const names = (items?: Uint32Array) => Array.from(items ?? [], (item) => data.ids[item]);

describe('a set with items in and out', () => {
  test('is chosen among the others, with the budget that the included items leave', async () => {
    const { selector, seen } = lastItems({ extendsJudged: false });
    const constraints = { include: ['i5', 'i1'], exclude: ['i6'] };
    const { chosen, ranking, weights } = await chooseSetWithin(data, selector, {
      budget: { items: 3 },
      constraints,
    });
    expect(seen.ids).toEqual(['i0', 'i2', 'i3', 'i4']);
    expect(seen.context!.judged).toBeUndefined();
    expect(names(chosen)).toEqual(['i5', 'i1', 'i4']);
    expect(names(ranking)).toEqual(['i5', 'i1', 'i4', 'i0', 'i2', 'i3', 'i6']);
    expect(Array.from(weights!)).toEqual([0, 0, 0, 0, 1, 0, 0]);
  });

  test('a selector that extends judged items sees the included ones, and never the excluded ones', async () => {
    const { selector, seen } = lastItems({ extendsJudged: true });
    const constraints = { include: ['i5', 'i1'], exclude: ['i0'], includeCounts: false };
    const { chosen, ranking } = await chooseSetWithin(data, selector, { budget: { items: 3 }, constraints });
    expect(seen.ids).toEqual(['i1', 'i2', 'i3', 'i4', 'i5', 'i6']);
    expect(Array.from(seen.context!.judged!)).toEqual([4, 0]);
    expect(names(chosen)).toEqual(['i5', 'i1', 'i3', 'i4', 'i6']);
    expect(names(ranking)).toEqual(['i5', 'i1', 'i3', 'i4', 'i6', 'i2', 'i0']);
  });

  test('pays for the included items in the unit of the costs', async () => {
    const { selector, seen } = lastItems({ extendsJudged: false });
    const constraints = { include: ['i2', 'i4'] };
    await chooseSetWithin(data, selector, { budget: { cost: 9.5 }, costs, constraints });
    expect(seen.context!.budget).toEqual({ cost: 1.5 });
    expect(Array.from(seen.context!.costs!)).toEqual([1, 2, 4, 6, 7]);
    const free = { ...constraints, includeCounts: false };
    await chooseSetWithin(data, selector, { budget: { cost: 9.5 }, costs, constraints: free });
    expect(seen.context!.budget).toEqual({ cost: 9.5 });
  });

  const clash = (names: string, fact: string) =>
    `no selection can meet ${names} together (${fact}); relax one of them`;
  test.each([
    [{ items: 3 }, { include: ['i9'] }, /^include names item "i9"/],
    [{ items: 3 }, { exclude: ['i9'] }, /^exclude names item "i9"/],
    [{ items: 3 }, { include: ['i1'], exclude: ['i1'] }, clash('include and exclude', 'both name "i1"')],
    [{ items: 2 }, { include: ['i1', 'i2'] }, clash('include and the budget of 2 items', 'it includes 2')],
    [{ cost: 5 }, { include: ['i4'] }, clash('include and the budget of 5 min', 'included items cost 5 min')],
    [{ items: 2 }, { exclude: data.ids }, clash('include and exclude', 'no other item is left')],
  ])('that cannot be is refused: %j, %j', async (budget, constraints, message) => {
    const { selector } = lastItems({ extendsJudged: false });
    const choice = chooseSetWithin(data, selector, { budget, costs, constraints });
    await expect(choice).rejects.toThrow(message);
  });

  test('has nothing to pay for but for a budget in cost', async () => {
    const { selector, seen } = lastItems({ extendsJudged: false });
    await chooseSetWithin(data, selector, { budget: { items: 3 }, constraints: { include: ['i1'] } });
    expect(seen.context!.budget).toEqual({ items: 2 });
    expect(seen.context!.costs).toBeUndefined();
  });

  test('has included items that are certain in a sample with probabilities', async () => {
    const draws = defineSelector({
      name: 'draws',
      summary: 'For tests.',
      needs: ['budget'],
      traits: { design: true },
      options: z.object({}),
      select: ({ ids }) => ({
        chosen: [1],
        weights: Float64Array.from(ids, (_, item) => (item === 1 ? 4 : 0)),
        inclusion: new Float64Array(ids.length).fill(0.25),
      }),
    });
    const call = { budget: { items: 3 }, constraints: { include: ['i5', 'i1'], exclude: ['i6'] } };
    const { chosen, weights, inclusion } = await chooseSetWithin(data, draws, call);
    expect(names(chosen)).toEqual(['i5', 'i1', 'i2']);
    expect(Array.from(weights!)).toEqual([0, 1, 4, 0, 0, 1, 0]);
    expect(Array.from(inclusion!)).toEqual([0.25, 1, 0.25, 0.25, 0.25, 1, 0]);
  });
});
