import {
  runEstimator,
  runSelector,
  stream,
  takeItems,
  type Dataset,
  type JudgedData,
  type Registry,
  type ScoreMatrix,
} from '@goldpan/core';
import { allPairs, judgedData, predictedFullTest, regression } from '@goldpan/estimation';
import { curves, fullData, type FullData, type MeasureName } from '@goldpan/evaluation';
import { kendallTauB } from '@goldpan/stats';
import type { Choice, CompareJob, CompareOutcome, PlanJob, PlanOutcome, Resampling } from '../src/index.js';

/**
 * Slow, obvious ways to make replicates: every replicate is copied out as data of its own, every choice is sorted anew, every
 * size is measured by itself.
 */

/** The items of a replicate, drawn one by one. */
export function drawItems({ unit, method }: Resampling, items: number, at: Drawn): number[] {
  const rng = stream(at.seed, `resample/${method}`, at.number);
  const units: number[][] = [];
  for (let item = 0; item < items; item++) {
    if (unit === 'items') units.push([item]);
    else (units[at.documents![item]] ??= []).push(item);
  }
  const drawn: number[] = [];
  if (method === 'bootstrap') for (let u = 0; u < units.length; u++) drawn.push(rng.integer(units.length));
  else {
    const order = rng.shuffle(units.map((_, u) => u));
    drawn.push(...order.slice(0, Math.ceil(units.length / 2)).sort((a, b) => a - b));
  }
  return drawn.flatMap((u) => units[u]);
}

interface Drawn {
  readonly seed: number;
  readonly number: number;
  readonly documents?: ArrayLike<number>;
}

/** The scores of some items as a matrix of their own. */
function copied({ systems, values }: ScoreMatrix, items: readonly number[]): ScoreMatrix {
  const rows = items.flatMap((item) => Array.from(values.slice(item * systems, (item + 1) * systems)));
  return { items: items.length, systems, values: Float64Array.from(rows) };
}

const sizeAt = (share: number, items: number) => Math.max(1, Math.floor(share * items + 1e-9));

/** The measure of the first items of a list; NaN of none. */
function valueOf(full: FullData, measure: MeasureName, items: readonly number[]): number {
  if (items.length === 0) return NaN;
  return curves(full, items, { measures: [measure], sizes: [items.length] }).values[measure][0];
}

/** The measure of items that are read by the regression estimate: SPA from its predictions, Kendall's tau from its means. */
function estimatedValue(full: FullData, measure: MeasureName, of: Estimated): number {
  const { items, judged, seed } = of;
  const { systems, values } = judged.judgements;
  if (items.length < 2 || items.length === judged.judgements.items) return valueOf(full, measure, items);
  const known = values.map((value, cell) => (items.includes(Math.floor(cell / systems)) ? value : NaN));
  const estimate = runEstimator(
    regression,
    { ...judged, judgements: { ...judged.judgements, values: known } },
    { seed },
  );
  if (measure === 'kendall') return kendallTauB(estimate.values, full.standing.means);
  const { flipCounts, permutations } = full.standing;
  const judgements = copied(judged.judgements, [...estimate.judged]).values;
  const distances = allPairs(systems).map((pair, at) => {
    const predicted = Math.round(predictedFullTest(estimate, judgements, pair) * permutations);
    return Math.abs(predicted - flipCounts[at]) / permutations;
  });
  return 1 - average(distances);
}

interface Estimated {
  readonly items: readonly number[];
  /** All items of the replicate, judged. */
  readonly judged: JudgedData;
  readonly seed: number;
}

/** Judged data of some items as data of its own. */
function copiedJudged({ systems, judgements, metrics }: JudgedData, items: readonly number[]): JudgedData {
  return {
    systems,
    judgements: copied(judgements, items),
    metrics: metrics.map(({ name, scores }) => ({ name, scores: copied(scores, items) })),
  };
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const orZero = (value: number) => (Number.isNaN(value) ? 0 : value);
const upTo = (length: number) => Array.from({ length }, (_, i) => i);

/** One replicate of a comparison. */
export function slowCompareReplicate(job: CompareJob, number: number): CompareOutcome {
  const { folds, shares, seed, permutations, randomOrders, foldsPerReplicate } = job;
  const measure = job.measure as MeasureName;
  const { documents } = job;
  const drawn = drawItems(job.resampling, folds[0].truth.items, { seed, number, documents });
  const gains: number[][] = folds[0].choices.map(() => []);
  const gainsAt: number[][][] = folds[0].choices.map(() => []);
  const variancesAt: number[][] = [];
  const curvesOf: number[][][] = folds[0].choices.map(() => []);
  const variances: number[] = [];
  for (let turn = 0; turn < foldsPerReplicate; turn++) {
    const f = (number * foldsPerReplicate + turn) % folds.length;
    const full = fullData(copied(folds[f].truth, drawn), { seed, permutations });
    const judged = job.estimate && copiedJudged(folds[f].judged!, drawn);
    const measured = (items: readonly number[]) =>
      judged ? estimatedValue(full, measure, { items, judged, seed }) : valueOf(full, measure, items);
    const curveOf = (chosenAt: (k: number) => number[]) =>
      shares.map((_, k) => orZero(measured(chosenAt(k))));
    const randomCurves = upTo(randomOrders).map((order) => {
      const index = (number * folds.length + f) * randomOrders + order;
      const ranking = stream(seed, 'compare/random', index).shuffle(upTo(drawn.length));
      return curveOf((k) => ranking.slice(0, sizeAt(shares[k], drawn.length)));
    });
    const random = randomCurves.map(average);
    const randomAt = shares.map((_, k) => randomCurves.map((curve) => curve[k]));
    variances.push(varianceOfMean(random));
    variancesAt.push(randomAt.map(varianceOfMean));
    folds[f].choices.forEach((choice, c) => {
      if (choice === null) return;
      const curve = curveOf((k) => chosenOf(choice, drawn, { k, share: shares[k] }));
      curvesOf[c].push(curve);
      gains[c].push(average(curve) - average(random));
      gainsAt[c].push(curve.map((value, k) => value - average(randomAt[k])));
    });
  }
  return {
    replicate: number,
    contestants: gains.map((gain, c) =>
      gain.length === 0
        ? null
        : { curve: meansAt(curvesOf[c]), gain: average(gain), gains: meansAt(gainsAt[c]) },
    ),
    // The variance of a mean of independent values is the sum of theirs over the square of their number.
    noise: variances.reduce((total, variance) => total + variance, 0) / foldsPerReplicate ** 2,
    noises: meansAt(variancesAt).map((variance) => variance / foldsPerReplicate),
  };
}

/** The means of lists of equal length, place by place. */
function meansAt(lists: readonly (readonly number[])[]): number[] {
  return lists[0].map((_, k) => average(lists.map((list) => list[k])));
}

function varianceOfMean(values: readonly number[]): number {
  const squares = values.map((value) => (value - average(values)) ** 2);
  return values.length > 1 ? average(squares) / (values.length - 1) : 0;
}

/** The positions of a replicate that hold what was chosen of the data. */
function chosenOf(choice: Choice, drawn: readonly number[], at: { k: number; share: number }): number[] {
  const positions = upTo(drawn.length);
  if ('chosen' in choice)
    return positions.filter((position) => choice.chosen[at.k].includes(drawn[position]));
  const place = (position: number) => choice.ranking.indexOf(drawn[position]);
  return positions.sort((a, b) => place(a) - place(b) || a - b).slice(0, sizeAt(at.share, drawn.length));
}

/** What a plan runs on beside its job. */
export interface PlanSetting {
  readonly dataset: Dataset;
  readonly registry: Registry;
  /** The document of each item, as a number, where documents are drawn. */
  readonly documents?: ArrayLike<number>;
}

/** One replicate of a plan. */
export async function slowPlanReplicate(
  job: PlanJob,
  number: number,
  { dataset, registry, documents }: PlanSetting,
): Promise<PlanOutcome> {
  const { seed, permutations, goal, resampling } = job;
  const drawn = drawItems(resampling, dataset.size, { seed, number, documents });
  const full = fullData(copied(dataset.scores(job.truth), drawn), { seed, permutations });
  const measure = goal.measure as MeasureName;
  const judged = job.estimate && copiedJudged(judgedData(dataset, { target: job.truth }), drawn);
  const measured = (items: readonly number[]) =>
    judged ? estimatedValue(full, measure, { items, judged, seed }) : valueOf(full, measure, items);
  // The odds of a share are larger in half of the items: twice as large, or for SPA 2^(2/3) times.
  const factor = resampling.method === 'bootstrap' ? 1 : job.goal.measure === 'spa' ? 2 ** (2 / 3) : 2;
  const shareOf = (share: number) => (factor * share) / (1 - share + factor * share);
  const sizeOf = (share: number) => sizeAt(shareOf(share), drawn.length);
  const shuffled = (label: string, index: number) => stream(seed, label, index).shuffle(upTo(drawn.length));

  const target =
    goal.value ??
    average(
      upTo(10).map((draw) =>
        measured(shuffled('plan/target', number * 10 + draw).slice(0, sizeOf(goal.randomShare!))),
      ),
    );
  const pathOf = async (chosenAt: (size: number) => number[] | Promise<number[]>) => {
    const chosen: number[][] = [];
    for (const share of job.shares) chosen.push(await chosenAt(sizeOf(share)));
    const curve = chosen.map(measured);
    return { curve: curve.map((value) => (Number.isNaN(value) ? null : value)) };
  };

  const selector = registry.selector(job.selector);
  const select = async (size: number) => {
    const selection = await runSelector(selector, takeItems(dataset, drawn), {
      options: job.options,
      seed: stream(seed, 'plan/selector', number).integer(2 ** 31),
      costs: job.costs && Float64Array.from(drawn, (item) => job.costs![item]),
      budget: { items: size },
      registry,
    });
    return [...selection.chosen!];
  };
  const order = shuffled('plan/random', number);
  return {
    replicate: number,
    target,
    selector: await pathOf(select),
    random: await pathOf((size) => order.slice(0, size)),
  };
}
