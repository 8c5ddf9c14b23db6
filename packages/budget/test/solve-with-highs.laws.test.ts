import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveWithHighs } from '../src/node/solve-with-highs.js';
import { hardProblem } from './hard-problem.js';
import { allSelections, isMet, rowOf, smallProgram } from './small-programs.js';

const limits = { seconds: 30, nodes: 100_000 };

describe('HiGHS in this thread', () => {
  test('finds the best of all selections, with its value as bound', async () => {
    await fc.assert(
      fc.asyncProperty(smallProgram, async (problem) => {
        const values = allSelections(problem).map(({ value }) => value);
        const { state, chosen, bound } = await solveWithHighs({ problem, ...limits });
        expect(state).toBe(values.length === 0 ? 'infeasible' : 'optimal');
        if (values.length === 0) return;
        expect(isMet(problem, chosen!)).toBe(true);
        const value = problem.values.reduce((sum, own, unit) => sum + own * chosen![unit], 0);
        expect(value).toBeCloseTo(Math.max(...values), 9);
        expect(bound).toBeCloseTo(value, 6);
      }),
      { seed: 16, numRuns: 25 },
    );
  });

  test('stops at a gap that is good enough, and not before without one', async () => {
    const units = Array.from({ length: 16 }, (_, unit) => unit);
    const values = Float64Array.from(units, (unit) => 20 + ((unit * 37) % 41) / 3);
    const costs = units.map((unit) => 20 + ((unit * 23) % 37) / 2);
    const rows = [
      rowOf(units, costs, { upper: 150 }),
      rowOf(
        units,
        units.map((unit) => 1 + (unit % 3)),
        { upper: 11 },
      ),
    ];
    const problem = { values, rows };
    const best = await solveWithHighs({ problem, ...limits });
    const near = await solveWithHighs({ problem, ...limits, gap: 300 });
    const valueOf = (chosen?: Uint8Array) => values.reduce((sum, own, unit) => sum + own * chosen![unit], 0);
    expect(best.bound! - valueOf(best.chosen)).toBeLessThan(1e-5);
    expect(near.state).toBe('optimal');
    expect(near.bound).toBeGreaterThanOrEqual(best.bound! - 1e-6);
    expect(valueOf(near.chosen)).toBeLessThanOrEqual(valueOf(best.chosen) + 1e-6);
    expect(near.bound! - valueOf(near.chosen)).toBeGreaterThan(0.01);
  });

  test('says that it does not know where its limits end the search with nothing, and has a bound then', async () => {
    const problem = hardProblem({ size: 14, count: 2 });
    const result = await solveWithHighs({ problem, seconds: 30, nodes: 1 });
    expect(result.state).toBe('unknown');
    expect(result.chosen).toBeUndefined();
    expect(result.bound).toBeGreaterThan(0);
    expect(result.bound).toBeLessThanOrEqual(problem.values.reduce((sum, value) => sum + value, 0));
    expect(await solveWithHighs({ problem, seconds: 30, nodes: 0 })).toEqual({ state: 'unknown' });
  });

  test('keeps the selection that it began with where its limits end the search', async () => {
    const { values, rows } = hardProblem({ size: 14, count: 2 });
    const start = Uint8Array.from(values, (_, unit) => unit % 2);
    const sumsOf = (of: Uint8Array) =>
      rows.map(({ units, coefficients }) =>
        units.reduce((sum, unit, at) => sum + coefficients[at] * of[unit], 0),
      );
    const sums = sumsOf(start);
    const problem = { values, rows: rows.map((row, k) => ({ ...row, lower: sums[k], upper: sums[k] })) };
    const result = await solveWithHighs({ problem, start, seconds: 30, nodes: 1 });
    expect(result.state).toBe('feasible');
    expect(sumsOf(result.chosen!)).toEqual(sums);
    const value = values.reduce((sum, own, unit) => sum + own * result.chosen![unit], 0);
    expect(value).toBeGreaterThanOrEqual(
      values.reduce((sum, own, unit) => sum + own * start[unit], 0) - 1e-9,
    );
    expect(result.bound).toBeGreaterThan(value);
  });
});
