import { pathToFileURL } from 'node:url';
import { createRegistry, datasetFromColumns, stream, type Dataset } from '@goldpan/core';
import estimation from '@goldpan/estimation';
import {
  compareSelectors,
  parseGoal,
  simulatePlan,
  type Execution,
  type Executor,
  type PlanRequest,
} from '@goldpan/simulation';
import plugin from './fixtures/test-plugin.mjs';

/** What workers allow, by what `import()` takes. */
export const plugins = [
  new URL('../../estimation/dist/index.js', import.meta.url).href,
  new URL('./fixtures/test-plugin.mjs', import.meta.url).href,
];

const registry = createRegistry([
  { plugin: estimation, specifier: plugins[0] },
  { plugin, specifier: plugins[1] },
]);

/** An executor that makes every replicate a task of its own. */
export const smallTasks = (executor: Executor): Executor => ({
  run: (job, tasks, hooks) =>
    executor.run(
      job,
      tasks.flatMap(({ first, count }) =>
        Array.from({ length: count }, (_, i) => ({ first: first + i, count: 1 })),
      ),
      hooks,
    ),
});

/** 37 items, 5 systems: a metric that follows the human scores; documents of unequal length. */
function pilot(items = 37, systems = 5): Dataset {
  const rng = stream(1, 'test/pilot');
  const cells = { length: items * systems };
  const human = Float64Array.from(cells, (_, cell) => (cell % systems) + 6 * rng.next());
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => `item ${item}`),
    systems: ['__proto__', ...Array.from({ length: systems - 1 }, (_, system) => `system ${system}`)],
    metrics: ['human', 'm'],
    scores: [human, human.map((score) => score + rng.next())],
    documents: Array.from({ length: items }, (_, item) => `d${Math.floor(Math.sqrt(item))}`),
  });
}

export function plan(execution: Execution, given: Partial<PlanRequest> = {}) {
  const request = {
    dataset: pilot(),
    registry,
    selector: 'first-system',
    truth: 'human',
    goal: parseGoal('kendall=0.8'),
    replicates: 240,
    permutations: 50,
  };
  return simulatePlan({ ...request, ...given }, execution);
}

/** The plan with the plugin of a file in place of the one that workers have. */
export async function planWith(file: string, execution: Execution) {
  const specifier = pathToFileURL(file).href;
  const { default: plugin } = await import(specifier);
  return plan(execution, { registry: createRegistry([{ plugin, specifier }]) });
}

export function compare(execution: Execution, given: { estimate?: string; replicates?: number } = {}) {
  const contestants = [
    { selector: 'first-system', options: {} },
    { selector: 'slow', options: {} },
  ];
  const request = { dataset: pilot(), registry, contestants, truths: ['human'], replicates: 120 };
  return compareSelectors({ ...request, ...given }, execution);
}
