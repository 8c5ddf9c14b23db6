import { datasetFromColumns } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import {
  compareSelectors,
  createReplicator,
  parseGoal,
  simulatePlan,
  type CompareJob,
  type CompareRequest,
  type Contestant,
  type Executor,
  type PlanJob,
  type PlanRequest,
  type SimulationJob,
} from '../src/index.js';
import { documentNumbers } from '../src/resample.js';
import { pilot, registry } from './setting.js';
import { slowCompareReplicate, slowPlanReplicate } from './twins.js';

/** The job of a run: what its executor is given. */
async function jobOf<Job extends SimulationJob>(run: (executor: Executor) => Promise<unknown>): Promise<Job> {
  let given: SimulationJob | undefined;
  const stop = new Error('seen enough');
  const executor: Executor = {
    run: (job) => {
      given = job;
      return Promise.reject(stop);
    },
  };
  await expect(run(executor)).rejects.toBe(stop);
  return given as Job;
}
const compareJob = (given: Partial<CompareRequest>) =>
  jobOf<CompareJob>((executor) =>
    compareSelectors(
      { dataset: pilot(23), registry, contestants, truths: ['human'], permutations: 40, ...given },
      { executor },
    ),
  );
const planJob = (given: Partial<PlanRequest>) =>
  jobOf<PlanJob>((executor) =>
    simulatePlan(
      {
        dataset: pilot(),
        registry,
        selector: 'last-system-high',
        truth: 'human',
        goal: parseGoal('kendall=0.8'),
        permutations: 40,
        ...given,
      },
      { executor },
    ),
  );

const REPLICATES = 12;

/** Compares numbers to 12 digits, whatever holds them. */
function expectAlike(actual: unknown, expected: unknown, where = ''): void {
  if (typeof expected === 'number') {
    expect(actual, where).toBeTypeOf('number');
    expect(Math.abs((actual as number) - expected), where).toBeLessThanOrEqual(
      1e-12 * (1 + Math.abs(expected)),
    );
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object).sort(), where).toEqual(Object.keys(expected).sort());
    for (const [name, value] of Object.entries(expected))
      expectAlike((actual as Record<string, unknown>)[name], value, `${where}.${name}`);
  } else expect(actual, where).toBe(expected);
}

const contestants: Contestant[] = [
  { selector: 'range', options: { metric: 'm' } },
  { selector: 'stairs', options: { metric: 'm' } },
  { selector: 'random', options: {} },
];

const estimated = { estimate: 'regression', measure: 'kendall', shares: [0.05, 0.1, 0.4] };

describe('the replicates of a comparison are those of the slow way', () => {
  const cases: [string, Partial<CompareRequest>][] = [
    ['SPA of items', {}],
    ['one item chosen, which some replicates lack', { shares: [0.05, 0.4], measure: 'kendall' }],
    ['documents', { resampling: { unit: 'documents', method: 'bootstrap' }, measure: 'pairwise-accuracy' }],
    ['subsamples', { resampling: { unit: 'items', method: 'subsample' }, measure: 'kendall', seed: 4 }],
    ['SPA of estimates', { estimate: 'regression', shares: [0.2, 0.5, 1] }],
    [
      'a tau of estimates, of two truths',
      { ...estimated, truths: ['human', 'm'], contestants: [contestants[2]] },
    ],
    ['two truths', { truths: ['human', 'm'], contestants: [contestants[0], contestants[2]] }],
    ['systems held out', { holdout: 2, truths: ['human', 'm'], measure: 'pairwise-accuracy' }],
  ];
  test.each(cases)('%s', async (_title, given) => {
    const job = await compareJob(given);
    const replicator = await createReplicator(job);
    const { outcomes } = await replicator({ first: 0, count: REPLICATES });
    expect(outcomes).toHaveLength(REPLICATES);
    outcomes.forEach((outcome, number) => expectAlike(outcome, slowCompareReplicate(job, number)));
  });

  test('where nothing that was chosen is drawn the measure counts as 0', async () => {
    const job = await compareJob({ shares: [0.05], contestants: [contestants[1]] });
    const replicator = await createReplicator(job);
    const { outcomes } = await replicator({ first: 0, count: 40 });
    const values = outcomes.map((outcome) => 'contestants' in outcome && outcome.contestants[0]!.curve[0]);
    // An item is missing from 36 of 100 replicates.
    expect(values.filter((value) => value === 0).length).toBeGreaterThan(5);
    expect(values.filter((value) => value !== 0).length).toBeGreaterThan(5);
  });

  test('SPA in a replicate takes 200 permutations, unless fewer are asked for', async () => {
    expect((await compareJob({ permutations: 1000 })).permutations).toBe(200);
    expect((await compareJob({ permutations: 2000 })).permutations).toBe(200);
    expect((await compareJob({ permutations: 199 })).permutations).toBe(199);
  });

  test('a replicate has eight random orders, over at most four folds', async () => {
    const few = await compareJob({});
    expect([few.foldsPerReplicate, few.randomOrders]).toEqual([1, 8]);
    const many = await compareJob({ holdout: 2 });
    expect([many.folds.length, many.foldsPerReplicate, many.randomOrders]).toEqual([20, 4, 2]);
  });
});

describe('the replicates of a plan are those of the slow way', () => {
  const documents = { unit: 'documents', method: 'subsample' } as const;
  const costs = Float64Array.from({ length: 37 }, (_, item) => 1 + ((item * 5) % 7));
  const cases: [string, Partial<PlanRequest>][] = [
    ['a tau, by half of the items', {}],
    [
      'SPA of an itemwise selector',
      { selector: 'range', options: { metric: 'm' }, goal: parseGoal('spa=0.9') },
    ],
    ['SPA of estimates', { estimate: 'regression', goal: parseGoal('spa=0.9') }],
    ['what random selection reaches, by documents', { goal: parseGoal('random@50%'), resampling: documents }],
    ['an error, with costs', { goal: parseGoal('error=0.3'), costs, seed: 3 }],
    [
      'the same best, at random, with repetition',
      { selector: 'random', goal: parseGoal('same-best'), costs },
    ],
    ['a selector for a budget', { selector: 'stairs', options: { metric: 'm' }, shares: [0.1, 0.4], costs }],
  ];
  test.each(cases)('%s', async (title, given) => {
    const method = title.includes('repetition') ? 'bootstrap' : 'subsample';
    const job = await planJob({ resampling: { unit: 'items', method }, ...given });
    const replicator = await createReplicator(job);
    const { outcomes } = await replicator({ first: 0, count: REPLICATES });
    const dataset = pilot();
    const setting = { dataset, registry, documents: documentNumbers(dataset, job.resampling) };
    for (const [number, outcome] of outcomes.entries())
      expectAlike(outcome, await slowPlanReplicate(job, number, setting));
    expect(outcomes).toHaveLength(REPLICATES);
  });

  test('an itemwise selector is run once, on all items; any other is run in the replicates only', async () => {
    expect((await planJob({ selector: 'range', options: { metric: 'm' } })).utilities).toHaveLength(37);
    expect((await planJob({})).utilities).toBeUndefined();
  });

  test('an estimator that no plugin brings, and metrics that lack scores, are refused before any replicate', async () => {
    const dataset = pilot();
    const plan = { dataset, registry, selector: 'random', truth: 'human', goal: parseGoal('same-best') };
    const comparison = { dataset, registry, contestants, truths: ['human'] };
    const unknown = { code: 'UNKNOWN_ESTIMATOR' };
    await expect(simulatePlan({ ...plan, estimate: 'regresion' })).rejects.toMatchObject(unknown);
    await expect(compareSelectors({ ...comparison, estimate: 'shrunkn' })).rejects.toMatchObject(unknown);
    const scores = dataset.metrics.map((metric) => dataset.scores(metric).values.slice());
    scores[1][7] = NaN;
    const { ids, systems, metrics } = dataset;
    const holed = datasetFromColumns({ ids: [...ids], systems, metrics, scores });
    const missing = simulatePlan({ ...plan, dataset: holed, estimate: 'shrunk' });
    await expect(missing).rejects.toMatchObject({ code: 'MISSING_SCORES' });
  });
});
