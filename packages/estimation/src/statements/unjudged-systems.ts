import type { Estimate, JudgedData } from '@goldpan/core';
import { regressionLine, studentTQuantile } from '@goldpan/stats';
import { metricFeatures } from '../fit/features.js';
import { requireShare } from '../require-share.js';

/** What its metrics would say of a system that nobody judged: not an estimate, and to be marked as such. */
export interface UnjudgedSystem {
  readonly system: string;
  readonly predicted: number;
  /** Prediction interval from how far judged systems lie off the line. */
  readonly low: number;
  readonly high: number;
}

/** Judged systems that a line needs before anything is said: of two it goes through both, and shows nothing of how far others lie off it. */
export const LEAST_SYSTEMS = 3;

/**
 * Predicts systems without a judgement from the line of the judged systems' estimates on their mean metric over all items. Empty
 * where there is no such system, no metric, or fewer than three judged systems (of three the interval is very long). O(N·S·K).
 *
 * @param level - of the prediction interval, in (0, 1); default 0.95
 * @throws INVALID_ARGUMENT
 */
export function unjudgedSystems(data: JudgedData, estimate: Estimate, level = 0.95): UnjudgedSystem[] {
  requireShare('the level of an interval', level);
  const judged = estimate.positions.length;
  const { count, systemMeans } = metricFeatures(data);
  if (count === 0 || judged < LEAST_SYSTEMS) return [];
  const metricOf = (system: number) => systemMeans[system * count];
  const x = Array.from(estimate.positions, metricOf);
  const line = regressionLine(x, estimate.values);
  if (line === undefined) return [];
  const reach = studentTQuantile((1 + level) / 2, judged - 2) * line.deviation;
  const known = new Set(estimate.positions);
  return data.systems.flatMap((system, s) => {
    if (known.has(s)) return [];
    const predicted = line.yMean + line.slope * (metricOf(s) - line.xMean);
    const far = reach * Math.sqrt(1 + 1 / judged + (metricOf(s) - line.xMean) ** 2 / line.square);
    return [{ system, predicted, low: predicted - far, high: predicted + far }];
  });
}
