import { mean } from '@goldpan/stats';
import { compareSettings, type CompareSettings } from './compare-settings.js';
import type {
  ComparedPoint,
  CompareRequest,
  Comparison,
  Contestant,
  ContestantResult,
} from './comparison.js';
import { fewUnitsFactor } from './few-units.js';
import { estimateGains } from './estimate-gains.js';
import { fewReplicates } from './few-replicates.js';
import { gainsBySize } from './gains-by-size.js';
import { itemsAt } from './items-at.js';
import type { CompareJob, CompareOutcome, Fold } from './job.js';
import { makeFolds } from './make-folds.js';
import type { Measured } from './measured.js';
import { documentNumbers } from './resample.js';
import { runJob, type Execution } from './run-job.js';
import { simultaneousIntervals, widened } from './simultaneous-intervals.js';
import { verdictOf } from './verdict-of.js';

/** A replicate uses at most this many folds. */
const FOLDS_PER_REPLICATE = 4;
/** Random orders per replicate, over its folds. */
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
 * spread is used, not its centre. Where documents are drawn, intervals are longer for there being few of them (`fewUnitsFactor`). The part of the spread that a replicate's few random orders add is taken off again. O((replicates + orders) · contestants · N·S·permutations) for SPA.
 *
 * @throws MISSING_SCORES, SYSTEM_WITHOUT_SCORES, NO_DOCUMENTS, LOWER_IS_BETTER, TOO_FEW_SYSTEMS and the errors of `Execution`
 */
export async function compareSelectors(
  request: CompareRequest,
  execution: Execution = {},
): Promise<Comparison> {
  const settings = compareSettings(request);
  const { contestants, skipped, folds } = await makeFolds(settings);
  const estimates = estimateGains(folds, settings);
  const job = replicateJob(folds, settings);
  const outcomes = (await runJob(job, settings.replicates, execution)) as CompareOutcome[];
  const factor = job.documents ? fewUnitsFactor(new Set(job.documents).size) : 1;
  const measured = { estimates: estimates.contestants, outcomes, settings, factor };
  const results = contestantResults(contestants, measured);
  const best = results.toSorted((a, b) => b.gain.low - a.gain.low).at(0);
  return {
    contestants: results,
    random: estimates.random,
    ...(estimates.plain && { plain: estimates.plain }),
    recommended: best?.verdict === 'helps' ? best : undefined,
    skipped,
    warnings: fewReplicates(settings.replicates),
  };
}

function contestantResults(
  contestants: readonly Contestant[],
  { estimates, outcomes, settings, factor }: Measured,
): ContestantResult[] {
  const intervals = simultaneousIntervals(
    estimates.map(({ gain }) => gain),
    contestants.map((_, c) => outcomes.map((outcome) => outcome.contestants[c]?.gain ?? NaN)),
    { noise: mean(outcomes.map(({ noise }) => noise)) },
  );
  const bySize = gainsBySize({ estimates, outcomes, settings, factor });
  return contestants.map((contestant, c) => {
    const { curve, gain, parity, cost } = estimates[c];
    const { low, high } = widened(intervals[c], gain, factor);
    const spreads = settings.shares.map((_, k) =>
      outcomes.flatMap((outcome) => outcome.contestants[c]?.curve[k] ?? []),
    );
    return {
      ...contestant,
      curve: pointwise(curve, { spreads, factor }, settings),
      mean: mean(curve),
      gain: { mean: gain, low, high },
      gains: bySize.map((gains) => gains[c]),
      parity,
      cost,
      verdict: verdictOf(gain, { low, high }),
    };
  });
}

function pointwise(
  curve: readonly number[],
  { spreads, factor }: { spreads: readonly number[][]; factor: number },
  { shares, dataset }: CompareSettings,
): ComparedPoint[] {
  return shares.map((share, k) => {
    const [resampled] = simultaneousIntervals([curve[k]], [spreads[k]]);
    const interval = widened(resampled, curve[k], factor);
    return {
      size: itemsAt(share, dataset.size),
      value: curve[k],
      low: interval.low,
      high: Math.min(1, interval.high),
    };
  });
}

function replicateJob(folds: readonly Fold[], settings: CompareSettings): CompareJob {
  const { shares, resampling, seed, dataset, measure, estimate, missing } = settings;
  const foldsPerReplicate = Math.min(folds.length, FOLDS_PER_REPLICATE);
  return {
    kind: 'compare',
    measure: measure.name,
    ...(estimate && { estimate }),
    ...(missing && { missing }),
    plugins: pluginsOf(settings),
    folds,
    foldsPerReplicate,
    randomOrders: Math.ceil(ORDERS_PER_REPLICATE / foldsPerReplicate),
    documents: documentNumbers(dataset, resampling),
    shares,
    resampling,
    permutations: Math.min(settings.permutations, REPLICATE_PERMUTATIONS),
    seed,
  };
}

/** The modules that a worker loads for the measure, where it does not come with evaluation, and for the estimator. */
function pluginsOf({ measure, estimate, registry }: CompareSettings): string[] {
  const bringing = registry.plugins.filter(
    ({ plugin: { measures = [], estimators = [] } }) =>
      measures.includes(measure) || estimators.some(({ name }) => name === estimate),
  );
  return bringing.map(({ specifier }) => specifier);
}
