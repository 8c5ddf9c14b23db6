import { describe, expect, test } from 'vitest';
import type { Problem } from '../src/index.js';
import { highsSolver } from '../src/node/index.js';
import { hardProblem } from './hard-problem.js';

/** The best two of three units, the dearest of which does not fit beside another. */
const small: Problem = {
  values: Float64Array.of(3, 2, 1.5),
  rows: [
    {
      units: Int32Array.of(0, 1, 2),
      coefficients: Float64Array.of(2, 1, 1),
      lower: 1,
      upper: 2,
      lowerBy: 'lower',
      upperBy: 'upper',
    },
  ],
};

describe('the solver in a worker', () => {
  test('solves one problem after another, and starts again after it was closed', async () => {
    const solver = highsSolver();
    const results = await Promise.all([solver.maximise(small, {}), solver.maximise(small, {})]);
    await solver.close();
    results.push(await solver.maximise(small, { start: Uint8Array.of(1, 0, 0) }));
    await solver.close();
    for (const result of results)
      expect(result).toEqual({ state: 'optimal', chosen: Uint8Array.of(0, 1, 1), bound: 3.5 });
  });

  test('says when a problem has no solution', async () => {
    const solver = highsSolver();
    const [row] = small.rows;
    const impossible = { ...small, rows: [{ ...row, lower: 5, upper: 9 }] };
    expect(await solver.maximise(impossible, {})).toEqual({ state: 'infeasible' });
    await solver.close();
  });

  test('ends at once when it is aborted, and can be used again', async () => {
    const solver = highsSolver({ seconds: 60 });
    const controller = new AbortController();
    const running = solver.maximise(hardProblem(), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 300);
    await expect(running).rejects.toThrow('enough');
    expect((await solver.maximise(small, {})).state).toBe('optimal');
    await solver.close();
  });

  test('stops at its limits with what it has', async () => {
    const solver = highsSolver({ seconds: 0.5 });
    const result = await solver.maximise(hardProblem(), { start: new Uint8Array(60) });
    expect(['feasible', 'unknown']).toContain(result.state);
    await solver.close();
  });

  test('reports what it cannot do', async () => {
    const solver = highsSolver();
    const broken = { ...small, values: Float64Array.of(NaN, 1, 1) };
    await expect(solver.maximise(broken, {})).rejects.toMatchObject({ code: 'SOLVER_FAILED' });
    await solver.close();
  });
});
