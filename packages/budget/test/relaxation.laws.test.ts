import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greedySelection } from '../src/kernels/greedy-selection.js';
import { lagrangianBound } from '../src/kernels/lagrangian-bound.js';
import { WorkingSelection } from '../src/kernels/working-selection.js';
import type { Problem, Row } from '../src/problem.js';

/** Problems of up to 8 units and 4 rows with whole coefficients of either sign. */
const problem: fc.Arbitrary<Problem> = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const units = fc.uniqueArray(fc.nat({ max: size - 1 }), { minLength: 1 });
  const row = units.chain((members) =>
    fc
      .record({
        coefficients: fc.array(
          fc.integer({ min: -4, max: 9 }).map((value) => value || 1),
          {
            minLength: members.length,
            maxLength: members.length,
          },
        ),
        lower: fc.oneof(fc.constant(-Infinity), fc.integer({ min: -5, max: 6 })),
        room: fc.oneof(fc.constant(Infinity), fc.nat({ max: 15 })),
      })
      .map(({ coefficients, lower, room }): Row => ({
        units: Int32Array.from(members.sort((a, b) => a - b)),
        coefficients: Float64Array.from(coefficients),
        lower,
        upper: lower === -Infinity ? room : lower + room,
        lowerBy: 'lower',
        upperBy: 'upper',
      })),
  );
  return fc
    .record({
      values: fc.array(fc.integer({ min: -3, max: 12 }), { minLength: size, maxLength: size }),
      rows: fc.array(row, { maxLength: 4 }),
    })
    .map(({ values, rows }) => ({ values: Float64Array.from(values, (value) => value / 4), rows }));
});

function isMet({ rows }: Problem, chosen: ArrayLike<number>): boolean {
  return rows.every(({ units, coefficients, lower, upper }) => {
    const sum = units.reduce((total, unit, at) => total + (chosen[unit] ? coefficients[at] : 0), 0);
    return sum >= lower && sum <= upper;
  });
}

/** All selections that meet every row, with their values. */
function allSelections(task: Problem): { chosen: number[]; value: number }[] {
  const sets = Array.from({ length: 1 << task.values.length }, (_, set) =>
    Array.from(task.values, (_value, unit) => (set >> unit) & 1),
  );
  return sets
    .filter((chosen) => isMet(task, chosen))
    .map((chosen) => ({
      chosen,
      value: task.values.reduce((sum, value, at) => sum + value * chosen[at], 0),
    }));
}

describe('on random programs', () => {
  test('the Lagrangian bound is above every selection, and says infeasible only where there is none', () => {
    fc.assert(
      fc.property(problem, (task) => {
        const { bound, isInfeasible } = lagrangianBound(task);
        const selections = allSelections(task);
        if (isInfeasible) expect(selections).toEqual([]);
        for (const { value } of selections) expect(bound).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('a unit that a selection decides against its reduced value costs at least that much', () => {
    fc.assert(
      fc.property(problem, (task) => {
        const { bound, reduced } = lagrangianBound(task);
        for (const { chosen, value } of allSelections(task)) {
          reduced.forEach((left, unit) => {
            if (chosen[unit] === Number(left > 0)) return;
            expect(value).toBeLessThanOrEqual(bound - Math.abs(left) + 1e-9);
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the greedy selection meets every row and leaves nothing of value out that could be added', () => {
    let found = 0;
    fc.assert(
      fc.property(problem, (task) => {
        const chosen = greedySelection(task, lagrangianBound(task).reduced);
        if (chosen === undefined) return;
        found++;
        expect(isMet(task, chosen)).toBe(true);
        task.values.forEach((value, unit) => {
          if (chosen[unit] || value <= 0) return;
          expect(isMet(task, chosen.with(unit, 1))).toBe(false);
        });
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  test('the change of violation that is predicted is the one that happens', () => {
    fc.assert(
      fc.property(problem, fc.array(fc.nat(), { maxLength: 12 }), (task, flips) => {
        const selection = new WorkingSelection(task);
        for (const flip of flips) {
          const unit = flip % task.values.length;
          const expected = selection.violation() + selection.change(unit);
          selection.flip(unit);
          expectClose(selection.violation(), expected, { absolute: 1e-9 });
        }
        if (selection.violation() === 0) expect(isMet(task, selection.chosen)).toBe(true);
      }),
    );
  });
});
