import { stream } from '@goldpan/core';
import { replicate as replicateOf, resolveMeasure } from '@goldpan/evaluation';
import { mean, sampleVariance } from '@goldpan/stats';
import { choiceCurve, type Measuring } from './choice-curve.js';
import { choiceInReplicate, positionsIn } from './choice-in-replicate.js';
import { foldData } from './fold-data.js';
import type { CompareJob, CompareOutcome } from './job.js';
import { knownMeasures } from './known-measures.js';
import { loadPlugins } from './load-plugins.js';
import { defined, meansOverFolds } from './means-over-folds.js';
import { randomOrder } from './random-order.js';
import type { Maker } from './maker.js';
import { resampler } from './resample.js';

/**
 * The function that makes the replicates of a comparison: the items are drawn anew, each contestant keeps the choice it made on
 * the whole data (an item drawn twice is chosen twice), and random orders of the replicate are measured beside them.
 */
export async function compareReplicator(job: CompareJob): Promise<Maker<CompareOutcome>> {
  const { folds, foldsPerReplicate, shares, seed } = job;
  const draw = resampler(job.resampling, folds[0].truth.items, job.documents);
  const registry = await loadPlugins(job.plugins);
  const measure = resolveMeasure(job.measure, knownMeasures(registry.measures));
  const wholes = folds.map((fold) => foldData(fold, job, registry));
  return (replicate) => {
    const items = draw(seed, replicate);
    const positionsOf = positionsIn(items, folds[0].truth.items);
    const measured = Array.from({ length: foldsPerReplicate }, (_, turn) => {
      const at = (replicate * foldsPerReplicate + turn) % folds.length;
      const measuring = { full: replicateOf(wholes[at], items), measure, shares };
      const orders = randomCurves(measuring, job, replicate * folds.length + at);
      const random = Float64Array.from(orders, (curve) => mean(curve));
      const atSizes = shares.map((_, k) => Float64Array.from(orders, (curve) => curve[k]));
      const curves = folds[at].choices.map(
        (choice) => choice && defined(choiceCurve(measuring, choiceInReplicate(choice, positionsOf))),
      );
      return {
        curves,
        random: mean(random),
        randomCurve: atSizes.map((values) => mean(values)),
        variance: varianceOfMean(random),
        variances: atSizes.map(varianceOfMean),
      };
    });
    const overFolds = (of: (fold: (typeof measured)[number]) => number) =>
      measured.reduce((sum, fold) => sum + of(fold) / foldsPerReplicate ** 2, 0);
    return {
      replicate,
      contestants: meansOverFolds(measured),
      noise: overFolds(({ variance }) => variance),
      noises: shares.map((_, k) => overFolds(({ variances }) => variances[k])),
    };
  };
}

/** The curves of a few random orders of the replicate. */
function randomCurves(
  measuring: Measuring,
  { seed, randomOrders }: CompareJob,
  index: number,
): Float64Array[] {
  return Array.from({ length: randomOrders }, (_, order) => {
    const rng = stream(seed, 'compare/random', index * randomOrders + order);
    const ranking = randomOrder(measuring.full.size, rng);
    return defined(choiceCurve(measuring, { ranking }));
  });
}

function varianceOfMean(values: Float64Array): number {
  return values.length > 1 ? sampleVariance(values) / values.length : 0;
}
