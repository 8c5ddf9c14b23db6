import { isCopy, type Dataset, type Judgements } from '@goldpan/core';
import { median, withoutPauses } from '@goldpan/stats';
import { noCosts } from './errors.js';
import { outputsToJudge } from './outputs-to-judge.js';

/** What judging each item took, told from the times of its judgements. */
export interface TimedCosts {
  /** Shape (items), in seconds for one judgement of each distinct output; NaN = no judgement of the item has a time above 0. */
  readonly values: Float64Array;
  /** Judgements with a time. */
  readonly judgements: number;
  /** Of these, such as held a pause: they count as their rater's median. */
  readonly pauses: number;
  /** Median seconds of a judgement. */
  readonly median: number;
}

/**
 * What judging each item costs, in seconds: the mean time that a rater took for an output of the item, for all criteria together, pauses
 * taken out rater by rater (`withoutPauses`), times the number of its distinct outputs (without outputs of systems). Outputs without a time are taken to need the mean.
 * O(judgements · log + characters of the outputs).
 *
 * @param pause - seconds up to which a judgement holds no pause; default 300
 * @throws NO_COSTS where no judgement has a time
 */
export function costsFromTimes(dataset: Dataset, pause?: number): TimedCosts {
  const { judgements, size } = dataset;
  if (judgements?.seconds === undefined)
    throw noCosts('times', 'judgements with times (field "seconds" of "judgements")');
  const seconds = secondsWithoutPauses(judgements, pause);
  const outputs = outputsToJudge(dataset);
  const values = Float64Array.from({ length: size }, (_, item) => {
    const own = secondsPerOutput(judgements, seconds, item);
    const cost = (own.reduce((sum, took) => sum + took, 0) / own.length) * outputs[item];
    // Whole milliseconds; 0 is no cost.
    return Math.round(cost * 1000) / 1000 || NaN;
  });
  const known = seconds.filter((took) => !Number.isNaN(took));
  const pauses = seconds.filter((took, j) => took !== judgements.seconds![j] && !Number.isNaN(took)).length;
  return { values, judgements: known.length, pauses, median: median(known) };
}

/** What each rater took for each output of an item: times of several criteria add up, also where all is written to one of them. */
function secondsPerOutput(
  { starts, systems, rater, copyOf }: Judgements,
  seconds: Float64Array,
  item: number,
): readonly number[] {
  const taken = new Map<string, number>();
  for (let j = starts[item]; j < starts[item + 1]; j++) {
    if (Number.isNaN(seconds[j]) || isCopy(copyOf, j)) continue;
    const key = `${systems[j]} ${rater[j]}`;
    taken.set(key, (taken.get(key) ?? 0) + seconds[j]);
  }
  return [...taken.values()];
}

/** Seconds of every judgement, NaN = not known; what held a pause counts as the median of its rater. */
function secondsWithoutPauses({ seconds, rater, raters, size }: Judgements, pause?: number): Float64Array {
  const byRater = raters.map((): number[] => []);
  for (let j = 0; j < size; j++) byRater[rater[j]].push(j);
  const working = new Float64Array(size);
  for (const own of byRater) {
    const took = withoutPauses(
      Float64Array.from(own, (j) => seconds![j]),
      pause,
    );
    own.forEach((j, at) => (working[j] = took[at]));
  }
  return working;
}
