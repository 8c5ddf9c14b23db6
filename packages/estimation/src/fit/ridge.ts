import { cholesky, solveCholesky } from '@goldpan/stats';
import { centredProducts, centresOf, sumsBeyond, sumsWithout, type FoldSums } from './fold-sums.js';

/** Penalties that are tried, for every 50 free cells. */
const PENALTIES = [0.1, 0.3, 1, 3, 10, 30, 100];
/** The mean metric is hardly penalised: it is the best guess before any judgement. */
const MEAN_METRIC_SHARE = 0.02;

interface RidgeOptions {
  /** Slopes that are known already, fold by fold: only what they leave is fitted. */
  readonly known?: WithinSlopes;
  /** Penalty of feature 0, as a share of that of the others; default 0.02. */
  readonly meanMetricShare?: number;
}

/** Slopes of the features within items. */
export interface WithinSlopes {
  /** From all judged items, shape (features); all 0 when no penalty beats "no metric" out of fold. */
  readonly slopes: Float64Array;
  /** From all folds but one, per fold left out. */
  readonly foldSlopes: readonly Float64Array[];
}

/**
 * Ridge regression of judgements on features within items, its penalty chosen by cross-validation; 0 where no penalty predicts
 * better than system means alone. O(folds·(S·P² + 7·P³)).
 */
export function withinSlopes(
  folds: readonly FoldSums[],
  { known, meanMetricShare = MEAN_METRIC_SHARE }: RidgeOptions = {},
): WithinSlopes {
  const beyond = (sums: FoldSums, slopes?: Float64Array) => (slopes ? sumsBeyond(sums, slopes) : sums);
  const parts = folds.map((fold, f) => {
    const training = beyond(sumsWithout(folds, f), known?.foldSlopes[f]);
    const held = centredProducts(beyond(fold, known?.foldSlopes[f]), centresOf(training));
    return { training: equations(training), held };
  });
  const solve = (training: Equations, penalty: number) => solveRidge(training, { penalty, meanMetricShare });
  let best = 0;
  let chosen = 0;
  for (const penalty of PENALTIES) {
    const gain = parts.reduce((sum, { training, held }) => sum + lossOf(solve(training, penalty), held), 0);
    if (gain < best) [best, chosen] = [gain, penalty];
  }
  const slopesOf = (training: Equations) =>
    chosen === 0 ? new Float64Array(training.cross.length) : solve(training, chosen);
  return {
    slopes: slopesOf(equations(beyond(sumsWithout(folds, -1), known?.slopes))),
    foldSlopes: parts.map(({ training }) => slopesOf(training)),
  };
}

interface Equations {
  readonly gram: Float64Array;
  readonly cross: Float64Array;
  /** Cells, less one per item, over 50. */
  readonly size: number;
}

function equations(sums: FoldSums): Equations {
  const cells = sums.weights.reduce((total, weight) => total + weight, 0);
  const systems = sums.weights.length;
  return { ...centredProducts(sums, centresOf(sums)), size: (cells * (systems - 1)) / systems / 50 };
}

/** (G + λ·size·P)⁻¹ c; zero slopes where that cannot be solved. */
function solveRidge(
  { gram, cross, size }: Equations,
  { penalty, meanMetricShare }: { penalty: number; meanMetricShare: number },
): Float64Array {
  const width = cross.length;
  const matrix = gram.slice();
  for (let k = 0; k < width; k++) matrix[k * width + k] += penalty * size * (k === 0 ? meanMetricShare : 1);
  if (Number.isNaN(cholesky(matrix, width))) return new Float64Array(width);
  const slopes = cross.slice();
  solveCholesky(matrix, width, slopes);
  return slopes;
}

/** Squared error out of fold, less that of predicting nothing: −2βᵀc + βᵀGβ. */
function lossOf(slopes: Float64Array, { gram, cross }: { gram: Float64Array; cross: Float64Array }): number {
  const width = slopes.length;
  let loss = 0;
  for (let k = 0; k < width; k++) {
    let sum = -2 * cross[k];
    for (let l = 0; l < width; l++) sum += gram[k * width + l] * slopes[l];
    loss += slopes[k] * sum;
  }
  return loss;
}
