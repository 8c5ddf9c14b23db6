import { stream } from '@goldpan/core';
import { dotProducts, type Rows } from './dot-products.js';
import { takeRows, type SparseRows } from './sparse-rows.js';

const ROUNDS = 4;
/** Of more rows than this, a sample gives the directions. */
const MOST_ROWS = 2048;

/**
 * The rows in the space of their principal directions: those in which the rows, not centred, are longest together
 * (a truncated singular value decomposition, as latent semantic analysis takes it). Dot products are kept as well as
 * that many dimensions can, or nearly: the directions come from subspace iteration with a fixed start, and its four rounds
 * keep 93 to 97 % of what exact directions keep of the sources of WMT. Of more than 2048 rows a fixed sample gives them.
 *
 * @param keep - number of directions, at most the number of rows and `dimensions`
 * @remarks O(entries · keep + rounds · (entries of the sample · keep + its rows · keep²)).
 */
export function projectOnPrincipal(rows: SparseRows, keep: number): Rows {
  const sample = sampled(rows);
  const random = stream(0, 'principal-directions');
  // Shape (dimensions, directions), so that an entry of a row meets all directions in one run of memory.
  let directions = Float64Array.from({ length: rows.dimensions * keep }, () => random.next() - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const weights = orthonormalColumns(project(sample, directions, keep), keep);
    directions = weightedSums(sample, weights, keep);
  }
  return { dimensions: keep, values: project(rows, orthonormalColumns(directions, keep), keep) };
}

function sampled(rows: SparseRows): SparseRows {
  const size = rows.starts.length - 1;
  if (size <= MOST_ROWS) return rows;
  const all = Uint32Array.from({ length: size }, (_, row) => row);
  return takeRows(rows, stream(0, 'principal-directions/sample').shuffle(all).slice(0, MOST_ROWS).sort());
}

/** Dot products of the rows with the directions: shape (rows, directions). */
function project({ starts, columns, values }: SparseRows, directions: Float64Array, keep: number) {
  const projected = new Float64Array((starts.length - 1) * keep);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const value = values[at];
      for (let k = 0, from = columns[at] * keep, to = row * keep; k < keep; k++) {
        projected[to + k] += value * directions[from + k];
      }
    }
  }
  return projected;
}

/** Sums of the rows, each with a weight: weights of shape (rows, sums) give shape (dimensions, sums). */
function weightedSums(
  { dimensions, starts, columns, values }: SparseRows,
  weights: Float64Array,
  keep: number,
) {
  const sums = new Float64Array(dimensions * keep);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      const value = values[at];
      for (let k = 0, to = columns[at] * keep, from = row * keep; k < keep; k++) {
        sums[to + k] += value * weights[from + k];
      }
    }
  }
  return sums;
}

/** Columns made orthogonal and of length 1; shape (rows, columns) as given. */
function orthonormalColumns(values: Float64Array, columns: number) {
  const turned = { dimensions: values.length / columns, values: transpose({ dimensions: columns, values }) };
  return transpose(orthonormalise(turned));
}

function transpose({ dimensions, values }: Rows) {
  const size = values.length / dimensions;
  const turned = new Float64Array(values.length);
  for (let row = 0; row < size; row++) {
    for (let d = 0; d < dimensions; d++) turned[d * size + row] = values[row * dimensions + d];
  }
  return turned;
}

/** Gram–Schmidt, in place: a row that depends on the ones before it becomes zeros. */
function orthonormalise(rows: Rows): Rows {
  const { dimensions, values } = rows;
  const products = new Float64Array(values.length / dimensions);
  for (let row = 0; row * dimensions < values.length; row++) {
    const own = values.subarray(row * dimensions, (row + 1) * dimensions);
    const self = { rows, start: row, end: row + 1 };
    const lengthNow = () => {
      dotProducts(self, self, products);
      return Math.sqrt(products[0]);
    };
    const before = lengthNow();
    // Twice, because the first pass leaves rounding errors of the size of what it took away.
    for (let pass = 0; pass < 2; pass++) {
      dotProducts(self, { rows, start: 0, end: row }, products);
      for (let other = 0; other < row; other++) {
        const share = products[other];
        for (let d = 0, from = other * dimensions; d < dimensions; d++) own[d] -= share * values[from + d];
      }
    }
    const length = lengthNow();
    for (let d = 0; d < dimensions; d++) own[d] = length > 1e-10 * before ? own[d] / length : 0;
  }
  return rows;
}
