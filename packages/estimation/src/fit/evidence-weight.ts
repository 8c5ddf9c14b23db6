/** Predictions and what they should have predicted, cell by cell, with the weight and the unit of each row. */
export interface Evidence {
  /** Shape (rows × columns). */
  readonly predictions: Float64Array;
  readonly residuals: Float64Array;
  readonly columns: number;
  /** Shape (rows). */
  readonly weights: Float64Array;
  /** Independent unit of each row, from 0. */
  readonly units: Uint32Array;
  readonly unitCount: number;
}

/**
 * How far predictions are to be followed: their slope a = ⟨p, r⟩/⟨p, p⟩ cut to [0, 1], times max(0, 1 − se²/a²), where se is the
 * error of a over independent units. Predictions that may say nothing get 0. O(rows·columns).
 *
 * @param standardErrors - how many of them a must exceed; default 1
 */
export function evidenceWeight(evidence: Evidence, standardErrors = 1): number {
  const { predictions, residuals, columns, weights } = evidence;
  let square = 0;
  let product = 0;
  for (let cell = 0; cell < predictions.length; cell++) {
    const weighted = weights[Math.floor(cell / columns)] * predictions[cell];
    square += weighted * predictions[cell];
    product += weighted * residuals[cell];
  }
  if (!(square > 0)) return 0;
  const weight = Math.min(1, product / square);
  if (!(weight > 0)) return 0;
  const variance = scoreVariance(evidence, weight) / square ** 2;
  return weight * Math.max(0, 1 - (standardErrors ** 2 * variance) / weight ** 2);
}

/** Σ over units of (Σ w p (r − a p))². */
function scoreVariance(evidence: Evidence, weight: number): number {
  const { predictions, residuals, columns, weights, units } = evidence;
  const scores = new Float64Array(evidence.unitCount);
  for (let cell = 0; cell < predictions.length; cell++) {
    const row = Math.floor(cell / columns);
    const error = residuals[cell] - weight * predictions[cell];
    scores[units[row]] += weights[row] * predictions[cell] * error;
  }
  return scores.reduce((sum, score) => sum + score * score, 0);
}
