import { isGoldpanError } from '@goldpan/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseWithin } from '../src/index.js';
import { bruteForce, type SmallTask } from './brute-force.js';
import { asCall, sensible, smallTask } from './small-tasks.js';

/** The task with only some of its constraints; each can be kept or dropped by itself. */
function partsOf(task: SmallTask): ((into: SmallTask) => SmallTask)[] {
  const { budget, budgetItems, constraints } = task;
  const { keepDocuments, groups = [], maxPer = [], balance, include = [], exclude = [] } = constraints;
  const put = (part: object) => (into: SmallTask) => ({
    ...into,
    constraints: { ...into.constraints, ...part },
  });
  return [
    ...(budget === undefined ? [] : [(into: SmallTask) => ({ ...into, budget })]),
    ...(budgetItems === undefined ? [] : [(into: SmallTask) => ({ ...into, budgetItems })]),
    ...(keepDocuments ? [put({ keepDocuments })] : []),
    ...groups.flatMap(({ min, max, ...by }) =>
      [min && { ...by, min }, max && { ...by, max }]
        .filter((bound) => bound !== undefined)
        .map((bound) => (into: SmallTask) => {
          const others = into.constraints.groups ?? [];
          return { ...into, constraints: { ...into.constraints, groups: [...others, bound] } };
        }),
    ),
    ...(maxPer.length > 0 ? [put({ maxPer })] : []),
    ...(balance === undefined ? [] : [put({ balance })]),
    ...(include.length > 0 ? [put({ include, includeCounts: constraints.includeCounts })] : []),
    ...(exclude.length > 0 ? [put({ exclude })] : []),
  ];
}

/** The size of the smallest set of constraints that no selection meets. */
function smallestClash(task: SmallTask): number {
  const parts = partsOf(task);
  const bare: SmallTask = { ...task, budget: undefined, budgetItems: undefined, constraints: {} };
  const sets = Array.from({ length: 1 << parts.length }, (_, set) =>
    parts.filter((_part, at) => (set >> at) & 1),
  );
  const clashing = sets.filter(
    (set) => bruteForce(set.reduce<SmallTask>((into, part) => part(into), bare)) === undefined,
  );
  return Math.min(...clashing.map((set) => set.length));
}

describe('constraints that cannot be met', () => {
  test.each([3, 4, 5])('are named in a smallest set: seed %i', async (seed) => {
    let clashes = 0;
    await fc.assert(
      fc.asyncProperty(smallTask.map(sensible), async (task) => {
        if (bruteForce(task) !== undefined) return;
        const { dataset, utilities, options } = asCall(task);
        const error = await chooseWithin(dataset, { utilities }, options).catch((reason: unknown) => reason);
        expect(isGoldpanError(error)).toBe(true);
        if (!isGoldpanError(error) || error.code === 'NOTHING_FITS') return;
        expect(error.code).toBe('CLASHING_CONSTRAINTS');
        expect(error.fields.constraints).toHaveLength(smallestClash(task));
        clashes++;
      }),
      { numRuns: 60, seed },
    );
    expect(clashes).toBeGreaterThan(8);
  });
});
