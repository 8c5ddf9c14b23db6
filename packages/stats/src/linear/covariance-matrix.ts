import { tooFewValues } from '../errors.js';
import { requireNumbers } from '../require.js';
import { mean } from '../summary/mean.js';

/**
 * The sample covariances of the columns of a matrix: how the columns vary together from row to row (divides by rows − 1).
 *
 * @param values - row-major, shape (rows, columns), such as items × systems; no NaN: leave out rows with missing cells first
 * @returns row-major, shape (columns, columns), symmetric to the bit
 * @throws STA_EMPTY with fewer than two rows, STA_NOT_A_NUMBER
 * @remarks Two passes, O(rows · columns²).
 * @example
 * ```ts
 * import { covarianceMatrix } from '@goldpan/stats';
 *
 * covarianceMatrix([1, 2, 3, 6, 5, 1], 2); // → [4, -1, -1, 7]
 * ```
 */
export function covarianceMatrix(values: ArrayLike<number>, columns: number): Float64Array {
  const rows = Math.floor(values.length / columns);
  if (!(rows >= 2)) throw tooFewValues('a covariance', columns > 0 ? rows : 0, 2);
  requireNumbers('a covariance', values);
  const centres = Array.from({ length: columns }, (_, c) => mean(values, { offset: c, stride: columns }));
  const covariances = new Float64Array(columns * columns);
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < columns; c++) row[c] = values[i * columns + c] - centres[c];
    for (let c = 0; c < columns; c++) {
      for (let d = 0; d <= c; d++) covariances[c * columns + d] += row[c] * row[d];
    }
  }
  for (let c = 0; c < columns; c++) {
    for (let d = 0; d <= c; d++) {
      covariances[d * columns + c] = covariances[c * columns + d] /= rows - 1;
    }
  }
  return covariances;
}
