/** An eigenvalue of a symmetric matrix with its vector of length 1. */
export interface EigenPair {
  readonly value: number;
  readonly vector: readonly number[];
}

/** All eigenvalues of a symmetric matrix, greatest first: Jacobi's rotations, slow and obvious. */
export function eigenPairs(matrix: readonly (readonly number[])[]): EigenPair[] {
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) rotate(a, vectors, p, q);
    }
  }
  return a
    .map((row, i) => ({ value: row[i], vector: vectors.map((v) => v[i]) }))
    .sort((x, y) => y.value - x.value);
}

/** Turns the plane of p and q so that the entry (p, q) vanishes. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  if (Math.abs(a[p][q]) < 1e-300) return;
  const angle = Math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turn = (x: number, y: number) => [cos * x - sin * y, sin * x + cos * y];
  for (const row of [...a, ...vectors]) [row[p], row[q]] = turn(row[p], row[q]);
  for (let k = 0; k < a.length; k++) [a[p][k], a[q][k]] = turn(a[p][k], a[q][k]);
}
