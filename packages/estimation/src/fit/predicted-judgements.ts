import type { EstimationContext, JudgedData } from '@goldpan/core';
import { fitOf } from '../estimators/regression.js';
import { metricScores, saidWithin } from './predict.js';

/**
 * What the regression predicts of every cell: the estimate of the system's mean, and what the metrics say of the cell beside all
 * cells of the system; shape (items × systems). The estimates themselves without metrics. O(n·S·K² + N·S·K).
 *
 * @param data - of the systems that are estimated
 */
export function predictedJudgements(data: JudgedData, context: EstimationContext): Float64Array {
  const fit = fitOf(data, context);
  const { items, systems } = data.judgements;
  const { levels } = fit.features;
  const scores = metricScores(fit, systems);
  const population = levels.reduce((sum, value) => sum + value, 0) / items;
  const within = saidWithin(
    fit,
    Uint32Array.from({ length: items }, (_, item) => item),
    systems,
  );
  return within.map((said, cell) => {
    const [item, system] = [Math.floor(cell / systems), cell % systems];
    return fit.values[system] + fit.levelSlope * (levels[item] - population) + said - scores[system];
  });
}
