import { defineEstimator, z, type EstimationContext, type JudgedData } from '@goldpan/core';
import { plainFit, regressionFit, type Fit } from '../fit/fit.js';
import { toResult } from '../fit/to-result.js';
import { LEAST_ITEMS } from '../fit/warnings.js';

/**
 * The regression estimate: plain means, corrected by how much the metrics of the judged items differ from those of all items, as far
 * as judgements show that metrics predict them. A metric that says nothing gets no weight and costs nothing.
 *
 * θ̂_s = Σ w_i y_is + b*(x̄_all − x̄_J) + a*·β·(f̄_s,all − f̄_s,J): β a ridge regression within items, a* its weight by cross-fitted evidence,
 * b* the slope of the items' levels on the mean metric. Intervals use cross-fitted residuals, so that they are honest about what
 * the regression learnt by heart.
 *
 * @remarks Generalised regression (GREG) in the sense of Särndal, Swensson and Wretman (1992); for one metric close to
 * prediction-powered inference with a fitted weight (Angelopoulos, Duchi and Zrnic 2023). O(n·S·K² + N·S·K).
 */
export const regression = defineEstimator({
  name: 'regression',
  summary: 'Means corrected by what metrics know of the items that nobody judged.',
  options: z.object({}),
  estimate: (data, _options, context) => toResult(fitOf(data, context), data, context),
});

/** The regression fit, or plain means where metrics are of no use: none, or too few items to weigh them. */
export function fitOf(data: JudgedData, context: EstimationContext): Fit {
  const usable = data.metrics.length > 0 && context.judged.length >= LEAST_ITEMS;
  return usable ? regressionFit(data, context) : plainFit(data, context);
}
