import { mean } from '@goldpan/stats';
import { meanOf } from './compare-replicator.js';
import { compareSettings, type CompareSettings } from './compare-settings.js';
import type { ComparedPoint, CompareRequest, Comparison, ContestantResult } from './comparison.js';
import { estimateGains } from './estimate-gains.js';
import { itemsAt } from './items-at.js';
import type { Arena, CompareJob, CompareOutcome } from './job.js';
import { makeArenas } from './make-arenas.js';
import { documentNumbers } from './resample.js';
import { runJob, type Execution } from './run-job.js';
import { simultaneousIntervals } from './simultaneous-intervals.js';

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
  const settings = compareSettings(request);
  const { contestants, skipped, arenas } = await makeArenas(settings);
  const estimates = estimateGains(arenas, contestants.length, settings);
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
      cost: estimates.costs[c],
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

function pointwise(
  curve: Float64Array,
  spreads: readonly number[][],
  { shares, dataset }: CompareSettings,
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

function replicateJob(arenas: readonly Arena[], settings: CompareSettings): CompareJob {
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
