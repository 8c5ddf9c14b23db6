import { datasetFromItems, type Amount, type Constraints, type Dataset } from '@goldpan/core';
import fc from 'fast-check';
import type { ChooseOptions, Solver } from '../src/index.js';
import { solveWithHighs } from '../src/node/solve-with-highs.js';
import type { SmallTask } from './brute-force.js';

/** HiGHS in this thread: thousands of small problems would spend their time on messages to a worker. */
export const inlineHighs: Solver = {
  maximise: (problem, { start }) => solveWithHighs({ problem, start, seconds: 30, nodes: 100_000 }),
};

const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.nat({ max: 4 }).map((items) => ({ items })),
  fc.constantFrom(10, 25, 33.3, 40, 50, 60).map((percent) => ({ percent })),
);
const column = fc.constantFrom('domain' as const, 'doc' as const);

/** Tasks of 3 to 9 items with any mix of budget and constraints, many of them without a solution. */
export const smallTask: fc.Arbitrary<SmallTask> = fc.integer({ min: 3, max: 9 }).chain((size) => {
  const id = fc.nat({ max: size - 1 }).map(String);
  const list = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: size, maxLength: size });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
  return fc.record({
    values: list(fc.integer({ min: 0, max: 40 })),
    costs: list(fc.integer({ min: 1, max: 30 })),
    domains: list(fc.constantFrom('news', 'social', 'speech')),
    documents: list(fc.constantFrom('a', 'b', 'c', 'd', '')),
    budget: maybe(fc.integer({ min: 1, max: 30 * size })),
    budgetItems: maybe(fc.integer({ min: 1, max: size })),
    constraints: fc.record({
      keepDocuments: fc.boolean(),
      documentUtility: fc.constantFrom('sum' as const, 'mean' as const),
      groups: fc.array(
        fc.record({
          column,
          group: fc.option(fc.constantFrom('news', 'a'), { nil: undefined }),
          min: maybe(amount),
          max: maybe(amount),
        }),
        { maxLength: 2 },
      ),
      balance: fc.option(column, { nil: undefined, freq: 1 }),
      maxPer: fc.array(fc.record({ column, items: fc.integer({ min: 1, max: 3 }) }), { maxLength: 1 }),
      include: fc.array(id, { maxLength: 2 }),
      includeCounts: fc.boolean(),
      exclude: fc.array(id, { maxLength: 2 }),
    }),
  });
});

/** A task as `chooseWithin` takes it. Costs are tenths, so that their sums are not exact unless they are made so. */
export function asCall(task: SmallTask): {
  dataset: Dataset;
  utilities: Float64Array;
  options: ChooseOptions;
} {
  const dataset = datasetFromItems(
    task.values.map((_, item) => ({
      id: String(item),
      domain: task.domains[item],
      ...(task.documents[item] !== '' && { doc: task.documents[item] }),
    })),
  );
  const { budget, budgetItems } = task;
  return {
    dataset,
    utilities: Float64Array.from(task.values),
    options: {
      costs: { values: Float64Array.from(task.costs, (cost) => cost / 10), unit: 'minutes' },
      budget: {
        ...(budget !== undefined && { cost: budget / 10 }),
        ...(budgetItems !== undefined && { items: budgetItems }),
      },
      constraints: task.constraints,
      solver: inlineHighs,
    },
  };
}

/** The values that the default scale gives to utilities. */
export function rescaled(utilities: readonly number[]): number[] {
  const [lowest, highest] = [Math.min(...utilities), Math.max(...utilities)];
  return utilities.map((utility) =>
    lowest === highest ? 0.6 : (utility - lowest) / (highest - lowest) / 2 + 0.1,
  );
}

/** Drops what does not name a group or column of the task: those are errors with tests of their own. */
export function sensible(task: SmallTask): SmallTask {
  const labels = (group: string) => (group === 'domain' ? task.domains : task.documents);
  const constraints: Constraints = {
    ...task.constraints,
    groups: task.constraints.groups?.filter(
      ({ column: by, group }) => group === undefined || labels(by).includes(group),
    ),
  };
  const hasDocuments = task.documents.some((document) => document !== '');
  const documents = hasDocuments ? task.documents : task.documents.map(() => 'a');
  return { ...task, documents, constraints };
}
