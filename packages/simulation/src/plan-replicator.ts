import {
  completeScores,
  createRegistry,
  datasetFromColumns,
  rankByUtility,
  runSelector,
  stream,
  takeItems,
  type LoadedPlugin,
} from '@goldpan/core';
import {
  curves,
  fullData,
  replicate as replicateOf,
  resolveMeasure,
  type FullData,
} from '@goldpan/evaluation';
import type { Path, PlanJob, PlanOutcome } from './job.js';
import type { Maker } from './replicator.js';
import { mean } from '@goldpan/stats';
import { itemsAt } from './items-at.js';
import { fixedTarget, neededShare, type Target } from './needed-share.js';
import { rankingCurve } from './ranking-curve.js';
import { replicateShare } from './replicate-share.js';
import { documentNumbers, resampler } from './resample.js';

/** Random orders whose mean sets the value of a goal such as `random@50%`. */
const TARGET_DRAWS = 10;

/** A replicate: which items it has, and the measures over them. */
interface Replicate {
  readonly number: number;
  readonly items: Uint32Array;
  readonly full: FullData;
  /** Subset sizes at the shares of the job. */
  readonly sizes: readonly number[];
}

/**
 * Loads what a job names and returns the function that makes its replicates.
 */
export async function planReplicator(job: PlanJob): Promise<Maker<PlanOutcome>> {
  const dataset = datasetFromColumns(job.columns);
  const registry = createRegistry(await Promise.all(job.plugins.map(loadPlugin)));
  const selector = registry.selector(job.selector);
  const whole = fullData(completeScores(dataset, job.truth), {
    seed: job.seed,
    permutations: job.permutations,
  });
  const draw = resampler(job.resampling, dataset.size, documentNumbers(dataset, job.resampling));
  const { name: measure } = resolveMeasure(job.goal.measure);
  const shares = job.shares.map((share) => replicateShare(share, job.resampling.method));

  const measureAt = (full: FullData, ranking: ArrayLike<number>, sizes: readonly number[]) =>
    curves(full, ranking, { measures: [measure], sizes }).values[measure];

  const curveOf = ({ full }: Replicate, ranking: ArrayLike<number>) =>
    rankingCurve({ full, measure, shares }, ranking);

  const rank = async ({ number, items }: Replicate, budget?: { items: number }) => {
    if (job.utilities) return rankByUtility(Float64Array.from(items, (item) => job.utilities![item]));
    const selection = await runSelector(selector, takeItems(dataset, items), {
      options: job.options,
      seed: stream(job.seed, 'plan/selector', number).integer(2 ** 31),
      budget,
      costs: job.costs && Float64Array.from(items, (item) => job.costs![item]),
      registry,
    });
    return selection.chosen ?? selection.ranking;
  };

  /** A selector that chooses for a budget is asked at every size; any other ranks once. */
  const selectorPath = async (replicate: Replicate, target: Target): Promise<Path> => {
    if (!selector.needs.includes('budget')) {
      const ranking = await rank(replicate);
      return pathOf(job, replicate, { curve: curveOf(replicate, ranking), target, rankingAt: () => ranking });
    }
    const choices: Uint32Array[] = [];
    for (const items of replicate.sizes) choices.push(await rank(replicate, { items }));
    const curve = Float64Array.from(
      choices,
      (chosen) => measureAt(replicate.full, chosen, [chosen.length])[0],
    );
    return pathOf(job, replicate, { curve, target, rankingAt: (at) => choices[at] });
  };

  const randomOrder = ({ items }: Replicate, label: string, index: number) =>
    stream(job.seed, label, index).shuffle(Uint32Array.from(items, (_, position) => position));

  const targetOf = (replicate: Replicate): Target => {
    const fixed = fixedTarget(job.goal);
    if (fixed) return fixed;
    const share = replicateShare(job.goal.randomShare!, job.resampling.method);
    const sizes = [itemsAt(share, replicate.items.length)];
    let sum = 0;
    for (let draw = 0; draw < TARGET_DRAWS; draw++) {
      const index = replicate.number * TARGET_DRAWS + draw;
      sum += measureAt(replicate.full, randomOrder(replicate, 'plan/target', index), sizes)[0];
    }
    return { value: sum / TARGET_DRAWS, higherIsBetter: job.goal.higherIsBetter };
  };

  return async (number) => {
    const items = draw(job.seed, number);
    const sizes = shares.map((share) => itemsAt(share, items.length));
    const replicate = { number, items, sizes, full: replicateOf(whole, items) };
    const target = targetOf(replicate);
    const order = randomOrder(replicate, 'plan/random', number);
    const curve = curveOf(replicate, order);
    return {
      replicate: number,
      selector: await selectorPath(replicate, target),
      random: pathOf(job, replicate, { curve, target, rankingAt: () => order }),
    };
  };
}

async function loadPlugin(specifier: string): Promise<LoadedPlugin> {
  return { plugin: (await import(specifier)).default, specifier };
}

interface Walked {
  readonly curve: Float64Array;
  readonly target: Target;
  /** The order of judging at one of the sizes. */
  readonly rankingAt: (at: number) => Uint32Array;
}

function pathOf(job: PlanJob, { items, sizes }: Replicate, { curve, target, rankingAt }: Walked): Path {
  const share = neededShare(curve, job.shares, target);
  const at = share === null ? -1 : job.shares.indexOf(share);
  const meanCost = (costs: Float64Array) =>
    mean(Array.from(rankingAt(at).subarray(0, sizes[at]), (position) => costs[items[position]]));
  return {
    curve: Array.from(curve, (value) => (Number.isFinite(value) ? value : null)),
    share,
    cost: at >= 0 && job.costs ? meanCost(job.costs) : null,
  };
}
