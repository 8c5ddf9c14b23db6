import { unitCountOf } from './unit-count.js';

/** How the level of items follows the mean metric. */
export interface LevelSlope {
  /** Slope of the items' mean judgements on their mean metric, times the share that evidence supports. */
  readonly slope: number;
  /** Honest residuals of the items' levels, shape (items): each from a slope of the other folds. */
  readonly residuals: Float64Array;
}

interface LevelData {
  /** Item effects of the judgements, shape (items). */
  readonly levels: Float64Array;
  /** Mean metric of the items, shape (items). */
  readonly metric: Float64Array;
  /** Sum 1. */
  readonly weights: Float64Array;
  readonly units: Uint32Array;
  readonly unitCount: number;
  readonly folds: Uint32Array;
}

/** Weighted least squares of levels on the mean metric, shrunk by max(0, 1 − se²/b²). O(n). */
export function levelSlope(data: LevelData): LevelSlope {
  const y = centred(data.levels, data.weights);
  const x = centred(data.metric, data.weights);
  const all = lineOf(x, y, data.weights).slope;
  const share = all === 0 ? 0 : supported(all, { ...data, x, y });
  if (share === 0) return { slope: 0, residuals: y };
  const others = Array.from({ length: unitCountOf(data.folds) }, (_, fold) =>
    lineOf(
      x,
      y,
      data.weights.map((weight, i) => (data.folds[i] === fold ? 0 : weight)),
    ),
  );
  const residuals = y.map((value, i) => {
    const { slope, xMean, yMean } = others[data.folds[i]];
    return value - yMean - share * slope * (x[i] - xMean);
  });
  return { slope: share * all, residuals: centred(residuals, data.weights) };
}

function centred(values: Float64Array, weights: Float64Array): Float64Array {
  const mean = values.reduce((sum, value, i) => sum + weights[i] * value, 0);
  return values.map((value) => value - mean);
}

function lineOf(x: Float64Array, y: Float64Array, weights: Float64Array) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return { slope: 0, xMean: 0, yMean: 0 };
  const xMean = x.reduce((sum, value, i) => sum + weights[i] * value, 0) / total;
  const yMean = y.reduce((sum, value, i) => sum + weights[i] * value, 0) / total;
  let square = 0;
  let product = 0;
  for (let i = 0; i < x.length; i++) {
    square += weights[i] * (x[i] - xMean) ** 2;
    product += weights[i] * (x[i] - xMean) * (y[i] - yMean);
  }
  return { slope: square > 1e-20 ? product / square : 0, xMean, yMean };
}

function supported(slope: number, data: LevelData & { x: Float64Array; y: Float64Array }): number {
  const { x, y, weights, units } = data;
  const scores = new Float64Array(data.unitCount);
  let square = 0;
  for (let i = 0; i < x.length; i++) {
    square += weights[i] * x[i] ** 2;
    scores[units[i]] += weights[i] * x[i] * (y[i] - slope * x[i]);
  }
  const variance = scores.reduce((sum, score) => sum + score * score, 0) / square ** 2;
  return Math.max(0, 1 - variance / slope ** 2);
}
