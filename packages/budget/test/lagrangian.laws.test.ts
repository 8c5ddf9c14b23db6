import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lagrangianBound } from '../src/kernels/lagrangian-bound.js';
import type { Problem, Row } from '../src/problem.js';
import { allSelections, rowOf, smallProgram } from './small-programs.js';

/** What a unit has left of its value at prices of the rows. */
function leftOf({ values, rows }: Problem, prices: readonly number[]): number[] {
  const left = Array.from(values);
  rows.forEach((row, k) => row.units.forEach((unit, at) => (left[unit] -= prices[k] * row.coefficients[at])));
  return left;
}

/** The value of the relaxed problem at prices of the rows. */
function relaxedAt(task: Problem, prices: readonly number[]): number {
  const taken = leftOf(task, prices).reduce((sum, left) => sum + Math.max(0, left), 0);
  const paid = task.rows.map((row, k) =>
    prices[k] === 0 ? 0 : prices[k] * (prices[k] > 0 ? row.upper : row.lower),
  );
  return paid.reduce((sum, part) => sum + part, taken);
}

/** The lowest relaxed value for two rows: it bends along a line for every unit and row, and is lowest where two lines meet. */
function lowestOfTwo(task: Problem): number {
  const own = (row: Row, unit: number) => row.coefficients[row.units.indexOf(unit)] ?? 0;
  const lines = [
    [1, 0, 0],
    [0, 1, 0],
    ...Array.from(task.values, (value, unit) => [own(task.rows[0], unit), own(task.rows[1], unit), value]),
  ];
  let lowest = Infinity;
  for (const [a, b, c] of lines) {
    for (const [d, e, f] of lines) {
      const area = a * e - b * d;
      if (area !== 0)
        lowest = Math.min(lowest, relaxedAt(task, [(c * e - b * f) / area, (a * f - c * d) / area]));
    }
  }
  return lowest;
}

describe('the Lagrangian bound', () => {
  test('of one limit is the value by falling ratio, the last unit in part; values that are left are what the units keep', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const rng = stream(seed, 'one limit');
      const units = Array.from({ length: 30 + rng.integer(100) }, (_, unit) => unit);
      const costs = units.map(() => 1 + 9 * rng.next());
      const values = Float64Array.from(units, () => 10 * rng.next());
      const upper = (0.2 + 0.5 * rng.next()) * costs.reduce((a, b) => a + b);
      const { bound, reduced, isInfeasible } = lagrangianBound({
        values,
        rows: [rowOf(units, costs, { upper })],
      });
      const order = units.toSorted((a, b) => values[b] / costs[b] - values[a] / costs[a]);
      let [left, expected, last] = [upper, 0, -1];
      for (const unit of order) {
        if (left > 1e-9) last = unit;
        const share = Math.max(0, Math.min(1, left / costs[unit]));
        left -= share * costs[unit];
        expected += share * values[unit];
      }
      expectClose(bound, expected, { relative: 1e-9 });
      const price = values[last] / costs[last];
      for (const unit of units)
        expectClose(reduced[unit], values[unit] - price * costs[unit], { absolute: 1e-9 });
      expect(isInfeasible).toBe(false);
    }
  });

  test('of rows that share no unit is the sum of the bounds of each', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const rng = stream(seed, 'rows apart');
      const units = Array.from({ length: 50 }, (_, unit) => unit);
      const values = Float64Array.from(units, () => 8 * rng.next() - 2);
      const rows = [0, 1, 2].map((own) => {
        const members = units.filter((unit) => unit % 3 === own);
        return rowOf(
          members,
          members.map(() => 1 + rng.integer(5)),
          own === 2 ? { lower: 20 } : { upper: 12 + own },
        );
      });
      const alone = rows.map((row) =>
        lagrangianBound({
          values: Float64Array.from(row.units, (unit) => values[unit]),
          rows: [{ ...row, units: Int32Array.from(row.units.keys()) }],
        }),
      );
      expectClose(
        lagrangianBound({ values, rows }).bound,
        alone.reduce((sum, { bound }) => sum + bound, 0),
        {
          relative: 1e-9,
        },
      );
    }
  });

  test('of two rows is that of some prices, never below the lowest and nearly always the lowest', () => {
    let [lowest, all] = [0, 0];
    fc.assert(
      fc.property(
        smallProgram.filter(({ rows }) => rows.length === 2),
        (task) => {
          // Where nothing can be chosen the value falls without end.
          if (allSelections(task).length === 0) return;
          const { bound } = lagrangianBound(task);
          const least = lowestOfTwo(task);
          expect(bound).toBeGreaterThanOrEqual(least - 1e-6);
          all++;
          if (bound <= least + 1e-6) lowest++;
        },
      ),
      { seed: 21, numRuns: 150 },
    );
    expect(lowest / all).toBeGreaterThan(0.95);
  });

  test('goes on in the direction of a sweep where two rows hold one set of units', () => {
    // Two limits on nearly the same costs: each sweep alone gains little.
    const units = Array.from({ length: 40 }, (_, unit) => unit);
    const values = Float64Array.from(units, (unit) => 5 + ((unit * 17) % 23));
    const costs = units.map((unit) => 3 + ((unit * 11) % 13));
    const rows = [
      rowOf(units, costs, { upper: 100 }),
      rowOf(
        units,
        costs.map((cost, unit) => cost + ((unit * 5) % 7) / 7),
        { upper: 105 },
      ),
      rowOf(
        units,
        units.map(() => 1),
        { upper: 12 },
      ),
    ];
    const { bound } = lagrangianBound({ values, rows });
    const rough = lagrangianBound({ values, rows }, 0.5);
    expect(bound).toBeLessThan(rough.bound);
    // Descent along one price at a time may stop short of the best prices, but not far.
    for (const two of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const task = { values, rows: two.map((k) => rows[k]) };
      expect(bound).toBeLessThanOrEqual(lowestOfTwo(task) * 1.02);
    }
  });

  test('ends at once without rows, and keeps all values', () => {
    const values = Float64Array.of(2, -1, 3);
    expect(lagrangianBound({ values, rows: [] })).toEqual({ bound: 5, reduced: values, isInfeasible: false });
    const free = rowOf([0, 1, 2], [1, 1, 1], { upper: 2 });
    expect(lagrangianBound({ values, rows: [free] })).toEqual({
      bound: 5,
      reduced: values,
      isInfeasible: false,
    });
  });

  test('proves that there is no selection where a row cannot be met, whatever the size of the values', () => {
    const least = [rowOf([0, 1, 2], [1, 2, 1], { lower: 5 })];
    const most = [rowOf([0, 1, 2], [-1, 2, 1], { upper: -2 })];
    for (const scale of [1e-3, 1, 1e3]) {
      const poor = Float64Array.of(-1 * scale, -1 * scale, -2 * scale);
      const rich = Float64Array.of(3 * scale, 1 * scale, 2 * scale);
      expect(lagrangianBound({ values: poor, rows: least }).isInfeasible).toBe(true);
      expect(lagrangianBound({ values: rich, rows: most }).isInfeasible).toBe(true);
      // One item fewer, and one more, can be had.
      const near = [
        { ...least[0], lower: 4 },
        { ...most[0], upper: -1 },
      ];
      expect(lagrangianBound({ values: poor, rows: near.slice(0, 1) }).isInfeasible).toBe(false);
      expect(lagrangianBound({ values: rich, rows: near.slice(1) }).isInfeasible).toBe(false);
    }
  });

  test('proves that there is no selection in many programs that have none', () => {
    let [none, proven] = [0, 0];
    fc.assert(
      fc.property(smallProgram, (task) => {
        if (allSelections(task).length > 0) return;
        none++;
        proven += Number(lagrangianBound(task).isInfeasible);
      }),
      { seed: 22, numRuns: 300 },
    );
    expect(proven / none).toBeGreaterThan(PROVEN);
  });
});

/** The share of the programs without a selection in which prices that rise without end prove it. */
const PROVEN = 0.4;
