import { datasetFromItems, groupItems, type Budget, type Constraints } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { buildProblem } from '../src/build-problem.js';
import { wholeCosts } from '../src/kernels/whole-costs.js';
import { nameConstraints } from '../src/named-constraints.js';

/** Documents a: 0 and 2, b: 1, c: 3 and 4. */
const dataset = datasetFromItems(
  Array.from({ length: 5 }, (_, i) => ({
    id: `${i}`,
    doc: ['a', 'b', 'a', 'c', 'c'][i],
    domain: i < 3 ? 'news' : 'talk',
  })),
);
const material = {
  values: Float64Array.of(5, 4, 3, 2, 1),
  costs: wholeCosts(Float64Array.of(0.5, 1, 1.5, 2, 2.5)),
  documentUtility: 'sum',
  documents: groupItems(dataset, { column: 'doc' }, 'keep-documents'),
} as const;

function build(constraints: Constraints, budget?: Budget, mean = false) {
  const named = nameConstraints(dataset, constraints, { budget, unit: 'minutes' });
  return buildProblem({ ...material, documentUtility: mean ? 'mean' : 'sum' }, named);
}

/** Rows as plain values: units, coefficients, limits and their names. */
function rowsOf(constraints: Constraints, budget?: Budget) {
  return build(constraints, budget)!.problem.rows.map(
    ({ units, coefficients, lower, upper, lowerBy, upperBy }) => [
      Array.from(units),
      Array.from(coefficients),
      [lower, upper],
      [lowerBy, upperBy],
    ],
  );
}

const none = Infinity;
const oneItem = [
  [0, 1, 2, 3, 4],
  [1, 1, 1, 1, 1],
  [1, none],
  ['at least one item', ''],
];

describe('the rows of constraints', () => {
  test('of a budget are limits in whole costs and in items, and alone need no row for one item', () => {
    expect(rowsOf({}, { cost: 2.75 })).toEqual([
      [
        [0, 1, 2, 3, 4],
        [5, 10, 15, 20, 25],
        [-none, 27],
        ['', 'the budget of 2.75 min'],
      ],
    ]);
    expect(rowsOf({}, { items: 3, cost: 2 })).toEqual([
      [
        [0, 1, 2, 3, 4],
        [1, 1, 1, 1, 1],
        [-none, 3],
        ['', 'the budget of 3 items'],
      ],
      [
        [0, 1, 2, 3, 4],
        [5, 10, 15, 20, 25],
        [-none, 20],
        ['', 'the budget of 2 min'],
      ],
    ]);
    expect(rowsOf({})).toEqual([]);
  });

  test('of bounds on one group are one row, the tightest of each side named', () => {
    const groups = [
      { column: 'domain', min: { items: 1 }, max: { items: 2 } },
      { column: 'domain', group: 'talk', min: { items: 2 } },
    ];
    expect(rowsOf({ groups, maxPer: [{ column: 'domain', items: 3 }] })).toEqual([
      [
        [0, 1, 2],
        [1, 1, 1],
        [1, 2],
        ['domain:min=1', 'domain:max=2'],
      ],
      [
        [3, 4],
        [1, 1],
        [2, 2],
        ['domain=talk:min=2', 'domain:max=2'],
      ],
      oneItem,
    ]);
  });

  test('of a share count the items of the group against all', () => {
    const share = (side: 'min' | 'max', percent: number) =>
      rowsOf({ groups: [{ column: 'domain', group: 'talk', [side]: { percent } }] });
    expect(share('max', 40)).toEqual([
      [
        [0, 1, 2, 3, 4],
        [-40, -40, -40, 60, 60],
        [-none, 0],
        ['', 'domain=talk:max=40%'],
      ],
      oneItem,
    ]);
    expect(share('min', 12.5)[0]).toEqual([
      [0, 1, 2, 3, 4],
      [-125, -125, -125, 875, 875],
      [0, none],
      ['domain=talk:min=12.5%', ''],
    ]);
    expect(share('min', 0.000001)[0][1]).toEqual([-1, -1, -1, 99999999, 99999999]);
    expect(share('max', 100 / 3)[0][1]).toEqual([0, 0, 0, 1, 1].map((own) => own * 100 - 100 / 3));
    // Everything may be of the group: its own items do not count.
    expect(share('max', 100)[0].slice(0, 2)).toEqual([
      [0, 1, 2],
      [-100, -100, -100],
    ]);
  });

  test('count the items of documents that are kept whole', () => {
    const groups = [{ column: 'domain', group: 'news', max: { items: 2 } }];
    expect(rowsOf({ keepDocuments: true, groups }, { cost: 3 })).toEqual([
      [
        [0, 1, 2],
        [20, 10, 45],
        [-none, 30],
        ['', 'the budget of 3 min'],
      ],
      [
        [0, 1],
        [2, 1],
        [-none, 2],
        ['', 'domain=news:max=2'],
      ],
      [
        [0, 1, 2],
        [1, 1, 1],
        [1, none],
        ['at least one item', ''],
      ],
    ]);
    const shares = [{ column: 'domain', group: 'talk', max: { percent: 50 } }];
    expect(rowsOf({ keepDocuments: true, groups: shares })[0].slice(0, 2)).toEqual([
      [0, 1, 2],
      [-100, -50, 100],
    ]);
  });

  test('cannot be where the bounds of a group leave no number', () => {
    const between = (min: number, max: number) =>
      build({ groups: [{ column: 'domain', group: 'news', min: { items: min }, max: { items: max } }] });
    expect(between(2, 1)).toBeUndefined();
    expect(between(2, 2)).toBeDefined();
  });
});

describe('a built problem', () => {
  test('knows what is in, what is out, and what is paid for', () => {
    const { decided, problem } = build(
      { include: ['1'], exclude: ['3', '4'], includeCounts: false },
      { cost: 2, items: 2 },
    )!;
    expect(Array.from(decided)).toEqual([0, 1, 0, -1, -1]);
    for (const { units } of problem.rows) expect(Array.from(units)).toEqual([0, 2, 3, 4]);
    expect(build({ include: ['1'] }, { items: 2 })!.problem.rows[0].units).toHaveLength(5);
    expect(build({ include: ['1', '3'], exclude: ['3'] })).toBeUndefined();
    // A document that has an item in and one out is neither.
    expect(build({ include: ['0'], exclude: ['2'] })).toBeDefined();
    expect(build({ include: ['0'], exclude: ['2'], keepDocuments: true })).toBeUndefined();
  });

  test('has the items of its documents in the order of the data, and their values as sum or mean', () => {
    const { units } = build({ keepDocuments: true })!;
    expect(units.size).toBe(3);
    expect([units.of, units.starts, units.items].map((list) => Array.from(list))).toEqual([
      [0, 1, 0, 2, 2],
      [0, 2, 3, 5],
      [0, 2, 1, 3, 4],
    ]);
    expect(Array.from(units.values)).toEqual([8, 4, 3]);
    expect(Array.from(build({ keepDocuments: true }, undefined, true)!.units.values)).toEqual([4, 4, 1.5]);
    expect(Array.from(build({}, undefined, true)!.units.values)).toEqual([5, 4, 3, 2, 1]);
  });

  test('knows the group of every unit where groups take turns; a document of two groups cannot be kept whole', () => {
    const { balance, problem } = build({ balance: 'domain' })!;
    expect(balance).toEqual({ name: 'balance domain', of: Int32Array.of(0, 0, 0, 1, 1), groups: 2 });
    expect(problem.rows).toHaveLength(1);
    expect(build({})).not.toHaveProperty('balance');
    expect(build({ balance: 'domain', keepDocuments: true })!.balance!.of).toEqual(Int32Array.of(0, 0, 1));
    const mixed = { ...material, documents: { ...material.documents, of: Int32Array.of(0, 1, 2, 2, 1) } };
    const named = nameConstraints(dataset, { balance: 'domain', keepDocuments: true }, { unit: 'items' });
    expect(buildProblem(mixed, named)).toBeUndefined();
  });
});
