import {
  completeScores,
  runSelector,
  takeSystems,
  tooFewItems,
  type Dataset,
  type Json,
  type Registry,
} from '@goldpan/core';
import {
  fullData,
  parity,
  parityBaseline,
  randomRanking,
  resolveMeasure,
  type FullData,
  type MeasureName,
} from '@goldpan/evaluation';
import { mean } from '@goldpan/stats';
import { defined, choiceCurve, meanOf } from './compare-replicator.js';
import { lowerIsBetter } from './errors.js';
import { itemsAt } from './items-at.js';
import type { Arena, Choice, CompareJob, CompareOutcome, Resampling } from './job.js';
import { rankingCurve } from './ranking-curve.js';
import { documentNumbers } from './resample.js';
import { runJob, type Execution } from './run-job.js';
import { simultaneousIntervals } from './simultaneous-intervals.js';
import { holdOutSystems } from './hold-out-systems.js';

/** A selector and its options, to be held against random selection. */
export interface Contestant {
  readonly selector: string;
  readonly options: Json;
}

/** What to compare. */
export interface CompareRequest {
  readonly dataset: Dataset;
  readonly registry: Registry;
  readonly contestants: readonly Contestant[];
  /** Score columns that count as truth, each in turn; a contestant that uses one takes no part where it is the truth. */
  readonly truths: readonly string[];
  /** A measure of which more is better; default `spa`. */
  readonly measure?: string;
  /** Subset sizes as shares of the items, ascending; default 5 %, 10 %, … 50 %. */
  readonly shares?: readonly number[];
  /** Resamplings behind the intervals; default 1000. */
  readonly replicates?: number;
  /** Random orders behind the mean of random selection, over all truths; default 200. */
  readonly randomOrders?: number;
  /** Number of systems that choices are measured on and made without; default 0 = choices see all systems. */
  readonly holdout?: number;
  /** Default: bootstrap of items, whose intervals a coverage study found right. */
  readonly resampling?: Resampling;
  /** Permutations behind SPA; default 1000. */
  readonly permutations?: number;
  readonly seed?: number;
}

/** A value at a subset size, with an interval. */
export interface ComparedPoint {
  readonly size: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One contestant against random selection. */
export interface ContestantResult extends Contestant {
  /** With pointwise 95 % intervals. */
  readonly curve: readonly ComparedPoint[];
  readonly mean: number;
  /** Mean of the curve minus that of random selection, with a 95 % interval simultaneous over the contestants. */
  readonly gain: { readonly mean: number; readonly low: number; readonly high: number };
  /** Items needed to reach what random selection reaches, over what random needs; null = never reached, or not a ranking. */
  readonly parity: number | null;
  readonly verdict: 'helps' | 'no evidence' | 'hurts';
}

/** The result of a comparison. */
export interface Comparison {
  readonly contestants: readonly ContestantResult[];
  /** Mean over random orders, with their 5–95 % range. */
  readonly random: {
    readonly curve: readonly ComparedPoint[];
    readonly mean: number;
    readonly orders: number;
  };
  /** The contestant with the highest lower end of its gain, if that is above 0; undefined = select at random. */
  readonly recommended?: ContestantResult;
  /** Contestants that failed on this data, and why. */
  readonly skipped: readonly (Contestant & { readonly why: string })[];
}

/** What the coverage study found to give right intervals. */
const DEFAULT_RESAMPLING: Resampling = { unit: 'items', method: 'bootstrap' };
/** Systems are held out in this many ways. */
const SPLITS = 20;
/** A replicate uses at most this many arenas. */
const ARENAS_PER_REPLICATE = 4;
/** Random orders per replicate, over its arenas. */
const ORDERS_PER_REPLICATE = 8;
/** Spread over resamplings needs fewer permutations than the values themselves. */
const REPLICATE_PERMUTATIONS = 200;

/**
 * Does picking help here? Measures every contestant's choice at each size, the mean of many random orders beside it, and the
 * gain with an interval that holds for all contestants at once.
 *
 * Choices are made once, on the whole data; the resamplings say how much the gain hangs on the items that happen to be in the
 * data. Intervals are gain ± c · (standard deviation over resamplings), c the 95 % quantile of the largest standardised
 * deviation among the contestants: resampling moves the gains of top choices (repeated items are picked together), and only its
 * spread is used, not its centre. The part of the spread that a replicate's few random orders add is taken off again. O((replicates + orders) · contestants · N·S·permutations) for SPA.
 *
 * @throws MISSING_SCORES, NO_DOCUMENTS, LOWER_IS_BETTER, TOO_FEW_SYSTEMS and the errors of `Execution`
 */
export async function compareSelectors(
  request: CompareRequest,
  execution: Execution = {},
): Promise<Comparison> {
  const settings = withDefaults(request);
  const { contestants, skipped, arenas } = await makeArenas(settings);
  const estimates = estimate(arenas, contestants.length, settings);
  const job = replicateJob(arenas, settings);
  const outcomes = (await runJob(job, settings.replicates, execution)) as CompareOutcome[];
  const gains = contestants.map((_, c) => outcomes.map(({ gains }) => gains[c] ?? NaN));
  const noise = mean(outcomes.map((outcome) => outcome.noise));
  const intervals = simultaneousIntervals(estimates.gains, gains, noise);
  const results = contestants.map((contestant, c): ContestantResult => {
    const gain = { mean: estimates.gains[c], ...intervals[c] };
    const spreads = settings.shares.map((_, k) => outcomes.flatMap(({ curves }) => curves[c]?.[k] ?? []));
    return {
      ...contestant,
      curve: pointwise(estimates.curves[c], spreads, settings),
      mean: meanOf(estimates.curves[c]),
      gain,
      parity: estimates.parities[c],
      verdict: gain.low > 0 ? 'helps' : gain.high < 0 ? 'hurts' : 'no evidence',
    };
  });
  const best = results.toSorted((a, b) => b.gain.low - a.gain.low).at(0);
  return {
    contestants: results,
    random: estimates.random,
    recommended: best?.verdict === 'helps' ? best : undefined,
    skipped,
  };
}

type Settings = ReturnType<typeof withDefaults>;

function withDefaults(request: CompareRequest) {
  const measure = resolveMeasure(request.measure ?? 'spa');
  if (measure.direction === 'lower') throw lowerIsBetter(measure.name);
  if (request.dataset.size < 2) throw tooFewItems('a comparison', request.dataset.size, 2);
  for (const truth of request.truths) completeScores(request.dataset, truth);
  return {
    shares: Array.from({ length: 10 }, (_, k) => (k + 1) / 20),
    replicates: 1000,
    randomOrders: 200,
    holdout: 0,
    permutations: 1000,
    resampling: DEFAULT_RESAMPLING,
    seed: 0,
    ...request,
    measure: measure.name as MeasureName,
  };
}

/** Every contestant's choices, made once per group of systems it may see. Contestants that fail are set aside. */
async function makeArenas(settings: Settings) {
  const { dataset, truths, holdout, seed } = settings;
  const splits =
    holdout === 0
      ? [{ seen: undefined, measured: undefined }]
      : holdOutSystems(dataset, { holdout, splits: SPLITS, seed });
  const skipped: (Contestant & { why: string })[] = [];
  const failed = new Set<Contestant>();
  const choicesOf: (Choice | undefined)[][] = [];
  for (const { seen } of splits) {
    const visible = seen === undefined ? dataset : takeSystems(dataset, seen);
    const choices: (Choice | undefined)[] = [];
    for (const contestant of settings.contestants) {
      try {
        choices.push(failed.has(contestant) ? undefined : await choose(visible, contestant, settings));
      } catch (error) {
        failed.add(contestant);
        skipped.push({ ...contestant, why: error instanceof Error ? error.message : String(error) });
        choices.push(undefined);
      }
    }
    choicesOf.push(choices);
  }
  const contestants = settings.contestants.filter((contestant) => !failed.has(contestant));
  const arenas = splits.flatMap(({ measured }, split): Arena[] =>
    truths.map((truth) => ({
      truth: (measured === undefined ? dataset : takeSystems(dataset, measured)).scores(truth),
      choices: contestants.map((contestant) =>
        uses(contestant, truth) ? null : choicesOf[split][settings.contestants.indexOf(contestant)]!,
      ),
    })),
  );
  return { contestants, skipped, arenas };
}

async function choose(
  dataset: Dataset,
  { selector: name, options }: Contestant,
  settings: Settings,
): Promise<Choice> {
  const { registry, seed, shares } = settings;
  const selector = registry.selector(name);
  if (!selector.needs.includes('budget')) {
    const { ranking } = await runSelector(selector, dataset, { options, seed, registry });
    const places = new Uint32Array(dataset.size);
    ranking.forEach((item, place) => (places[item] = place));
    return { places };
  }
  const members = new Uint8Array(shares.length * dataset.size);
  for (const [k, share] of shares.entries()) {
    const budget = { items: itemsAt(share, dataset.size) };
    const { chosen } = await runSelector(selector, dataset, { options, seed, registry, budget });
    for (const item of chosen!) members[k * dataset.size + item] = 1;
  }
  return { members };
}

/** Whether a contestant's options name a score column; what a model learned from is no use of this data. */
function uses({ options }: Contestant, column: string): boolean {
  const named = JSON.stringify(options, (key, value) => (key === 'model' ? undefined : value));
  return named.includes(JSON.stringify(column));
}

/** The values on the data itself: means over the arenas in which a contestant takes part. */
function estimate(arenas: readonly Arena[], contestants: number, settings: Settings) {
  const { shares, seed, measure, permutations } = settings;
  const orders = Math.max(10, Math.ceil(settings.randomOrders / arenas.length));
  const sums = Array.from({ length: contestants }, () => ({
    arenas: 0,
    curve: new Float64Array(shares.length),
    gain: 0,
  }));
  const random: Float64Array[] = [];
  let parities: (number | null)[] = Array.from({ length: contestants }, () => null);
  arenas.forEach(({ truth, choices }, a) => {
    const full = fullData(truth, { seed, permutations });
    const items = Uint32Array.from({ length: truth.items }, (_, item) => item);
    const orderCurves = Array.from({ length: orders }, (_, order) =>
      defined(rankingCurve({ full, measure, shares }, randomRanking(truth.items, seed, a * orders + order))),
    );
    random.push(...orderCurves);
    const randomMean = orderCurves.reduce((sum, curve) => sum + meanOf(curve), 0) / orders;
    choices.forEach((choice, c) => {
      if (choice === null) return;
      const curve = choiceCurve({ full, items, shares, measure }, choice);
      sums[c].arenas++;
      curve.forEach((value, k) => (sums[c].curve[k] += value));
      sums[c].gain += meanOf(curve) - randomMean;
    });
    // Parity takes whole curves: it is worked out where there is one truth and one group of systems.
    if (arenas.length === 1) parities = paritiesOf(full, choices, settings);
  });
  return {
    curves: sums.map(({ arenas, curve }) => curve.map((value) => value / arenas)),
    gains: sums.map(({ arenas, gain }) => gain / arenas),
    parities,
    random: randomResult(random, settings),
  };
}

/** Fewer items than this are too few for whole curves. */
const PARITY_ITEMS = 20;

function paritiesOf(full: FullData, choices: readonly (Choice | null)[], { measure, seed }: Settings) {
  if (full.size < PARITY_ITEMS || full.size > 5000) return choices.map(() => null);
  const baseline = parityBaseline(full, { measure, seed });
  return choices.map((choice) => {
    if (choice === null || !('places' in choice)) return null;
    const ranking = new Uint32Array(full.size);
    choice.places.forEach((place, item) => (ranking[place] = item));
    const { ratio, neverReached } = parity(full, ranking, baseline);
    return neverReached > 0 ? null : ratio / baseline.norm;
  });
}

function randomResult(curves: readonly Float64Array[], { shares, dataset }: Settings): Comparison['random'] {
  const curve = shares.map((share, k) => {
    const values = Float64Array.from(curves, (curve) => curve[k]).sort();
    const at = (p: number) => values[Math.round(p * (values.length - 1))];
    return { size: itemsAt(share, dataset.size), value: meanOf(values), low: at(0.05), high: at(0.95) };
  });
  return { curve, mean: meanOf(Float64Array.from(curve, ({ value }) => value)), orders: curves.length };
}

function pointwise(
  curve: Float64Array,
  spreads: readonly number[][],
  { shares, dataset }: Settings,
): ComparedPoint[] {
  return shares.map((share, k) => {
    const [interval] = simultaneousIntervals([curve[k]], [spreads[k]]);
    return {
      size: itemsAt(share, dataset.size),
      value: curve[k],
      low: interval.low,
      high: Math.min(1, interval.high),
    };
  });
}

function replicateJob(arenas: readonly Arena[], settings: Settings): CompareJob {
  const { shares, resampling, seed, dataset, measure } = settings;
  const arenasPerReplicate = Math.min(arenas.length, ARENAS_PER_REPLICATE);
  return {
    kind: 'compare',
    measure,
    arenas,
    arenasPerReplicate,
    randomOrders: Math.ceil(ORDERS_PER_REPLICATE / arenasPerReplicate),
    documents: documentNumbers(dataset, resampling),
    shares,
    resampling,
    permutations: Math.min(settings.permutations, REPLICATE_PERMUTATIONS),
    seed,
  };
}
