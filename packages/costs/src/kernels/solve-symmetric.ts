/**
 * Solves a small positive definite system A·x = b by Cholesky's method.
 *
 * @param a - shape (p, p), symmetric
 * @returns x, or undefined where A is singular (a pivot lost all but 1e-10 of its size)
 * @remarks O(p³).
 */
export function solveSymmetric(a: readonly (readonly number[])[], b: Float64Array): Float64Array | undefined {
  const p = b.length;
  const lower = Array.from({ length: p }, () => new Float64Array(p));
  const x = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let left = a[i][j];
      for (let k = 0; k < j; k++) left -= lower[i][k] * lower[j][k];
      if (i === j && !(left > 1e-10 * a[i][i])) return undefined;
      lower[i][j] = i === j ? Math.sqrt(left) : left / lower[j][j];
    }
  }
  for (let i = 0; i < p; i++) {
    let left = b[i];
    for (let k = 0; k < i; k++) left -= lower[i][k] * x[k];
    x[i] = left / lower[i][i];
  }
  for (let i = p - 1; i >= 0; i--) {
    let left = x[i];
    for (let k = i + 1; k < p; k++) left -= lower[k][i] * x[k];
    x[i] = left / lower[i][i];
  }
  return x;
}
