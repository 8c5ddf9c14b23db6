import {
  datasetFromColumns,
  rankByUtility,
  stream,
  takeItems,
  type Dataset,
  type Registry,
} from '@goldpan/core';
import { judgedData, subsetReading } from '@goldpan/estimation';
import { fullData, replicate as replicateOf, resolveMeasure } from '@goldpan/evaluation';
import { choiceCurve, type Measuring } from './choice-curve.js';
import { choose, type Choice } from './choice.js';
import type { Path, PlanJob, PlanOutcome } from './job.js';
import { knownMeasures } from './known-measures.js';
import { loadPlugins } from './load-plugins.js';
import { fixedTarget, type Target } from './needed-share.js';
import { randomOrder } from './random-order.js';
import { replicateShare } from './replicate-share.js';
import type { Maker } from './maker.js';
import { documentNumbers, resampler } from './resample.js';

/** Random orders whose mean sets the value of a goal such as `random@50%`. */
const TARGET_DRAWS = 10;

/** A replicate: which items it has, and how choices of its positions are measured. */
interface Replicate extends Measuring {
  readonly number: number;
  readonly items: Uint32Array;
}

/** Loads what a job names and returns the function that makes its replicates. */
export async function planReplicator(job: PlanJob): Promise<Maker<PlanOutcome>> {
  const { seed, permutations, resampling } = job;
  const dataset = datasetFromColumns(job.columns);
  const registry = await loadPlugins(job.plugins);
  const choiceOf = chooser(job, dataset, registry);
  const whole = fullData(dataset.scores(job.truth), {
    seed,
    permutations,
    missing: job.missing,
    reading: readingOf(job, dataset, registry),
  });
  const draw = resampler(resampling, dataset.size, documentNumbers(dataset, resampling));
  const measure = resolveMeasure(job.goal.measure, knownMeasures(registry.measures));
  const shares = job.shares.map((share) =>
    replicateShare(share, { method: resampling.method, measure: measure.name }),
  );
  return async (number) => {
    const items = draw(seed, number);
    const replicate = { number, items, full: replicateOf(whole, items), measure, shares };
    const target = fixedTarget(job.goal) ?? randomTarget(job, replicate);
    const random = () => {
      const order = randomOrder(items.length, stream(seed, 'plan/random', number));
      return pathOf(replicate, { ranking: order });
    };
    return {
      replicate: number,
      target: finiteOrNull(target.value),
      selector: pathOf(replicate, await choiceOf(replicate)),
      random: job.knowsRandom ? { curve: [] } : random(),
    };
  };
}

/** How subsets are read where an estimator does it. */
function readingOf({ estimate, truth, seed }: PlanJob, dataset: Dataset, registry: Registry) {
  if (estimate === undefined) return undefined;
  return subsetReading(registry.estimator(estimate), judgedData(dataset, { target: truth }), seed);
}

/** What the selector of a job chooses of a replicate, by its positions. */
function chooser(job: PlanJob, dataset: Dataset, registry: Registry) {
  const { utilities, options, costs } = job;
  const selector = registry.selector(job.selector);
  return async ({ number, items, shares }: Replicate): Promise<Choice> => {
    if (utilities) return { ranking: rankByUtility(Float64Array.from(items, (item) => utilities[item])) };
    return choose(selector, takeItems(dataset, items), {
      options,
      seed: stream(job.seed, 'plan/selector', number).integer(2 ** 31),
      costs: costs && Float64Array.from(items, (item) => costs[item]),
      registry,
      shares,
    });
  };
}

/** What random selection reaches at the share of a goal such as `random@50%`, as the mean of a few orders. */
function randomTarget({ goal, seed, resampling }: PlanJob, replicate: Replicate): Target {
  const shares = [replicateShare(goal.randomShare!, { method: resampling.method, measure: goal.measure })];
  let sum = 0;
  for (let draw = 0; draw < TARGET_DRAWS; draw++) {
    const rng = stream(seed, 'plan/target', replicate.number * TARGET_DRAWS + draw);
    const ranking = randomOrder(replicate.items.length, rng);
    sum += choiceCurve({ ...replicate, shares }, { ranking })[0];
  }
  return { value: sum / TARGET_DRAWS, higherIsBetter: goal.higherIsBetter };
}

function pathOf(replicate: Replicate, choice: Choice): Path {
  return { curve: Array.from(choiceCurve(replicate, choice), finiteOrNull) };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
