import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixUnits } from '../src/kernels/fix-units.js';
import { WorkingSelection } from '../src/kernels/working-selection.js';
import { allSets, isMet, rowOf, smallProgram, sumOf } from './small-programs.js';

const decisions = fc.array(fc.constantFrom(0, 0, 0, 1, -1), { minLength: 8, maxLength: 8 });

describe('a problem with some units decided', () => {
  test('is met by what meets the whole one, has its value, and only rows and sides that can be violated', () => {
    let left = 0;
    fc.assert(
      fc.property(smallProgram, decisions, (task, given) => {
        const decided = Int8Array.from(task.values, (_, unit) => given[unit]);
        const fixed = fixUnits(task, decided);
        const free = [...decided.keys()].filter((unit) => decided[unit] === 0);
        const whole = (inside: readonly number[]) =>
          Array.from(decided, (decision, unit) =>
            decision === 0 ? inside[free.indexOf(unit)] : Number(decision > 0),
          );
        const sets = allSets(free.length);
        const isHopeless = task.rows.some((row) => {
          const sums = sets.map((inside) => sumOf(row, whole(inside)));
          return Math.max(...sums) < row.lower || Math.min(...sums) > row.upper;
        });
        expect(fixed === undefined).toBe(isHopeless);
        if (fixed === undefined) return;
        left += fixed.problem.rows.length;
        expect(Array.from(fixed.free)).toEqual(free);
        expect(Array.from(fixed.problem.values)).toEqual(free.map((unit) => task.values[unit]));
        const chosenValue = task.values.filter((_, unit) => decided[unit] === 1).reduce((a, b) => a + b, 0);
        expect(fixed.base).toBeCloseTo(chosenValue, 12);
        for (const inside of sets) expect(isMet(fixed.problem, inside)).toBe(isMet(task, whole(inside)));
        for (const row of fixed.problem.rows) {
          const sums = sets.map((inside) => sumOf(row, inside));
          expect([row.lower, row.upper]).not.toEqual([-Infinity, Infinity]);
          if (row.lower > -Infinity) expect(Math.min(...sums)).toBeLessThan(row.lower);
          if (row.upper < Infinity) expect(Math.max(...sums)).toBeGreaterThan(row.upper);
          expect([row.lowerBy, row.upperBy]).toEqual(['lower', 'upper']);
        }
      }),
      { seed: 14, numRuns: 400 },
    );
    expect(left).toBeGreaterThan(100);
  });
});

describe('a selection that is worked on', () => {
  test('is violated by how far every row is from being met, in multiples of its mean coefficient', () => {
    const task = {
      values: Float64Array.of(1, 1, 1),
      rows: [
        rowOf([0, 1], [2, 4], { upper: 3 }),
        rowOf([0, 1, 2], [1, -1, 1], { lower: 1, upper: 1 }),
        rowOf([2], [5], {}),
      ],
    };
    const violations = allSets(3).map((chosen) => {
      const selection = new WorkingSelection(task);
      chosen.forEach((inside, unit) => {
        if (inside) selection.flip(unit);
      });
      return selection.violation();
    });
    // Sets in the order of their bits: none, 0, 1, 01, 2, 02, 12, 012.
    expect(violations).toEqual([1, 0, 2 + 1 / 3, 2, 0, 1, 1 / 3 + 1, 1].map((v) => expect.closeTo(v, 10)));
  });

  test('meets a row whose sum misses it by rounding only', () => {
    const tenth = {
      values: Float64Array.of(1, 1, 1),
      rows: [rowOf([0, 1, 2], [0.1, 0.2, 0.3], { lower: 0.6, upper: 0.6 })],
    };
    const selection = new WorkingSelection(tenth);
    expect(selection.violation()).toBeGreaterThan(0);
    [0, 1, 2].forEach((unit) => selection.flip(unit));
    expect(selection.violation()).toBe(0);
    selection.flip(1);
    expect(selection.violation()).toBeCloseTo(1, 9);
  });

  test('names the sides that units would break when they are flipped together, and is as before', () => {
    const task = {
      values: Float64Array.of(1, 1, 1, 1),
      rows: [
        { ...rowOf([0, 1, 2], [1, 1, 1], { lower: 1, upper: 2 }), lowerBy: 'least', upperBy: 'most' },
        { ...rowOf([1, 3], [3, 1], { upper: 3 }), upperBy: 'budget' },
      ],
    };
    const selection = new WorkingSelection(task);
    selection.flip(0);
    const before = [selection.violation(), ...selection.chosen];
    expect(selection.brokenBy([0])).toEqual(['least']);
    expect(selection.brokenBy([1])).toEqual([]);
    expect(selection.brokenBy([1, 2])).toEqual(['most']);
    expect(selection.brokenBy([0, 1, 3])).toEqual(['budget']);
    expect(selection.brokenBy([1, 2, 3])).toEqual(['most', 'budget']);
    expect([selection.violation(), ...selection.chosen]).toEqual(before);
  });
});
