import { takeJudgedSystems, type Estimate, type JudgedData } from '@goldpan/core';
import { predictedJudgements } from '../fit/predicted-judgements.js';
import { requireShare } from '../require-share.js';

/** A judged cell far from what was predicted for it: to be looked at again. */
export interface SuspiciousJudgement {
  readonly item: number;
  /** Place in `estimate.systems`. */
  readonly system: number;
  readonly judgement: number;
  readonly predicted: number;
}

/** Predictions of judgements, with a reach within which a judgement lies at the level. */
export interface PredictionIntervals {
  /** Predicted judgement of every cell, shape (items × systems of the estimate). */
  readonly predicted: Float64Array;
  /** Half-length of the intervals; Infinity when fewer items are judged than the level needs (19 for 0.95). */
  readonly reach: number;
  /** Judged cells outside their interval, farthest first. */
  readonly suspicious: readonly SuspiciousJudgement[];
}

/**
 * Split-conformal intervals for judgements that are not there, whatever their distribution: prediction ± the ⌈(n + 1)·level⌉ / n
 * quantile of the absolute held-out errors on judged cells. Holds on average over items drawn like the judged ones. O(N·S·K + n·S log n).
 *
 * @param level - in (0, 1); default 0.95
 * @throws INVALID_ARGUMENT
 * @remarks V. Vovk, A. Gammerman and G. Shafer, Algorithmic Learning in a Random World (2005), errors by cross-fitting.
 */
export function predictionIntervals(data: JudgedData, estimate: Estimate, level = 0.95): PredictionIntervals {
  requireShare('the level of an interval', level);
  const { taken } = takeJudgedSystems(data);
  const predicted = predictedJudgements(taken, estimate);
  const { residuals, judged } = estimate;
  const reach = conformalReach(residuals, judged.length, level);
  return { predicted, reach, suspicious: suspicious(taken, { predicted, reach }, estimate) };
}

/** The error that a share `level` of further cells stays within; items, not cells, are what is drawn. */
function conformalReach(residuals: Float64Array, items: number, level: number): number {
  const errors = residuals
    .filter((residual) => !Number.isNaN(residual))
    .map(Math.abs)
    .sort();
  const place = Math.ceil(((level * (items + 1)) / items) * errors.length);
  return place > errors.length ? Infinity : errors[place - 1];
}

function suspicious(
  { judgements }: JudgedData,
  { predicted, reach }: { predicted: Float64Array; reach: number },
  { residuals, judged }: Estimate,
): SuspiciousJudgement[] {
  const { systems, values } = judgements;
  return Array.from(residuals.keys())
    .filter((at) => Math.abs(residuals[at]) > reach)
    .sort((x, y) => Math.abs(residuals[y]) - Math.abs(residuals[x]))
    .map((at) => {
      const [item, system] = [judged[Math.floor(at / systems)], at % systems];
      const cell = item * systems + system;
      return { item, system, judgement: values[cell], predicted: predicted[cell] };
    });
}
