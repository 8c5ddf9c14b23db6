import { stream } from '@goldpan/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Balance, Built } from '../src/build-problem.js';
import { isFeasible } from '../src/is-feasible.js';
import { solveBuilt } from '../src/solve-built.js';
import { exhaustiveSolver } from './exhaustive-solver.js';
import { allSets, isMet, rowOf, smallProgram } from './small-programs.js';

const decisions = fc.array(fc.constantFrom(0, 0, 0, 0, 1, -1), { minLength: 8, maxLength: 8 });
const groups = fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 });

/** A program that asks for a unit, with decided units, with groups that take turns or without. */
const built = fc
  .tuple(smallProgram, decisions, fc.option(groups, { nil: undefined }))
  .map(([{ values, rows }, given, of]) => {
    const size = values.length;
    const all = [...values.keys()];
    const problem = {
      values,
      rows: [
        ...rows,
        rowOf(
          all,
          all.map(() => 1),
          { lower: 1 },
        ),
      ],
    };
    const balance: Balance | undefined = of && {
      name: 'balance',
      of: Int32Array.from(of.slice(0, size)),
      groups: 3,
    };
    return { problem, decided: Int8Array.from(given.slice(0, size)), balance } as unknown as Built;
  });

/** All selections of a built problem, with their values. */
function selectionsOf({ problem, decided, balance }: Built): { chosen: number[]; value: number }[] {
  const open = [...decided.keys()].filter((unit) => decided[unit] >= 0);
  const isLevel = (chosen: readonly number[]) => {
    if (balance === undefined) return true;
    const sizes = [0, 1, 2].map((group) => open.filter((unit) => balance.of[unit] === group).length);
    const counts = [0, 1, 2].map(
      (group) => open.filter((unit) => balance.of[unit] === group && chosen[unit]).length,
    );
    return [...decided.keys(), decided.length].some((level) =>
      sizes.every(
        (size, group) => counts[group] >= Math.min(size, level) && counts[group] <= Math.min(size, level + 1),
      ),
    );
  };
  return allSets(decided.length)
    .filter((chosen) =>
      chosen.every((inside, unit) => decided[unit] === 0 || inside === Number(decided[unit] === 1)),
    )
    .filter((chosen) => isMet(problem, chosen) && isLevel(chosen))
    .map((chosen) => ({
      chosen,
      value: chosen.reduce((sum, inside, unit) => sum + inside * problem.values[unit], 0),
    }));
}

function bestOf(task: Built): number | undefined {
  const all = selectionsOf(task).map(({ value }) => value);
  return all.length === 0 ? undefined : Math.max(...all);
}

describe('a built problem', () => {
  test.each([1, 2, 3, 4])('is solved by the best of all selections, at some level: seed %i', async (seed) => {
    let [found, none] = [0, 0];
    await fc.assert(
      fc.asyncProperty(built, async (task) => {
        const { solver } = exhaustiveSolver();
        const { outcome, problem } = await solveBuilt(task, { solver });
        const best = bestOf(task);
        if (best === undefined) {
          none++;
          expect(outcome.state).toBe('infeasible');
          return;
        }
        expect(outcome.state).toBe('found');
        if (outcome.state !== 'found') return;
        found++;
        expect(outcome.objective).toBeCloseTo(best, 9);
        expect(outcome.bound).toBeCloseTo(best, 7);
        const chosen = Array.from(outcome.chosen);
        expect(selectionsOf(task)).toContainEqual({ chosen, value: expect.closeTo(best, 9) });
        expect(isMet(problem, chosen)).toBe(true);
        expect(problem.rows.length).toBe(task.problem.rows.length + (task.balance ? 3 : 0));
      }),
      { seed, numRuns: 150 },
    );
    expect([found > 40, none > 10]).toEqual([true, true]);
  });

  test.each(['feasible', 'unknown', 'without a bound', 'nothing'] as const)(
    'has a bound above every selection with a solver that ends %s',
    async (ending) => {
      await fc.assert(
        fc.asyncProperty(built, async (task) => {
          const means = ending === 'nothing' ? {} : exhaustiveSolver(ending);
          const { outcome } = await solveBuilt(task, means);
          const best = bestOf(task);
          expect(outcome.state).not.toBe('cut');
          if (outcome.state === 'infeasible') expect(best).toBeUndefined();
          else if (best !== undefined) expect(outcome.bound).toBeGreaterThanOrEqual(best - 1e-9);
          if (outcome.state !== 'found') return;
          expect(selectionsOf(task)).toContainEqual({
            chosen: Array.from(outcome.chosen),
            value: expect.closeTo(outcome.objective, 9),
          });
          expect(outcome.objective).toBeLessThanOrEqual(outcome.bound);
        }),
        { seed: 8, numRuns: 200 },
      );
    },
  );

  test('within a gap is good enough', async () => {
    await fc.assert(
      fc.asyncProperty(built, async (task) => {
        const { outcome } = await solveBuilt(task, { ...exhaustiveSolver(), gap: 0.3 });
        const best = bestOf(task);
        if (outcome.state !== 'found' || best === undefined) return;
        expect(outcome.bound).toBeGreaterThanOrEqual(best - 1e-9);
        expect(outcome.objective).toBeGreaterThanOrEqual(best - 0.3 * Math.abs(outcome.bound) - 1e-9);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  test('is searched at few of its levels, those of the highest bounds', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const rng = stream(seed, 'levels');
      const all = Array.from({ length: 120 }, (_, unit) => unit);
      const values = Float64Array.from(all, () => 1 + 9 * rng.next());
      const third = all.filter((unit) => unit % 3 === 0);
      const rows = [
        rowOf(
          all,
          all.map(() => 1 + 9 * rng.next()),
          { upper: 200 },
        ),
        rowOf(
          third,
          third.map(() => 1),
          { upper: 15 },
        ),
      ];
      const balance: Balance = {
        name: 'balance',
        of: Int32Array.from(all, (unit) => (unit < 20 ? 0 : unit < 60 ? 1 : 2)),
        groups: 3,
      };
      // Every search asks whether it is to be stopped.
      let searches = 0;
      const signal = { throwIfAborted: () => searches++ } as unknown as AbortSignal;
      const task = { problem: { values, rows }, decided: new Int8Array(120), balance } as unknown as Built;
      const { outcome } = await solveBuilt(task, { signal });
      expect(outcome.state).toBe('found');
      expect(searches).toBeLessThanOrEqual(5);
      // What is good enough is not searched further.
      const before = searches;
      await solveBuilt(task, { signal, gap: 0.5 });
      expect(searches - before).toBe(1);
    }
  });

  test.each([1, 2])('is feasible where some selection meets it with a unit in it: seed %i', async (seed) => {
    let no = 0;
    await fc.assert(
      fc.asyncProperty(built, async (task) => {
        const { solver } = exhaustiveSolver();
        const answer = await isFeasible(task, { solver });
        const all = selectionsOf(task);
        if (all.length === 0) no++;
        expect(answer).toBe(all.length > 0);
        // Without a solver a failed search proves nothing.
        if (answer) expect(await isFeasible(task, {})).toBe(true);
      }),
      { seed, numRuns: 150 },
    );
    expect(no).toBeGreaterThan(10);
  });
});
