import type { Estimator, Registry, TargetColumns } from '@goldpan/core';

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

/** Whether there are judgements to estimate from, and metrics to do it with. @param automatic - the automatic metrics of the data */
export function canEstimate({ columns, standsIn }: TargetColumns, automatic: readonly string[]): boolean {
  return !standsIn && automatic.some((metric) => !columns.includes(metric));
}
