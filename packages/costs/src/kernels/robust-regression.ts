import { cholesky, median, quantile, solveCholesky } from '@goldpan/stats';

/** Huber's tuning constant: 95 % as precise as least squares where errors are normal. */
const HUBER = 1.345;
/** Median absolute deviation to standard deviation, for normal errors. */
const MAD_TO_SD = 1.4826;

/**
 * Coefficients b ≥ 0 that make Σ b·columns come close to y in Huber's sense: squared error for most values, absolute
 * error for outliers. The scale of the errors is the median absolute residual of the fit without sign restriction.
 *
 * @param columns - shape (p, n), p ≤ 3: every subset of the columns is tried, which finds the best non-negative fit exactly
 * @returns p coefficients, each 0 or above
 * @remarks Iteratively reweighted least squares. O(2^p · p² · n · iterations).
 */
export function robustNonNegativeFit(columns: readonly Float64Array[], y: Float64Array): Float64Array {
  const all = columns.map((_, column) => column);
  const scale = robustScale(columns, y);
  let best = new Float64Array(columns.length);
  let bestLoss = Infinity;
  for (let mask = 1; mask < 1 << columns.length; mask++) {
    const subset = all.filter((column) => mask & (1 << column));
    const fit = reweighted(
      subset.map((column) => columns[column]),
      y,
      scale,
    );
    if (fit === undefined || fit.coefficients.some((coefficient) => coefficient < 0)) continue;
    if (fit.loss < bestLoss * (1 - 1e-12)) {
      bestLoss = fit.loss;
      best = new Float64Array(columns.length);
      subset.forEach((column, k) => (best[column] = fit.coefficients[k]));
    }
  }
  return best;
}

/** Errors below this share of a usual value are rounding. */
const ROUNDING = 1e-9;

/**
 * The scale of the errors: alternates fit and scale from least squares on, until the scale settles. Above 0 even where more than half of
 * the values are met exactly: at a scale of rounding errors every value would be an outlier.
 */
function robustScale(columns: readonly Float64Array[], y: Float64Array): number {
  const least = ROUNDING * median(y.map(Math.abs));
  let scale = Infinity;
  for (let round = 0; round < 50; round++) {
    const fit = reweighted(columns, y, scale) ?? reweighted(columns.slice(0, 1), y, scale)!;
    const next = Math.max(least, MAD_TO_SD * quantile(fit.residuals.map(Math.abs), 0.5));
    if (Math.abs(next - scale) <= 1e-9 * next) break;
    scale = next;
  }
  return scale;
}

interface Fit {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  readonly loss: number;
}

/** Huber fit at a given scale; undefined where the columns depend on each other. An infinite scale is least squares. */
function reweighted(columns: readonly Float64Array[], y: Float64Array, scale: number): Fit | undefined {
  const knee = HUBER * scale;
  const weights = new Float64Array(y.length).fill(1);
  let fit: Fit | undefined;
  for (let round = 0; round < 200; round++) {
    const coefficients = weightedLeastSquares(columns, y, weights);
    if (coefficients === undefined) return undefined;
    const residuals = y.map((value, i) =>
      columns.reduce((left, column, k) => left - coefficients[k] * column[i], value),
    );
    const loss = residuals.reduce((sum, residual) => sum + huber(Math.abs(residual), knee), 0);
    const settled = fit !== undefined && fit.loss - loss <= 1e-12 * loss;
    fit = { coefficients, residuals, loss };
    if (settled) break;
    residuals.forEach((residual, i) => (weights[i] = Math.min(1, knee / Math.abs(residual)) || 1));
  }
  return fit;
}

function huber(error: number, knee: number): number {
  return error <= knee ? (error * error) / 2 : knee * (error - knee / 2);
}

/** A pivot that loses all but this share of its size shows columns that depend on each other. */
const SINGULAR = 1e-10;

/** Solves the normal equations; undefined where they are singular. */
function weightedLeastSquares(columns: readonly Float64Array[], y: Float64Array, weights: Float64Array) {
  const products = Float64Array.from(columns.flatMap((a) => columns.map((b) => weightedDot(a, b, weights))));
  const coefficients = Float64Array.from(columns, (a) => weightedDot(a, y, weights));
  if (Number.isNaN(cholesky(products, columns.length, SINGULAR))) return undefined;
  solveCholesky(products, columns.length, coefficients);
  return coefficients;
}

function weightedDot(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += weights[i] * a[i] * b[i];
  return sum;
}
