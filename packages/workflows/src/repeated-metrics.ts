import { columnOf, repeatVariance, type Dataset, type RepeatedMetric } from '@goldpan/core';

/** The metrics that were measured by repeated runs, and how far the runs scatter. O(judgements · metrics). */
export function repeatedMetrics({ judgements }: Dataset): RepeatedMetric[] {
  return (judgements?.criteria ?? []).flatMap((criterion, at): RepeatedMetric[] => {
    if (!criterion.repeats) return [];
    const { variance, cells, runs } = repeatVariance(judgements!, at);
    return cells === 0 ? [] : [{ metric: columnOf(criterion), runs, cells, deviation: Math.sqrt(variance) }];
  });
}
