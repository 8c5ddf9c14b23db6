import { datasetFromItems, groupItems } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import type { Built } from '../src/build-problem.js';
import { explainer, type Explained } from '../src/explain-selection.js';
import type { Row } from '../src/problem.js';
import { rowOf } from './small-programs.js';

/** Items with values, of which some are chosen; costs rise. Units are the items. */
function explained(
  values: number[],
  chosen: number[],
  rows: Row[],
  { decided = [] as number[] } = {},
): Explained {
  const ids = values.map((_, item) => `i${item}`);
  const every = Int32Array.from(values.keys());
  const units = { of: every, items: every, starts: Int32Array.from([...every, every.length]) };
  const problem = { values: Float64Array.from(values), rows };
  return {
    dataset: datasetFromItems(ids.map((id) => ({ id }))),
    built: {
      units,
      problem,
      decided: Int8Array.from(values, (_, item) => decided[item] ?? 0),
    } as unknown as Built,
    problem,
    chosen: Uint8Array.from(values, (_, item) => Number(chosen.includes(item))),
    itemValues: Float64Array.from(values),
    itemCosts: Float64Array.from(values, (_, item) => item + 1),
    budgets: new Set(['the budget']),
  };
}

const all = (size: number) => Array.from({ length: size }, (_, item) => item);
const row = (units: number[], limits: { lower?: number; upper?: number }, name: string): Row => ({
  ...rowOf(
    units,
    units.map(() => 1),
    limits,
  ),
  lowerBy: name,
  upperBy: name,
});

describe('an item in the selection', () => {
  test('is there for its value where nothing better is left out, or nothing needs it', () => {
    const most = row(all(4), { upper: 2 }, 'the budget');
    const explain = explainer(explained([9, 8, 7, 6], [0, 1], [most]));
    expect(explain(0)).toMatchObject({ isChosen: true, forcedBy: [], forbiddenBy: [] });
    expect(explain(0)).not.toHaveProperty('over');
    // Item 3 is worth less than item 2, but no row is broken without it.
    expect(explainer(explained([9, 8, 7, 6], [0, 3], [most]))(3).forcedBy).toEqual([]);
  });

  test('is there for a constraint that the most valuable item left out would break in its place', () => {
    const rows = [row(all(5), { upper: 2 }, 'the budget'), row([3, 4], { lower: 1 }, 'talk:min=1')];
    const explain = explainer(explained([9, 7, 8, 2, 1], [0, 3], rows));
    expect(explain(3)).toMatchObject({ forcedBy: ['talk:min=1'], over: 2 });
    // Item 4 could take its place, but is worth less.
    expect(explain(0)).toMatchObject({ forcedBy: [] });
  });

  test('is not compared with items of the same value or less', () => {
    const rows = [row([2], { lower: 1 }, 'talk:min=1')];
    expect(explainer(explained([3, 5, 3], [1, 2], rows))(2)).toMatchObject({ forcedBy: [] });
    expect(explainer(explained([4, 5, 3], [1, 2], rows))(2)).toMatchObject({
      forcedBy: ['talk:min=1'],
      over: 0,
    });
  });

  test('is not there for a constraint where the other item would exceed the budget', () => {
    const dear: Row = { ...rowOf(all(3), [5, 1, 1], { upper: 2 }), upperBy: 'the budget' };
    const rows = [dear, row([2], { lower: 1 }, 'talk:min=1')];
    expect(explainer(explained([9, 8, 1], [1, 2], rows))(2)).toMatchObject({ forcedBy: [] });
    // The next best is in the budget, and would break the constraint.
    const next: Row = { ...rowOf(all(4), [5, 1, 1, 1], { upper: 2 }), upperBy: 'the budget' };
    const more = explainer(explained([9, 8, 1, 7], [1, 2], [next, rows[1]]));
    expect(more(2)).toMatchObject({ forcedBy: ['talk:min=1'], over: 3 });
  });

  test('is not there for a constraint where the other would not break any', () => {
    const rows = [row([1, 2], { lower: 1 }, 'talk:min=1'), row(all(3), { upper: 1 }, 'the budget')];
    expect(explainer(explained([0, 8, 1], [2], rows))(2)).toMatchObject({ forcedBy: [] });
  });

  test('is there because it is included, whatever else', () => {
    const rows = [row([2], { lower: 1 }, 'talk:min=1')];
    const given = explained([9, 8, 1], [1, 2], rows, { decided: [0, 0, 1] });
    expect(explainer(given)(2).forcedBy).toEqual(['include']);
  });

  test('is not compared with items that are excluded', () => {
    const rows = [row([2], { lower: 1 }, 'talk:min=1')];
    const given = explained([9, 8, 1], [1, 2], rows, { decided: [-1, 0, 0] });
    expect(explainer(given)(2)).toMatchObject({ forcedBy: [] });
  });

  test('is compared with the 2000 most valuable that are left out', () => {
    const overAt = (at: number) => {
      const size = 2003;
      // Item 0 is kept for its group; the items before `at` exceed the budget in its place.
      const values = Array.from({ length: size }, (_, item) => (item === 0 ? 0.5 : size - item));
      const costs = values.map((_, item) => (item === 0 || item === at ? 1 : 2));
      const budget: Row = { ...rowOf(all(size), costs, { upper: 1 }), upperBy: 'the budget' };
      return explainer(explained(values, [0], [budget, row([0], { lower: 1 }, 'talk:min=1')]))(0).over;
    };
    expect([overAt(1), overAt(2000), overAt(2001)]).toEqual([1, 2000, undefined]);
  });
});

describe('an item left out', () => {
  test('is left out for what it would break, or because it is excluded', () => {
    const rows = [row(all(4), { upper: 2 }, 'the budget'), row([2, 3], { upper: 0 }, 'talk:max=0')];
    const explain = explainer(explained([9, 8, 7, 6], [0, 1], rows, { decided: [0, 0, 0, -1] }));
    expect(explain(2)).toMatchObject({
      isChosen: false,
      forcedBy: [],
      forbiddenBy: ['the budget', 'talk:max=0'],
    });
    expect(explain(3).forbiddenBy).toEqual(['exclude']);
  });
});

test('ranks are from 1 on, and items of one value share the better one', () => {
  const explain = explainer(explained([4, 8, 8, 4, 15], [], []));
  expect(all(5).map((item) => explain(item).rankByUtility)).toEqual([4, 2, 2, 4, 1]);
  // By cost 1 to 5: 4, 4, 2.67, 1, 3.
  expect(all(5).map((item) => explain(item).rankByUtilityPerCost)).toEqual([1, 1, 4, 5, 3]);
  expect(explain(2)).toMatchObject({ item: 2, id: 'i2', value: 8, cost: 3 });
  expect(explain(2)).not.toHaveProperty('document');
});

test('documents are named', () => {
  const given = explained([4, 8, 1], [0], []);
  const documents = groupItems(
    datasetFromItems(['a', 'b', 'a'].map((doc, i) => ({ id: `${i}`, doc }))),
    { column: 'doc' },
    '',
  );
  const explain = explainer({ ...given, documents });
  expect(all(3).map((item) => explain(item).document)).toEqual(['a', 'b', 'a']);
});
