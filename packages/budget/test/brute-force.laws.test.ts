import { isGoldpanError } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseWithin } from '../src/index.js';
import { bruteForce, keepsTo, objectiveOf, type SmallTask } from './brute-force.js';
import { asCall, rescaled, sensible, smallTask } from './small-tasks.js';

async function choose(task: SmallTask, options = {}) {
  const call = asCall(task);
  return chooseWithin(call.dataset, { utilities: call.utilities }, { ...call.options, ...options }).catch(
    (error) => {
      if (isGoldpanError(error) && ['CLASHING_CONSTRAINTS', 'NOTHING_FITS'].includes(error.code))
        return undefined;
      throw error;
    },
  );
}

describe('on small tasks with every kind of constraint', () => {
  const tasks = smallTask.map(sensible);
  const runs = 3000;

  test('the selection is the best of all sets, or there is none', async () => {
    let solvable = 0;
    await fc.assert(
      fc.asyncProperty(tasks, async (task) => {
        const scaled = { ...task, values: rescaled(task.values) };
        const expected = bruteForce(scaled);
        const selection = await choose(task);
        expect(selection !== undefined, 'is feasible').toBe(expected !== undefined);
        if (expected === undefined) return;
        solvable++;
        const chosen = task.values.map((_, item) => selection!.chosen.includes(item));
        expect(keepsTo(task, chosen), 'keeps to all constraints').toBe(true);
        expectClose(objectiveOf(scaled, chosen), expected, { relative: 1e-9 });
        expectClose(selection!.objective, expected, { relative: 1e-9 });
        expect(selection!.isOptimal).toBe(true);
      }),
      { numRuns: runs, seed: 1 },
    );
    expect(solvable).toBeGreaterThan(runs / 4);
  });
});
