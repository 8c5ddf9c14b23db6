import { runSelector, takeItems, type Dataset, type Registry } from '@goldpan/core';
import { curves, fullData, pearsonAgreement, randomBaseline, type MeasureName } from '@goldpan/evaluation';
import { parseGoal, simulatePlan, type Execution, type PlanSummary } from '@goldpan/simulation';

/** What the demonstration selects with. */
export const DEMO = {
  metric: 'rouge_1_recall',
  target: 'human',
  selector: 'metric-variance',
  share: 0.25,
  seeds: 200,
  goal: 'spa=0.9',
  replicates: 200,
} as const;

/** A measure on the picked items, and on random subsets of the same size. */
export interface AgainstRandom {
  readonly picked: number;
  readonly random: { readonly mean: number; readonly low: number; readonly high: number };
}

/** An item that was picked, and the two systems the metric sets furthest apart on it. */
export interface PickedItem {
  readonly id: string;
  readonly source: string;
  readonly utility: number;
  readonly best: ScoredOutput;
  readonly worst: ScoredOutput;
}

interface ScoredOutput {
  readonly system: string;
  readonly score: number;
  readonly text: string;
}

/** Every number that the demonstration tells. */
export interface DemoFacts {
  readonly items: number;
  readonly systems: number;
  readonly metrics: number;
  readonly agreement: { readonly metric: string; readonly pearson: number };
  /** Number of items picked. */
  readonly size: number;
  readonly picked: readonly PickedItem[];
  readonly typicalUtility: number;
  readonly spa: AgainstRandom;
  readonly kendall: AgainstRandom;
  /** How many items the goal needs, picked and at random. */
  readonly plan: Pick<PlanSummary, 'size' | 'random' | 'ratio'>;
}

/** Works out the facts of the demonstration; the same for every run of the same seed. */
export async function demoFacts(
  dataset: Dataset,
  registry: Registry,
  seed: number,
  execution: Execution = {},
): Promise<DemoFacts> {
  const { metric, target, share, seeds } = DEMO;
  const size = Math.floor(dataset.size * share);
  const { ranking, utilities } = await runSelector(registry.selector(DEMO.selector), dataset, {
    options: { metric },
    seed,
    registry,
  });
  const full = fullData(dataset.scores(target), { seed });
  const measures: MeasureName[] = ['spa', 'kendall'];
  const picked = curves(full, ranking, { measures, sizes: [size] }).values;
  const random = randomBaseline(full, { measures, sizes: [size], rankings: seeds, seed }).bands;
  const compared = (name: MeasureName): AgainstRandom => {
    const { mean, low, high } = random[name];
    return { picked: picked[name][0], random: { mean: mean[0], low: low[0], high: high[0] } };
  };
  const [agreement] = pearsonAgreement(dataset, target);
  const plan = await simulatePlan(
    {
      dataset,
      registry,
      selector: DEMO.selector,
      options: { metric },
      truth: target,
      goal: parseGoal(DEMO.goal),
      replicates: DEMO.replicates,
      permutations: 300,
      seed,
    },
    execution,
  );
  return {
    items: dataset.size,
    systems: dataset.systems.length,
    metrics: dataset.metrics.length - 1,
    agreement: { metric: agreement.metric, pearson: agreement.pooled! },
    size,
    picked: Array.from(ranking.subarray(0, 2), (item) => pickedItem(dataset, item, utilities![item])),
    typicalUtility: utilities![ranking[dataset.size >> 1]],
    spa: compared('spa'),
    kendall: compared('kendall'),
    plan: { size: plan.size, random: plan.random, ratio: plan.ratio },
  };
}

function pickedItem(dataset: Dataset, item: number, utility: number): PickedItem {
  const scores = takeItems(dataset, [item]).scores(DEMO.metric).values;
  const output = (pick: (...values: number[]) => number): ScoredOutput => {
    const system = scores.indexOf(pick(...scores));
    return {
      system: dataset.systems[system],
      score: scores[system],
      text: dataset.outputs?.(item, system) ?? '',
    };
  };
  return {
    id: dataset.ids[item],
    source: dataset.sources?.[item] ?? '',
    utility,
    best: output(Math.max),
    worst: output(Math.min),
  };
}
