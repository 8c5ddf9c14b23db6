import { defineEstimator, z } from '@goldpan/core';
import { plainFit } from '../fit/fit.js';
import { toResult } from '../fit/to-result.js';

/**
 * Plain means of the judgements: weighted by inverse inclusion probabilities (Hájek), and where cells are missing the least-squares
 * means of a table of items and systems. Metrics are not looked at.
 *
 * @remarks Variance by `samplingCovariance`. O(n·S).
 */
export const meanEstimator = defineEstimator({
  name: 'mean',
  summary: 'Plain means of the judgements; metrics are not used.',
  options: z.object({}),
  estimate: (data, _options, context) => toResult(plainFit(data, context), data, context),
});
