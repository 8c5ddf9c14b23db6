import {
  takeItems,
  type Dataset,
  type EvaluateDocument,
  type RankDocument,
  type SelectDocument,
} from '@goldpan/core';
import { pearsonAgreement } from '@goldpan/evaluation';
import { RANK_ESTIMATE } from './estimator-named.js';
import { evaluate } from './evaluate.js';
import { plan } from './plan.js';
import { rank } from './rank/rank.js';
import { select } from './select.js';
import type { Surroundings } from './surroundings.js';

/** What the demonstration asks. */
export const DEMO = {
  target: 'human',
  budget: '25%',
  /** What items are picked by, beside the random ones. */
  selector: 'metric-variance',
  metric: 'rouge_1_recall',
  measure: 'spa',
  draws: 200,
  goal: 'spa=0.9',
  replicates: 100,
} as const;

/** A mean, and the range of nine in ten. */
interface Band {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What `rank` says of a system by the judged part, beside what all judgements say. */
export interface DemoSystem {
  readonly name: string;
  /** What the order is by: the estimate, drawn to where metrics and the other systems say. */
  readonly bestGuess: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Ranks it can have; 1 = best. */
  readonly ranks: { readonly low: number; readonly high: number };
  /** Its mean over all items. */
  readonly mean: number;
  /** Its rank by that mean. */
  readonly rank: number;
}

/** How many items a goal needs; null = more than there are. */
export type DemoSizes = { readonly [Quantile in 'median' | 'low' | 'high']: number | null };

/** Every number that the demonstration tells. */
export interface DemoFacts {
  readonly items: number;
  readonly systems: number;
  readonly metrics: number;
  readonly agreement: { readonly metric: string; readonly pearson: number };
  /** The items that are judged, in the order of judging. */
  readonly chosen: readonly { readonly id: string; readonly source: string }[];
  /** Outputs of these items, and how many of them differ. */
  readonly outputs: { readonly cells: number; readonly distinct: number };
  readonly verdict: string;
  /** Best first. */
  readonly ranked: readonly DemoSystem[];
  /** The measure on random parts of the size, by plain means and by the estimate of `rank`, and on the picked part by that estimate. */
  readonly spa: { readonly means: Band; readonly estimate: Band; readonly picked: number };
  /** Items that the goal needs: random by plain means, random and picked by the estimate. */
  readonly sizes: Readonly<Record<'means' | 'estimate' | 'picked', DemoSizes>>;
}

/** What the demonstration is worked out with. */
interface DemoSettings extends Surroundings {
  readonly seed: number;
  readonly workers?: number;
}

/** Works out the facts of the demonstration by the commands it shows; the same for every run of the same seed. */
export async function demoFacts(dataset: Dataset, settings: DemoSettings): Promise<DemoFacts> {
  const { target, budget, selector, metric } = DEMO;
  const drawn = await select(dataset, { ...settings, budget });
  const picked = await select(dataset, { ...settings, budget, selector, metric });
  const [sample, contrast] = [drawn, picked].map((document) => partOf(dataset, document));
  const ranking = await rank(dataset, { ...settings, judged: sample });
  const [agreement] = pearsonAgreement(dataset, target);
  return {
    items: dataset.size,
    systems: dataset.systems.length,
    metrics: dataset.metrics.length - 1,
    agreement: { metric: agreement.metric, pearson: agreement.pooled! },
    chosen: drawn.chosen.map(({ id, source = '' }) => ({ id, source })),
    outputs: drawn.outputs!,
    verdict: ranking.verdict.text,
    ...(await besideTruth(dataset, { sample, contrast }, { ranking, settings })),
    sizes: await neededSizes(dataset, settings),
  };
}

/** The chosen items alone, in the order of judging. */
function partOf(dataset: Dataset, { chosen }: SelectDocument): Dataset {
  return takeItems(
    dataset,
    chosen.map(({ id }) => dataset.ids.indexOf(id)),
  );
}

/** What the judged parts say, beside what all judgements say. */
async function besideTruth(
  dataset: Dataset,
  { sample, contrast }: { readonly sample: Dataset; readonly contrast: Dataset },
  { ranking, settings }: { readonly ranking: RankDocument; readonly settings: DemoSettings },
): Promise<Pick<DemoFacts, 'ranked' | 'spa'>> {
  const question = { ...settings, measures: [DEMO.measure], random: DEMO.draws, sizes: DEMO.budget };
  const read = await evaluate(dataset, [sample, contrast], { ...question, estimate: ranking.estimator });
  const means = await evaluate(dataset, [sample], question);
  const truth = new Map(read.full!.systems.map((system) => [system.name, system]));
  return {
    ranked: ranking.systems.map(({ name, shrunk, estimate, low, high, rank }) => {
      const { mean, rank: among } = truth.get(name)!;
      // Items drawn at random have intervals.
      return {
        name,
        bestGuess: shrunk,
        estimate,
        low: low!,
        high: high!,
        ranks: { low: rank.low, high: rank.high },
        mean,
        rank: among,
      };
    }),
    spa: {
      means: randomBand(means),
      estimate: randomBand(read),
      picked: read.subsets[1].measures[DEMO.measure]!,
    },
  };
}

/** What random parts of the size reach. */
function randomBand({ random }: EvaluateDocument): Band {
  const [{ value, low, high }] = random!.curves[DEMO.measure];
  return { mean: value!, low: low!, high: high! };
}

/** How many items would do, by the campaigns that are compared. */
async function neededSizes(dataset: Dataset, settings: DemoSettings): Promise<DemoFacts['sizes']> {
  const { selector, metric, goal, replicates } = DEMO;
  const question = { ...settings, goal, replicates };
  const means = await plan(dataset, { ...question, selector: 'random' });
  const read = await plan(dataset, { ...question, selector, metric, estimate: RANK_ESTIMATE });
  const ends = ({ median, low, high }: DemoSizes): DemoSizes => ({ median, low, high });
  return { means: ends(means.random!), estimate: ends(read.random!), picked: ends(read.size) };
}
