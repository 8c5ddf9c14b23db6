import type { Registry } from '@goldpan/core';
import { subsetReading } from '@goldpan/estimation';
import { fullData, type FullData } from '@goldpan/evaluation';
import type { CompareJob, Fold } from './job.js';

/** The full data of a fold: subsets of it are read by the estimator of the comparison, or by plain means. */
export function foldData(
  { truth, judged }: Fold,
  {
    estimate,
    seed,
    permutations,
    missing,
  }: Pick<CompareJob, 'estimate' | 'seed' | 'permutations' | 'missing'>,
  registry: Registry,
): FullData {
  if (estimate === undefined || judged === undefined) return fullData(truth, { seed, permutations, missing });
  const reading = subsetReading(registry.estimator(estimate), judged, seed);
  return fullData(truth, { seed, permutations, missing, reading });
}
