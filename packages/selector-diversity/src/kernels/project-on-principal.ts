import { stream } from '@goldpan/core';
import { dot, dotProducts, type Rows } from './dot-products.js';

const ROUNDS = 6;

/**
 * The rows in the space of their principal directions: those in which the rows, not centred, are longest together
 * (a truncated singular value decomposition, as latent semantic analysis takes it). Dot products are kept as well as
 * that many dimensions can. The directions come from subspace iteration with a fixed start, six rounds.
 *
 * @param keep - number of directions, at most `dimensions`
 * @remarks O(rounds · rows · dimensions · keep).
 */
export function projectOnPrincipal(rows: Rows, keep: number): Rows {
  const size = rows.values.length / rows.dimensions;
  const random = stream(0, 'principal-directions');
  const start = Float64Array.from({ length: keep * rows.dimensions }, () => random.next() - 0.5);
  let directions = orthonormalise({ dimensions: rows.dimensions, values: start });
  const projected = new Float64Array(size * keep);
  const project = () =>
    dotProducts({ rows, start: 0, end: size }, { rows: directions, start: 0, end: keep }, projected);
  for (let round = 0; round < ROUNDS; round++) {
    project();
    directions = orthonormalise(transposedProduct(projected, rows, keep));
  }
  project();
  return { dimensions: keep, values: projected };
}

/** Sums of the rows, each weighted by its projection on a direction: shape (keep, dimensions). */
function transposedProduct(projected: Float64Array, { dimensions, values }: Rows, keep: number): Rows {
  const sums = new Float64Array(keep * dimensions);
  for (let row = 0; row * keep < projected.length; row++) {
    for (let k = 0; k < keep; k++) {
      const weight = projected[row * keep + k];
      for (let d = 0, to = k * dimensions, from = row * dimensions; d < dimensions; d++) {
        sums[to + d] += weight * values[from + d];
      }
    }
  }
  return { dimensions, values: sums };
}

/** Gram–Schmidt, in place: a direction that depends on the ones before it becomes zeros. */
function orthonormalise(directions: Rows): Rows {
  const { dimensions, values } = directions;
  for (let row = 0; row * dimensions < values.length; row++) {
    const own = values.subarray(row * dimensions, (row + 1) * dimensions);
    const before = Math.sqrt(dot(directions, row, directions, row));
    // Twice, because the first pass leaves rounding errors of the size of what it took away.
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < row; other++) {
        const share = dot(directions, row, directions, other);
        for (let d = 0; d < dimensions; d++) own[d] -= share * values[other * dimensions + d];
      }
    }
    const length = Math.sqrt(dot(directions, row, directions, row));
    for (let d = 0; d < dimensions; d++) own[d] = length > 1e-10 * before ? own[d] / length : 0;
  }
  return directions;
}
