import { tooFewItems } from '@goldpan/core';
import { resolveMeasure } from '@goldpan/evaluation';
import { checkTruth } from './check-truth.js';
import type { CompareRequest } from './comparison.js';
import { lowerIsBetter } from './errors.js';
import type { Resampling } from './job.js';
import { knownMeasures } from './known-measures.js';

/** What the coverage study found to give right intervals. */
const DEFAULT_RESAMPLING: Resampling = { unit: 'items', method: 'bootstrap' };

/** A request with all its defaults. */
export type CompareSettings = ReturnType<typeof compareSettings>;

/** Checks a request and fills in its defaults. @throws LOWER_IS_BETTER, UNKNOWN_ESTIMATOR, TOO_FEW_ITEMS, MISSING_SCORES, SYSTEM_WITHOUT_SCORES */
export function compareSettings(request: CompareRequest) {
  const {
    shares = Array.from({ length: 10 }, (_, k) => (k + 1) / 20),
    replicates = 1000,
    randomOrders = 200,
    holdout = 0,
    permutations = 1000,
    resampling = DEFAULT_RESAMPLING,
    seed = 0,
  } = request;
  const measure = resolveMeasure(request.measure ?? 'spa', knownMeasures(request.registry.measures));
  if (measure.direction === 'lower') throw lowerIsBetter(measure.name);
  if (request.estimate !== undefined) request.registry.estimator(request.estimate);
  if (request.dataset.size < 2) throw tooFewItems('a comparison', request.dataset.size, 2);
  const policies = request.truths.map((truth) =>
    checkTruth(request.dataset, { truth, missing: request.missing }),
  );
  const missing = policies.find((policy) => policy !== undefined);
  return {
    ...request,
    missing,
    measure,
    shares,
    replicates,
    randomOrders,
    holdout,
    permutations,
    resampling,
    seed,
  };
}
