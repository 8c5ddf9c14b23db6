import { describe, expect, test } from 'vitest';
import { choose, messageOf } from './six-items.js';

describe('the variant of the reference', () => {
  test('takes the best set by value, then others by value, until the budget would be reached', async () => {
    const chosenFor = async (cost: number) =>
      Array.from((await choose({ variant: 'reference', budget: { cost } })).chosen).sort((a, b) => a - b);
    // The best sets cost 5.5 and 6.5; going by value alone, 0 and 5 would leave no room for another.
    expect(await chosenFor(5.6)).toEqual([2, 4, 5]);
    expect(await chosenFor(6.9)).toEqual([0, 4, 5]);
    // Met exactly, the least of the set is lost.
    expect(await chosenFor(6.5)).toEqual([0, 5]);
    const { bound, objective } = await choose({ variant: 'reference', budget: { cost: 6.5 } });
    expect(bound).toBeGreaterThan(objective);
  });

  test('says what it cannot do', async () => {
    const says = (problem: string) =>
      `variant "reference" ${problem}; leave out the variant: the default has no such limit`;
    const variant = 'reference';
    const needs = says('needs a budget in cost and no constraints');
    expect(await messageOf({ variant })).toBe(needs);
    expect(await messageOf({ variant, budget: { items: 2 } })).toBe(needs);
    expect(await messageOf({ variant, budget: { cost: 4, items: 2 } })).toBe(needs);
    expect(await messageOf({ variant, budget: { cost: 4 }, constraints: { exclude: ['i1'] } })).toBe(needs);
    expect(await messageOf({ variant, constraints: { exclude: ['i1'] } })).toBe(needs);
    expect(
      await messageOf({ variant, budget: { cost: 4 } }, { utilities: new Float64Array(6).fill(3) }),
    ).toBe(says('divides by zero where all utilities are the same'));
  });
});
