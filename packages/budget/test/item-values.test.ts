import { messageOf } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { itemValues, type Rated, type ValueScale } from '../src/item-values.js';

const ids = ['a', 'b', 'c', 'd', 'e'];
const utilities = Float64Array.of(4, -2, 10, 1, 4);
const valuesOf = (rated: Rated, scale?: ValueScale) => Array.from(itemValues(rated, { ids, scale }));
const refusal = (rated: Rated, scale?: ValueScale) => messageOf(() => itemValues(rated, { ids, scale }));

describe('what an item counts', () => {
  test('is from 0.1 to 0.6 by utility, and 0.6 where all are the same', () => {
    for (const scale of [undefined, 'rescaled'] as const)
      expect(valuesOf({ utilities }, scale)).toEqual([0.35, 0.1, 0.6, 0.225, 0.35]);
    expect(valuesOf({ utilities: new Float64Array(5).fill(-3) })).toEqual([0.6, 0.6, 0.6, 0.6, 0.6]);
    const huge = Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE, 0, 0, 0);
    expect(valuesOf({ utilities: huge })).toEqual([0.1, 0.6, 0.35, 0.35, 0.35]);
  });

  test('is the utility itself, of which a copy is made', () => {
    const raw = itemValues({ utilities }, { ids, scale: 'raw' });
    expect(raw).toEqual(utilities);
    expect(raw).not.toBe(utilities);
  });

  test('is from 0.1 to 0.6 by rank where that is asked for, or all there is', () => {
    const byRank = [0.475, 0.1, 0.6, 0.225, 0.35];
    expect(valuesOf({ utilities }, 'ranks')).toEqual(byRank);
    expect(valuesOf({ ranking: [2, 0, 4, 3, 1] })).toEqual(byRank);
    // A ranking goes before the one that utilities give.
    expect(valuesOf({ ranking: [2, 0, 4, 3, 1], utilities: utilities.map((own) => -own) }, 'ranks')).toEqual(
      byRank,
    );
    expect(valuesOf({ ranking: [1, 3, 0, 4, 2], utilities })).toEqual(valuesOf({ utilities }));
  });

  test('cannot be said without one finite number per item', () => {
    const says = (problem: string) =>
      `INVALID_UTILITIES: a selection within a budget needs one finite utility per item; ${problem}`;
    expect(refusal({ ranking: [0, 1, 2, 3, 4] }, 'raw')).toBe(says('there are none, only a ranking'));
    expect(refusal({})).toBe(says('there are neither utilities nor a ranking'));
    expect(refusal({ ranking: [0, 1] })).toBe(says('the ranking has 2 of 5 items'));
    expect(refusal({ utilities: Float64Array.of(1, 2) })).toBe(says('got 2 for 5 items'));
    expect(refusal({ utilities: Float64Array.of(1, 2, NaN, 4, Infinity) })).toBe(says('item "c" has NaN'));
    expect(refusal({ utilities: Float64Array.of(-Infinity, 2, 3, 4, 5) })).toBe(
      says('item "a" has -Infinity'),
    );
  });
});
