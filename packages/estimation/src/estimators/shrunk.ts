import { defineEstimator, z } from '@goldpan/core';
import { shrinkToMetrics } from '../fit/shrink-to-metrics.js';
import { toResult } from '../fit/to-result.js';
import { fitOf } from './regression.js';

/**
 * The regression estimate, and beside it estimates that are moved towards what the metrics say of whole systems, for ranks and
 * probabilities (`shrunk`). `values` and their intervals stay those of `regression`.
 *
 * @remarks A James–Stein plane: see `shrinkToMetrics`. Needs six systems to move anything. O(n·S·K² + N·S·K).
 */
export const shrunk = defineEstimator({
  name: 'shrunk',
  summary: 'Regression estimates; ranks and probabilities lean on what metrics say of whole systems.',
  options: z.object({}),
  estimate(data, _options, context) {
    const fit = fitOf(data, context);
    const result = toResult(fit, data, context);
    const { values, share, covariance } = shrinkToMetrics(fit, result.covariance, context);
    return {
      ...result,
      shrunk: values,
      shrinkage: share,
      ...(covariance && { shrunkCovariance: covariance }),
    };
  },
});
