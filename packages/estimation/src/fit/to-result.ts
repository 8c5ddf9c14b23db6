import type { EstimationContext, EstimatorResult, JudgedData } from '@goldpan/core';
import type { Fit } from './fit.js';
import { samplingCovariance } from './sampling-covariance.js';
import { fitWarnings } from './warnings.js';

/** What an estimator returns of a fit. O(n·S + units·S²). */
export function toResult(fit: Fit, data: JudgedData, context: EstimationContext): EstimatorResult {
  const design = { data, context, layout: fit.layout };
  const { covariance, systemDegreesOfFreedom } = samplingCovariance(fit.residuals, fit.plain, design);
  return {
    values: fit.values,
    covariance,
    degreesOfFreedom: Math.min(...systemDegreesOfFreedom),
    systemDegreesOfFreedom,
    adjusted: fit.adjusted,
    residuals: combined(fit),
    gain: {
      weight: fit.weight,
      ...(fit.domainSlopes.size > 0 && { domains: [...fit.domainSlopes.keys()] }),
      levelSlope: fit.levelSlope,
      effectiveItems: effectiveItems(fit, data),
    },
    warnings: fitWarnings(data, context, fit),
  };
}

function combined({ residuals, layout }: Fit): Float64Array {
  const { within, levels } = residuals;
  return within.map((residual, cell) =>
    layout.observed?.[cell] === 0 ? NaN : residual + levels[Math.floor(cell / layout.systems)],
  );
}

/** Items whose plain means would be as precise: 1/n_eff − 1/N = (1/n − 1/N)·(variance with metrics / variance without). */
function effectiveItems({ residuals, plain, benchmark, layout }: Fit, data: JudgedData): number {
  const [withMetrics, without] =
    layout.systems > 1 ? [residuals.within, benchmark] : [residuals.levels, plain.levels];
  const squares = (values: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++)
      sum += layout.weights[Math.floor((i * layout.items) / values.length)] * values[i] ** 2;
    return sum;
  };
  const { items } = layout;
  const all = data.judgements.items;
  const ratio = squares(without) > 0 ? squares(withMetrics) / squares(without) : 1;
  return 1 / ((1 / items - 1 / all) * ratio + 1 / all);
}
