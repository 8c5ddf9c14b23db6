import type { Estimator, Registry } from '@goldpan/core';

/** The estimate that `rank` uses unless told otherwise. */
export const RANK_ESTIMATE = 'shrunk';

/** How subsets are read: `mean` (default) takes plain means and tests on the subset alone, others estimate what all items would say. */
export interface EstimateOptions {
  /** Name of an estimator: `mean`, `regression`, `shrunk`, or one of a plugin. */
  readonly estimate?: string;
}

/** The estimator that is asked for; undefined = plain means. @throws UNKNOWN_ESTIMATOR */
export function estimatorNamed({ estimate }: EstimateOptions, registry: Registry): Estimator | undefined {
  return estimate === undefined || estimate === 'mean' ? undefined : registry.estimator(estimate);
}
