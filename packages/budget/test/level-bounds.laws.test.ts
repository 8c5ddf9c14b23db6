import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupSizes, levelRows, levelsByBound } from '../src/balance-levels.js';
import type { Balance, Built } from '../src/build-problem.js';
import type { Problem } from '../src/problem.js';
import { allSets, isMet, smallProgram } from './small-programs.js';

/** Programs with some units decided and all in groups. */
const balanced = fc
  .record({
    problem: smallProgram,
    of: fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 }),
    decided: fc.array(fc.constantFrom(0, 0, 0, 0, 1, -1), { minLength: 8, maxLength: 8 }),
  })
  .map(({ problem, of, decided }) => {
    const size = problem.values.length;
    const balance: Balance = { name: 'balance domain', of: Int32Array.from(of.slice(0, size)), groups: 3 };
    return { problem, balance, decided: Int8Array.from(decided.slice(0, size)) };
  });

const builtOf = (problem: Problem, decided: Int8Array) => ({ problem, decided }) as unknown as Built;

/** The highest value at a level: every group has t or t + 1 units, or all it has. */
function bestAt(
  { problem, balance, decided }: { problem: Problem; balance: Balance; decided: Int8Array },
  level: number,
) {
  const open = [...decided.keys()].filter((unit) => decided[unit] >= 0);
  const sizes = [0, 1, 2].map((group) => open.filter((unit) => balance.of[unit] === group).length);
  const isAt = (chosen: readonly number[]) =>
    sizes.every((size, group) => {
      const count = open.filter((unit) => balance.of[unit] === group && chosen[unit]).length;
      return count >= Math.min(size, level) && count <= Math.min(size, level + 1);
    });
  const values = allSets(decided.length)
    .filter((chosen) =>
      chosen.every((inside, unit) => decided[unit] === 0 || inside === Number(decided[unit] === 1)),
    )
    .filter((chosen) => isMet(problem, chosen) && isAt(chosen))
    .map((chosen) => chosen.reduce((sum, inside, unit) => sum + inside * problem.values[unit], 0));
  return values.length === 0 ? undefined : Math.max(...values);
}

describe('the levels of groups that take turns', () => {
  test('are all there that have a selection, the highest bound first, and no selection exceeds the bound of its level', () => {
    let possible = 0;
    fc.assert(
      fc.property(balanced, (task) => {
        const levels = levelsByBound(builtOf(task.problem, task.decided), task.balance);
        const most = Math.max(...groupSizes(builtOf(task.problem, task.decided), task.balance));
        for (let level = 0; level <= most; level++) {
          const best = bestAt(task, level);
          if (best === undefined) continue;
          possible++;
          const known = levels.find((entry) => entry.level === level);
          expect(known?.bound).toBeGreaterThanOrEqual(best - 1e-9);
        }
        const order = levels.toSorted((a, b) => b.bound - a.bound || a.level - b.level);
        expect(levels).toEqual(order);
        expect(new Set(levels.map(({ level }) => level)).size).toBe(levels.length);
        for (const { level, bound } of levels) {
          expect(level).toBeLessThanOrEqual(most);
          expect(bound).toBeGreaterThan(-Infinity);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
    expect(possible).toBeGreaterThan(150);
  });

  test('have the value of their best selection as bound where there is no other row', () => {
    fc.assert(
      fc.property(balanced, ({ problem: { values }, balance, decided }) => {
        const problem = { values, rows: [] };
        for (const { level, bound } of levelsByBound(builtOf(problem, decided), balance))
          expect(bound).toBeCloseTo(bestAt({ problem, balance, decided }, level)!, 9);
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  test('are rows that a selection meets exactly where it is at that level', () => {
    fc.assert(
      fc.property(balanced, fc.nat({ max: 5 }), ({ problem: { values }, balance, decided }, level) => {
        const built = builtOf({ values, rows: [] }, decided);
        const rows = levelRows(built, balance, level);
        expect(rows.map(({ lowerBy, upperBy }) => [lowerBy, upperBy])).toEqual(
          Array.from({ length: 3 }, () => ['balance domain', 'balance domain']),
        );
        const own = { problem: { values, rows }, balance, decided };
        expect(bestAt(own, level)).toBe(bestAt({ ...own, problem: { values, rows: [] } }, level));
        const sizes = groupSizes(built, balance);
        rows.forEach(({ units, lower, upper }, group) => {
          const members = [...decided.keys()].filter(
            (unit) => balance.of[unit] === group && decided[unit] >= 0,
          );
          expect(Array.from(units)).toEqual(members);
          expect(sizes[group]).toBe(members.length);
          expect([lower, upper]).toEqual([level, level + 1].map((count) => Math.min(count, members.length)));
        });
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  test('that a limit has no room for are left out, and those that included units exceed', () => {
    const of = Int32Array.of(0, 0, 0, 0, 1, 1, 1);
    const balance = { name: 'balance domain', of, groups: 2 };
    const values = Float64Array.of(7, 6, 5, 4, 3, 2, 1);
    const limit = {
      units: Int32Array.of(4, 5, 6),
      coefficients: Float64Array.of(2, 2, 2),
      lower: -Infinity,
      upper: 3,
      lowerBy: '',
      upperBy: 'limit',
    };
    const levelsWith = (decided: number[], rows = [limit]) =>
      levelsByBound(builtOf({ values, rows }, Int8Array.from(decided)), balance)
        .map(({ level, bound }) => [level, bound])
        .sort(([a], [b]) => a - b);
    expect(levelsWith([0, 0, 0, 0, 0, 0, 0])).toEqual([
      [0, 10],
      [1, 16],
    ]);
    expect(levelsWith([1, 0, 1, 0, 0, 0, 0], []).map(([level]) => level)).toEqual([1, 2, 3, 4]);
    expect(levelsWith([0, 0, 0, 0, 1, 1, 0])).toEqual([]);
  });
});
