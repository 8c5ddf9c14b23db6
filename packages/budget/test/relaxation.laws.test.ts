import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greedySelection } from '../src/kernels/greedy-selection.js';
import { lagrangianBound } from '../src/kernels/lagrangian-bound.js';
import { WorkingSelection } from '../src/kernels/working-selection.js';
import { allSelections, isMet, smallProgram as problem } from './small-programs.js';

describe('on random programs', () => {
  test('the Lagrangian bound is above every selection, and says infeasible only where there is none', () => {
    fc.assert(
      fc.property(problem, (task) => {
        const { bound, isInfeasible } = lagrangianBound(task);
        const selections = allSelections(task);
        if (isInfeasible) expect(selections).toEqual([]);
        for (const { value } of selections) expect(bound).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      { numRuns: 500 },
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
      { numRuns: 500 },
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
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(250);
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
