import { stream } from '@goldpan/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greedySelection } from '../src/kernels/greedy-selection.js';
import { rowOf, smallProgram } from './small-programs.js';
import { slowGreedy } from './slow-greedy.js';

const listOf = (chosen: Uint8Array | undefined) => chosen && Array.from(chosen);

/** At most so many of `size` units. */
const atMost = (upper: number, size: number) =>
  rowOf([...Array(size).keys()], Array<number>(size).fill(1), { upper });

describe('the greedy selection', () => {
  test.each([1, 2, 3, 4])('is what its description says, on small programs: seed %i', (seed) => {
    const worths = fc.array(fc.integer({ min: -4, max: 6 }), { minLength: 8, maxLength: 8 });
    let [found, failed] = [0, 0];
    fc.assert(
      fc.property(smallProgram, worths, (task, worth) => {
        const reduced = Float64Array.from(task.values, (_, unit) => worth[unit]);
        const expected = slowGreedy(task, reduced);
        expect(listOf(greedySelection(task, reduced))).toEqual(expected);
        if (expected === undefined) failed++;
        else found++;
      }),
      { seed, numRuns: 200 },
    );
    expect([found > 50, failed > 10]).toEqual([true, true]);
  });

  test('is what its description says where bounds of many groups and a limit hold together', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const rng = stream(seed, 'groups');
      const size = 18 + rng.integer(14);
      const all = Array.from({ length: size }, (_, unit) => unit);
      const group = all.map(() => rng.integer(4));
      const costs = all.map(() => 1 + rng.integer(9));
      const rows = [
        rowOf(all, costs, { upper: 12 + rng.integer(30) }),
        ...[0, 1, 2, 3].map((own) => {
          const members = all.filter((unit) => group[unit] === own);
          const least = rng.integer(3);
          const limits = { lower: least, upper: least + rng.integer(2) };
          return rowOf(
            members,
            members.map(() => 1 + rng.integer(2)),
            limits,
          );
        }),
      ].filter(({ units }) => units.length > 0);
      const values = Float64Array.from(all, () => rng.integer(20));
      const reduced = values.map((value) => value - rng.integer(20));
      expect(listOf(greedySelection({ values, rows }, reduced))).toEqual(
        slowGreedy({ values, rows }, reduced),
      );
    }
  });

  test('exchanges only units near the margin: the 300 least worthy inside, the 300 worthiest outside', () => {
    // 400 units inside of value 2, 400 outside of value 1, and one outside of value 3 in place `at` of the order.
    const exchanged = (at: number) => {
      const size = 801;
      const inside = 400;
      const values = Float64Array.from({ length: size }, (_, unit) => (unit < inside ? 2 : 1));
      const reduced = Float64Array.from({ length: size }, (_, unit) => 400 - unit);
      values[inside + at] = 3;
      const task = { values, rows: [atMost(inside, size)] };
      return greedySelection(task, reduced)![inside + at] === 1;
    };
    expect(exchanged(0)).toBe(true);
    expect(exchanged(299)).toBe(true);
    expect(exchanged(300)).toBe(false);
  });

  test('takes out a unit among the 300 least worthy inside, and none above them', () => {
    const leaves = (poor: number) => {
      const size = 402;
      const inside = 401;
      const values = Float64Array.from({ length: size }, () => 5);
      values[poor] = 1;
      values[401] = 4;
      const reduced = Float64Array.from({ length: size }, (_, unit) => 401 - unit);
      const task = { values, rows: [atMost(inside, size)] };
      return greedySelection(task, reduced)![poor] === 0;
    };
    // From the least worthy, 400, on down: 101 is the 300th.
    expect(leaves(400)).toBe(true);
    expect(leaves(101)).toBe(true);
    expect(leaves(100)).toBe(false);
  });

  test('repairs by a pair where no single unit helps', () => {
    // Exactly 7 of 3, 5 and 4 (with 2 beyond): from 3 + 5 neither one less nor one more comes nearer than the pair 5 out, 4 in.
    const task = {
      values: Float64Array.of(3, 2, 1),
      rows: [rowOf([0, 1, 2], [3, 5, 4], { lower: 7, upper: 7 })],
    };
    expect(listOf(greedySelection(task, Float64Array.of(2, 1, -1)))).toEqual([1, 0, 1]);
    const never = { ...task, rows: [rowOf([0, 1, 2], [3, 5, 4], { lower: 6, upper: 6 })] };
    expect(greedySelection(never, Float64Array.of(2, 1, -1))).toBeUndefined();
  });
});
