import { mean } from '@goldpan/stats';
import type { Contestant } from './comparison.js';
import type { Execution } from './run-job.js';
import { simulatePlan, type PlanRequest, type PlanResult } from './simulate-plan.js';
import { summarise, type PlanSummary } from './summarise.js';

/** What campaigns are simulated on: an estimate reads the judgements, and the selectors are named apart. */
export type CampaignsRequest = Omit<PlanRequest, 'selector' | 'options'> & { readonly estimate: string };

/** What campaigns need. */
export interface CampaignsResult {
  /** Random items read by the estimate (`size`), beside the same random orders read by plain means (`random`). */
  readonly estimated: PlanSummary;
  /** Each way to pick, read by the estimate, beside random items read by it. */
  readonly ways: readonly (Contestant & PlanResult)[];
}

/**
 * How many items do campaigns need: random items read by an estimate, ways to pick read by it, and random items read by plain means? All on the
 * same replicates and random orders, so that ratios are within a replicate. A goal such as `random@50%` is what plain means reach
 * for random items, and for the ways what the estimate reaches for them.
 *
 * @throws as `simulatePlan`
 * @remarks O(campaigns · replicates · (selector + estimate at every size)). With a checkpoint each campaign has a file of its own, named `….0`, `….1`, …
 */
export async function simulateCampaigns(
  request: CampaignsRequest,
  ways: readonly Contestant[],
  execution: Execution = {},
): Promise<CampaignsResult> {
  const runs = Math.max(1, ways.length) + 1;
  const run = (way: Contestant, number: number, reading: Pick<PlanRequest, 'estimate' | 'random'>) =>
    simulatePlan({ ...request, ...way, ...reading }, partOf(execution, { number, runs }));
  const plain = await run(RANDOM, 0, { estimate: undefined });
  const read: PlanResult[] = [];
  for (const way of ways.length === 0 ? [RANDOM] : ways) {
    // Random orders are the same beside every way: once is enough, but for what is carried over from a smaller pilot.
    const random =
      request.resampling?.items === undefined ? read[0]?.outcomes.map((one) => one.random) : undefined;
    read.push(await run(way, read.length + 1, { estimate: request.estimate, random }));
  }
  return {
    estimated: sideBySide(read[0], plain, request),
    ways: ways.map((way, w) => ({ ...way, ...read[w] })),
  };
}

const RANDOM: Contestant = { selector: 'random', options: {} };

/** The random orders of one run, beside those of another, which are the same ones, read otherwise. */
function sideBySide(
  one: PlanResult,
  other: PlanResult,
  { goal, dataset, resampling, costs }: CampaignsRequest,
): PlanSummary {
  const outcomes = other.outcomes.map((outcome, r) => ({ ...outcome, selector: one.outcomes[r].random }));
  return summarise(outcomes, {
    items: resampling?.items ?? dataset.size,
    shares: one.shares,
    meanCost: costs && mean(costs),
    higherIsBetter: goal.higherIsBetter,
  });
}

/** The execution of one of several runs: its own checkpoint, its part of the progress. */
function partOf(execution: Execution, { number, runs }: { number: number; runs: number }): Execution {
  const { checkpoint, onProgress } = execution;
  return {
    ...execution,
    ...(checkpoint !== undefined && { checkpoint: `${checkpoint}.${number}` }),
    onProgress: (done, total) => onProgress?.(number * total + done, runs * total),
  };
}
