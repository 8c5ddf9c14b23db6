import { stream } from '@goldpan/core';
import { curves, fullData, replicate as replicateOf, resolveMeasure } from '@goldpan/evaluation';
import { mean, sampleVariance } from '@goldpan/stats';
import type { Choice, CompareJob, CompareOutcome } from './job.js';
import type { Maker } from './replicator.js';
import { rankingCurve, type Measuring } from './ranking-curve.js';
import { resampler } from './resample.js';

/**
 * The function that makes the replicates of a comparison: the items are drawn anew, each contestant keeps the choice it made on
 * the whole data (an item drawn twice is chosen twice), and random orders of the replicate are measured beside them.
 */
export function compareReplicator(job: CompareJob): Maker<CompareOutcome> {
  const { arenas, shares, seed, permutations } = job;
  const draw = resampler(job.resampling, arenas[0].truth.items, job.documents);
  const { name: measure } = resolveMeasure(job.measure);
  const wholes = arenas.map(({ truth }) => fullData(truth, { seed, permutations }));
  return (number) => {
    const items = draw(seed, number);
    const sums = arenas[0].choices.map(() => ({
      arenas: 0,
      curve: new Float64Array(shares.length),
      gain: 0,
    }));
    let noise = 0;
    for (let turn = 0; turn < job.arenasPerReplicate; turn++) {
      const at = (number * job.arenasPerReplicate + turn) % arenas.length;
      const replicate = { full: replicateOf(wholes[at], items), items, shares, measure };
      const random = randomSelection(replicate, {
        orders: job.randomOrders,
        seed,
        index: number * arenas.length + at,
      });
      noise += random.variance / job.arenasPerReplicate ** 2;
      arenas[at].choices.forEach((choice, contestant) => {
        if (choice === null) return;
        const curve = choiceCurve(replicate, choice);
        const sum = sums[contestant];
        sum.arenas++;
        curve.forEach((value, k) => (sum.curve[k] += value));
        sum.gain += meanOf(curve) - random.mean;
      });
    }
    return {
      replicate: number,
      curves: sums.map(({ arenas, curve }) =>
        arenas === 0 ? null : Array.from(curve, (value) => value / arenas),
      ),
      gains: sums.map(({ arenas, gain }) => (arenas === 0 ? null : gain / arenas)),
      noise,
    };
  };
}

/** A replicate in one arena. */
interface Replicate extends Measuring {
  readonly items: Uint32Array;
}

/** The measure at every share for the choice of a contestant. */
export function choiceCurve({ full, items, shares, measure }: Replicate, choice: Choice): Float64Array {
  if ('places' in choice) {
    const positions = Uint32Array.from(items, (_, position) => position);
    positions.sort((a, b) => choice.places[items[a]] - choice.places[items[b]] || a - b);
    return defined(rankingCurve({ full, shares, measure }, positions));
  }
  const of = choice.members.length / shares.length;
  return Float64Array.from(shares, (_, k) => {
    const chosen = Array.from(items.keys()).filter(
      (position) => choice.members[k * of + items[position]] === 1,
    );
    // A replicate may have none of the chosen items: then nothing is known.
    if (chosen.length === 0) return 0;
    return defined(curves(full, chosen, { measures: [measure], sizes: [chosen.length] }).values[measure])[0];
  });
}

/** A measure that is not defined, such as Kendall's tau of constant means, tells nothing: it counts as 0. */
export function defined(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}

/** The mean of a few random orders, and the variance of that mean. */
function randomSelection(
  replicate: Replicate,
  { orders, seed, index }: { orders: number; seed: number; index: number },
) {
  const means = Float64Array.from({ length: orders }, (_, order) => {
    const rng = stream(seed, 'compare/random', index * orders + order);
    const ranking = rng.shuffle(Uint32Array.from(replicate.items, (_, position) => position));
    return meanOf(defined(rankingCurve(replicate, ranking)));
  });
  return { mean: mean(means), variance: orders > 1 ? sampleVariance(means) / orders : 0 };
}

/** The mean over the sizes of a curve. */
export function meanOf(values: Float64Array): number {
  return mean(values);
}
