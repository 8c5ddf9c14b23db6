import { columnsOfDataset, datasetFromColumns } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import {
  inlineExecutor,
  parseGoal,
  poolExecutor,
  simulatePlan,
  type Execution,
  type Executor,
  type PlanJob,
  type PlanRequest,
} from '../src/index.js';
import { pilot, registry } from './setting.js';

const request = (given: Partial<PlanRequest> = {}): PlanRequest => ({
  dataset: pilot(),
  registry,
  selector: 'range',
  options: { metric: 'm' },
  truth: 'human',
  goal: parseGoal('kendall=0.8'),
  replicates: 24,
  permutations: 50,
  // The faulty selectors tell a replicate by its repeated items.
  resampling: { unit: 'items', method: 'bootstrap' },
  ...given,
});
const plan = (given?: Partial<PlanRequest>, execution: Execution = { workers: 0 }) =>
  simulatePlan(request(given), execution);

/** Runs the tasks of another executor in a scrambled order. */
const scrambled = (executor: Executor): Executor => ({
  run: (job, tasks, hooks) => {
    const order = tasks
      .map((task) => ({ first: task.first, count: task.count }))
      .sort((a, b) => ((a.first * 7) % 11) - ((b.first * 7) % 11));
    return executor.run(
      job,
      order.flatMap(({ first, count }) =>
        Array.from({ length: count }, (_, i) => ({ first: first + i, count: 1 })),
      ),
      hooks,
    );
  },
});

describe('the result is the same bytes', () => {
  const cases: [Partial<PlanRequest>, Execution[]][] = [
    [{ goal: parseGoal('spa=0.9') }, [{ workers: 1 }, { workers: 2 }, { workers: 4 }]],
    [{ goal: parseGoal('random@50%') }, [{ executor: scrambled(inlineExecutor) }]],
    [
      { selector: 'last-system-high', options: {}, resampling: { unit: 'documents', method: 'subsample' } },
      [{ executor: scrambled(poolExecutor(3)) }],
    ],
    [
      {
        selector: 'random',
        options: {},
        costs: Float64Array.from({ length: 37 }, (_, item) => 1 + (item % 3)),
      },
      [{ executor: scrambled(inlineExecutor) }, { workers: 2 }],
    ],
  ];
  test.each(cases)('for any number of workers and any order of tasks %#', async (given, executions) => {
    const expected = JSON.stringify(await plan(given));
    for (const execution of executions) expect(JSON.stringify(await plan(given, execution))).toBe(expected);
  });

  test('but not for another seed', async () => {
    expect(JSON.stringify(await plan({ seed: 1 }))).not.toBe(JSON.stringify(await plan()));
  });
});

describe('texts and embeddings travel to workers', () => {
  const { scores, ...columns } = columnsOfDataset(pilot(11));
  const dataset = datasetFromColumns({
    ...columns,
    scores,
    sources: columns.ids.map((id) => `${id} `.repeat(id.length)),
    references: columns.ids,
    outputs: Array.from({ length: 55 }, (_, cell) => `output ${cell}`),
    embeddings: { sources: { dimensions: 1, values: new Float64Array(11) } },
  });
  const by = (selector: string, options: object = {}) => ({ selector, options });
  const firstOf = (...of: unknown[]) => by('first-of', { of });

  test.each([
    [by('range', { metric: 'm' }), false],
    [by('last-system-high'), false],
    [firstOf({ selector: 'throws' }, { selector: 'range', options: { metric: 'm' } }), false],
    [by('long-first'), true],
    [firstOf({ selector: 'throws' }, 'long-first'), true],
  ])('only for a selector that reads them: %j, %s', async (selector, travel) => {
    const seen: unknown[] = [];
    const executor: Executor = {
      async run(job, tasks, hooks) {
        const { sources, references, outputs, embeddings, documents } = (job as PlanJob).columns;
        seen.push(...[sources, references, outputs, embeddings].map((column) => column !== undefined));
        expect(documents).toBeDefined();
        await inlineExecutor.run(job, tasks, hooks);
      },
    };
    const resampling = { unit: 'items', method: 'subsample' } as const;
    await plan({ ...selector, dataset, replicates: 2, shares: [0.5], resampling }, { executor });
    expect(seen).toEqual([travel, travel, travel, travel]);
  });
});

describe('the answer', () => {
  test('every goal is reached with all items, so no replicate fails to reach it', async () => {
    for (const goal of [
      'spa=1',
      'kendall=1',
      'pairwise=1',
      'error=0.000001',
      'same-clusters',
      'same-best',
      'same-ranking',
    ]) {
      const { size, random, curve } = await plan({ goal: parseGoal(goal), replicates: 6 });
      expect([size.neverReached, random.neverReached], goal).toEqual([0, 0]);
      expect(curve.at(-1)!.size).toBe(37);
    }
  });

  test('random selection needs about as many items as random selection', async () => {
    const { size, random } = await plan({ selector: 'random', options: {}, replicates: 200 });
    expect(Math.abs(size.median! - random.median!)).toBeLessThanOrEqual(0.15 * 37);
  });

  test('random@50% asks random selection for about half of the items', async () => {
    const { random } = await plan({ goal: parseGoal('random@50%'), replicates: 200 });
    expect(random.share!).toBeGreaterThanOrEqual(0.35);
    expect(random.share!).toBeLessThanOrEqual(0.75);
  });

  test('an easier goal needs no more items', async () => {
    const sizes: number[] = [];
    for (const goal of ['kendall=0.4', 'kendall=0.7', 'kendall=1'])
      sizes.push((await plan({ goal: parseGoal(goal) })).size.median!);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  test('costs are those of the items needed', async () => {
    const uniform = await plan({ costs: new Float64Array(37).fill(3), replicates: 9 });
    expect(uniform.size.cost).toBe(3 * uniform.size.median!);
  });

  test('costs are those of the items named: of random ones in the mean, of picked ones as picked of the data', async () => {
    // What an item costs follows the utility, so that what is picked first costs most.
    const whole = pilot();
    const spread = Array.from({ length: 37 }, (_, item) => {
      const scores = Array.from({ length: 5 }, (_, s) => whole.scores('m').values[item * 5 + s]);
      return Math.max(...scores) - Math.min(...scores);
    });
    const costs = Float64Array.from(spread, (value) => 1 + value ** 2);
    const { size, random } = await plan({ costs, replicates: 9 });
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / 37;
    expect(random.cost).toBeCloseTo(random.median! * mean, 10);
    const dearest = costs.toSorted((a, b) => b - a).slice(0, size.median!);
    expect(size.cost).toBeCloseTo(
      dearest.reduce((sum, cost) => sum + cost, 0),
      10,
    );
    expect(size.cost! / size.median!).toBeGreaterThan(1.1 * mean);
  });

  test('a constant score that any subset reproduces needs the smallest size', async () => {
    const { size } = await plan({ goal: parseGoal('pairwise=0.000001'), shares: [0.1, 0.5] });
    expect([size.low, size.median, size.high]).toEqual([3, 3, 3]);
  });
});

describe('faults', () => {
  test.each([
    ['throws', 'no luck today'],
    ['not-a-number', 'must return utilities that are numbers; item 0 has NaN'],
    ['too-short', 'must return 37 utilities; it returned 36'],
    ['repeats', 'item 0 occurs twice'],
  ])('a selector that %s is named with its replicate and its own words', async (selector, words) => {
    for (const workers of selector === 'throws' ? [0, 2] : [0]) {
      await expect(plan({ selector, options: {} }, { workers })).rejects.toMatchObject({
        code: 'REPLICATE_FAILED',
        fields: { selector },
        message: expect.stringMatching(new RegExp(`failed in replicate \\d+: .*${words}`)),
      });
    }
  });

  test('a worker that exits twice on the same replicates is an error, not a hang', async () => {
    await expect(plan({ selector: 'exits', options: {} }, { workers: 2 })).rejects.toMatchObject({
      code: 'WORKER_LOST',
      message: expect.stringContaining('of selector "exits"'),
    });
  });

  test('a promise that a selector lets fail in a worker is told', async () => {
    await expect(plan({ selector: 'lets-fail', options: {} }, { workers: 2 })).rejects.toMatchObject({
      code: 'REPLICATE_FAILED',
      message: expect.stringMatching(/"lets-fail" failed .*nobody waited for: nobody waits/),
    });
  });

  test.each(['loops-forever', 'never-settles'])(
    'a selector that %s in a worker ends at the time limit, and is named',
    async (selector) => {
      const running = plan({ selector, options: {}, replicates: 60 }, { workers: 2, timeLimit: 1 });
      await expect(running).rejects.toMatchObject({
        code: 'REPLICATE_STALLED',
        message: expect.stringMatching(/^a replicate of selector ".*" must be made within 1 s; one of /),
      });
    },
  );

  test('a selector that never settles in a worker ends when the run is ended, and is named', async () => {
    const abort = new AbortController();
    const running = plan(
      { selector: 'never-settles', options: {} },
      { workers: 2, signal: abort.signal, onProgress: () => setTimeout(() => abort.abort(), 100) },
    );
    await expect(running).rejects.toMatchObject({
      code: 'INTERRUPTED',
      fields: { work: 'selector "never-settles"', finished: 0, replicates: 24 },
    });
  });

  test('what a selector refuses of the whole data is told as it is, before any replicate', async () => {
    await expect(plan({ selector: 'long-first', options: { none: 1 } })).rejects.toMatchObject({
      code: 'UNMET_NEEDS',
    });
  });

  test('an abort ends the run long before its work is done', async () => {
    for (const workers of [0, 2]) {
      const abort = new AbortController();
      const running = plan(
        { selector: 'slow', options: {}, goal: parseGoal('spa=0.9'), permutations: 100_000 },
        { workers, signal: abort.signal },
      );
      setTimeout(() => abort.abort(), 300);
      await expect(running).rejects.toMatchObject({ code: 'INTERRUPTED' });
    }
  });

  test('documents cannot be drawn where an item has none', async () => {
    const { documents: _documents, ...dataset } = pilot();
    await expect(
      plan({ dataset, resampling: { unit: 'documents', method: 'bootstrap' } }),
    ).rejects.toMatchObject({ code: 'NO_DOCUMENTS' });
  });
});
