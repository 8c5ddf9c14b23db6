import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asKnapsack, isClosed, maximise } from '../src/maximise.js';
import type { Outcome, Problem } from '../src/problem.js';
import { exhaustiveSolver, type Ending } from './exhaustive-solver.js';
import { allSelections, isMet, rowOf, smallProgram } from './small-programs.js';

function bestOf(task: Problem): number | undefined {
  const values = allSelections(task).map(({ value }) => value);
  return values.length === 0 ? undefined : Math.max(...values);
}

/** A selection that is found meets every row, has the value it says, and is between which no better one hides. */
function expectTrue(task: Problem, outcome: Outcome): void {
  const best = bestOf(task);
  if (outcome.state === 'infeasible') {
    expect(best).toBeUndefined();
    return;
  }
  if (best !== undefined) expect(outcome.bound).toBeGreaterThanOrEqual(best - 1e-9);
  if (outcome.state !== 'found') return;
  expect(isMet(task, outcome.chosen)).toBe(true);
  const value = task.values.reduce((sum, own, unit) => sum + own * outcome.chosen[unit], 0);
  expect(outcome.objective).toBeCloseTo(value, 9);
  expect(outcome.objective).toBeLessThanOrEqual(outcome.bound);
}

describe('the best selection for a program', () => {
  test.each([1, 2, 3, 4])('is the best of all with a solver that proves it: seed %i', async (seed) => {
    let asks = 0;
    await fc.assert(
      fc.asyncProperty(smallProgram, async (task) => {
        const { solver, asked } = exhaustiveSolver();
        const outcome = await maximise(task, { solver });
        asks += asked.length;
        expectTrue(task, outcome);
        const best = bestOf(task);
        expect(outcome.state).toBe(best === undefined ? 'infeasible' : 'found');
        if (outcome.state !== 'found') return;
        expect(outcome.objective).toBeCloseTo(best!, 9);
        expect(outcome.bound).toBeCloseTo(best!, 7);
      }),
      { seed, numRuns: 150 },
    );
    expect(asks).toBeGreaterThan(20);
  });

  test.each<[Ending, number]>([
    ['feasible', 0],
    ['unknown', 0],
    ['without a bound', 0],
    ['violating', 0],
    ['optimal', 0.2],
    ['feasible', 0.2],
  ])('is as good as a solver that ends %s lets it be: gap %d', async (ending, gap) => {
    await fc.assert(
      fc.asyncProperty(smallProgram, async (task) => {
        const alone = await maximise(task, { gap });
        const { solver, asked } = exhaustiveSolver(ending);
        const outcome = await maximise(task, { solver, gap });
        expectTrue(task, outcome);
        if (outcome.state === 'infeasible' || alone.state === 'infeasible') return;
        expect(outcome.bound).toBeLessThanOrEqual(alone.bound + 1e-9);
        if (alone.state === 'found' && outcome.state === 'found')
          expect(outcome.objective).toBeGreaterThanOrEqual(alone.objective);
        if (ending === 'optimal' && outcome.state === 'found')
          expect(outcome.bound - outcome.objective).toBeLessThanOrEqual(gap * Math.abs(alone.bound) + 1e-5);
        if (ending === 'feasible' && asked.length > 0) expect(outcome.state).toBe('found');
        if (ending === 'unknown' && asked.length > 0 && outcome.state === 'found')
          expect(outcome.bound).toBeLessThanOrEqual(Math.max(outcome.objective, bestOf(task)! + 0.01) + 1e-9);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  test('is begun from what is known, and asks only for the units that the bound leaves open', async () => {
    let [begun, smaller] = [0, 0];
    const { signal } = new AbortController();
    await fc.assert(
      fc.asyncProperty(smallProgram, async (task) => {
        const { solver, asked } = exhaustiveSolver();
        const alone = await maximise(task, {});
        await maximise(task, { solver, signal, gap: 0.001 });
        for (const { problem, start, gap, signal: own } of asked) {
          expect(own).toBe(signal);
          if (alone.state === 'found' || alone.state === 'unknown')
            expect(gap).toBeCloseTo(0.001 * Math.abs(alone.bound), 9);
          if (problem.values.length < task.values.length) smaller++;
          if (start === undefined) continue;
          begun++;
          expect(isMet(problem, start)).toBe(true);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
    expect([begun > 20, smaller > 20]).toEqual([true, true]);
  });

  test('is not looked for where its bound is not above what is reached', async () => {
    const two = [rowOf([0, 1, 2], [2, 3, 4], { upper: 6 }), rowOf([0, 1], [1, 1], { upper: 1 })];
    const task = { values: Float64Array.of(3, 4, 5), rows: two };
    const free = await maximise(task, {});
    expect(free.state).toBe('found');
    if (free.state !== 'found') return;
    expect(await maximise(task, { cutoff: free.bound })).toEqual({ state: 'cut', bound: free.bound });
    expect(await maximise(task, { cutoff: 1000 })).toMatchObject({ state: 'cut' });
    expect((await maximise(task, { cutoff: free.bound - 0.01 })).state).toBe('found');
  });

  test('is not known without a solver where the greedy way fails', async () => {
    const task = {
      values: Float64Array.of(3, 2, 1),
      rows: [rowOf([0, 1, 2], [3, 5, 4], { lower: 6, upper: 6 })],
    };
    const outcome = await maximise(task, {});
    expect(outcome.state).toBe('unknown');
    expect((await maximise(task, exhaustiveSolver())).state).toBe('infeasible');
    const nine = { ...task, rows: [rowOf([0, 1, 2], [3, 5, 4], { lower: 9, upper: 9 })] };
    expect(await maximise(nine, exhaustiveSolver())).toMatchObject({
      chosen: Uint8Array.of(0, 1, 1),
      objective: 3,
    });
  });

  test('is not looked for after an abort', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    const task = { values: Float64Array.of(1), rows: [] };
    await expect(maximise(task, { signal })).rejects.toThrow('enough');
    const controller = new AbortController();
    const { solver, asked } = exhaustiveSolver();
    const hard = {
      values: Float64Array.of(5, 4, 3),
      rows: [rowOf([0, 1, 2], [4, 3, 2], { lower: 1, upper: 5 })],
    };
    await maximise(hard, { solver, signal: controller.signal });
    expect(asked.every((ask) => ask.signal === controller.signal)).toBe(true);
  });

  test('within one limit needs no solver: what costs nothing is taken, what is worth nothing is not', async () => {
    const { solver, asked } = exhaustiveSolver();
    const limit = rowOf([0, 1, 2, 4], [2, 2, 1, 1], { upper: 3 });
    const task = { values: Float64Array.of(3, 4, -1, 2, 0, -2), rows: [limit] };
    for (const means of [{}, { solver }]) {
      expect(await maximise(task, means)).toEqual({
        state: 'found',
        chosen: Uint8Array.of(0, 1, 0, 1, 0, 0),
        objective: 6,
        bound: 6,
      });
    }
    expect(asked).toEqual([]);
  });
});

describe('a problem is a knapsack', () => {
  const values = Float64Array.of(2, -1, 3);
  const limit = rowOf([0, 1, 2], [1, 1, 2], { upper: 2 });

  test('with one limit, and without rows', () => {
    expect(asKnapsack({ values, rows: [limit] })).toEqual({
      chosen: Uint8Array.of(0, 0, 1),
      objective: 3,
      bound: 3,
    });
    expect(asKnapsack({ values, rows: [] })).toEqual({
      chosen: Uint8Array.of(1, 0, 1),
      objective: 5,
      bound: 5,
    });
  });

  test('not with two rows, a least sum, or a coefficient that is not above 0', () => {
    expect(asKnapsack({ values, rows: [limit, limit] })).toBeUndefined();
    expect(asKnapsack({ values, rows: [{ ...limit, lower: 0 }] })).toBeUndefined();
    expect(asKnapsack({ values, rows: [rowOf([0, 1, 2], [1, -1, 2], { upper: 2 })] })).toBeUndefined();
    expect(asKnapsack({ values, rows: [rowOf([0, 1, 2], [1, 0, 2], { upper: 2 })] })).toBeUndefined();
  });
});

test('a bound is closed within a share of its size, at least a billionth', () => {
  expect(isClosed({ objective: 100, bound: 100 })).toBe(true);
  expect(isClosed({ objective: 100, bound: 100 + 9e-8 })).toBe(true);
  expect(isClosed({ objective: 100, bound: 100 + 2e-7 })).toBe(false);
  expect(isClosed({ objective: -100, bound: -100 + 9e-8 })).toBe(true);
  expect(isClosed({ objective: 90, bound: 100 }, 0.1)).toBe(true);
  expect(isClosed({ objective: 89, bound: 100 }, 0.1)).toBe(false);
  expect(isClosed({ objective: 101, bound: 100 })).toBe(true);
});
