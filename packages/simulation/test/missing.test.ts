import { datasetFromColumns, stream, type Dataset } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { compareSelectors, parseGoal, simulatePlan, type PlanRequest } from '../src/index.js';
import { pilot, registry } from './setting.js';

/** The pilot without a share of its judgements, drawn cell by cell. */
function holed(share: number, items = 37): Dataset {
  const whole = pilot(items);
  const rng = stream(3, 'test/missing');
  const human = whole.scores('human').values.map((score) => (rng.next() < share ? NaN : score));
  return withJudgements(whole, human);
}

function withJudgements({ ids, systems, documents, scores }: Dataset, human: Float64Array): Dataset {
  return datasetFromColumns({
    ids,
    systems,
    documents,
    metrics: ['human', 'm'],
    scores: [human, scores('m').values],
  });
}

const range = { selector: 'range', options: { metric: 'm' } };
const planOf = (dataset: Dataset, missing: PlanRequest['missing'], goal = 'spa=0.8') =>
  simulatePlan(
    {
      dataset,
      registry,
      ...range,
      truth: 'human',
      missing,
      goal: parseGoal(goal),
      replicates: 12,
      permutations: 60,
    },
    { workers: 0 },
  );
const comparisonOf = (
  dataset: Dataset,
  { missing, measure = 'spa', estimate }: { missing?: 'pairwise'; measure?: string; estimate?: string },
) =>
  compareSelectors(
    {
      dataset,
      registry,
      contestants: [range],
      truths: ['human'],
      missing,
      measure,
      estimate,
      ...(estimate && { shares: [0.2, 0.5] }),
      replicates: estimate ? 2 : 10,
      permutations: 60,
      randomOrders: 10,
    },
    { workers: 0 },
  );

describe('pairwise', () => {
  test('gives complete data the same plan and comparison to the last bit', async () => {
    expect(await planOf(pilot(), 'pairwise')).toEqual(await planOf(pilot(), 'error'));
    expect(await comparisonOf(pilot(), { missing: 'pairwise' })).toEqual(await comparisonOf(pilot(), {}));
  });

  test('keeps every item where judgements are missing, which the default refuses', async () => {
    const data = holed(0.1);
    await expect(planOf(data, 'error')).rejects.toMatchObject({ code: 'MISSING_SCORES' });
    await expect(comparisonOf(data, {})).rejects.toMatchObject({ code: 'MISSING_SCORES' });
    const { curve, size } = await planOf(data, 'pairwise');
    expect(curve.at(-1)).toMatchObject({ size: 37, median: 1 });
    expect(size.median).toBeLessThan(37);
    const { contestants } = await comparisonOf(data, { missing: 'pairwise' });
    expect(contestants[0].curve.at(-1)!.value).toBeGreaterThan(0.8);
  });

  test.each(['kendall=0.9', 'same-best', 'spa=0.9'])(
    'says nothing of sizes at which a system has no judgement, and needs more items: %s',
    async (goal) => {
      const { curve, neverReached } = await planOf(holed(0.7), 'pairwise', goal).then((plan) => ({
        curve: plan.outcomes[0].selector.curve,
        neverReached: plan.size.neverReached,
      }));
      expect(curve[0]).toBeNull();
      expect(neverReached).toBeLessThan(1);
    },
  );

  test.each(['regression', 'shrunk'])('goes with estimates: %s', async (estimate) => {
    const { contestants } = await comparisonOf(holed(0.3), {
      missing: 'pairwise',
      measure: 'kendall',
      estimate,
    });
    expect(contestants).toHaveLength(1);
    expect(contestants[0].mean).toBeGreaterThan(0);
  });

  test('refuses a system that nobody judged', async () => {
    const whole = pilot();
    const human = whole.scores('human').values.map((score, cell) => (cell % 5 === 2 ? NaN : score));
    const data = withJudgements(whole, human);
    const unjudged = { code: 'SYSTEM_WITHOUT_SCORES', fields: { system: 2, size: 37 } };
    await expect(planOf(data, 'pairwise')).rejects.toMatchObject(unjudged);
    await expect(comparisonOf(data, { missing: 'pairwise' })).rejects.toMatchObject(unjudged);
  });
});
