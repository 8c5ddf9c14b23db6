import { dotProducts, type Rows } from './dot-products.js';
import { squaredNorms } from './row-norms.js';

export interface FarthestFirstOptions {
  /** How many rows to take. */
  readonly count: number;
  /** Rows that are covered from the start; they are not taken again. */
  readonly covered: ArrayLike<number>;
  /** This many of the farthest rows are passed over at every step. */
  readonly outliers: number;
}

/** A traversal of rows, each as far as can be from the ones before it. */
export interface FarthestFirst {
  readonly order: Uint32Array;
  /** Per taken row its distance to the rows before it; Infinity for the first one where none was covered. */
  readonly distances: Float64Array;
  /** Per row the position in `order` of the nearest taken row; −1 where a row covered from the start is as near. */
  readonly nearest: Int32Array;
}

/**
 * Farthest-first traversal (Gonzalez 1985): the first `k` rows come within a factor 2 of the smallest radius with which k
 * rows can cover all rows, for every k. Without covered rows it begins with the row nearest to the mean of all. With
 * `outliers` = z, the row taken at each step is the (z + 1)-th farthest, so up to z far-off rows are left alone.
 * Ties go to the lowest index.
 *
 * @remarks Euclidean distances. O(count · values), and O(count · N log N) more where outliers are passed over.
 */
export function farthestFirst(rows: Rows, { count, covered, outliers }: FarthestFirstOptions): FarthestFirst {
  const norms = squaredNorms(rows);
  const size = norms.length;
  const squares = new Float64Array(size).fill(Infinity);
  const nearest = new Int32Array(size).fill(-1);
  const products = new Float64Array(size);
  const isOpen = new Uint8Array(size).fill(1);
  const cover = (row: number, position: number) => {
    isOpen[row] = 0;
    dotProducts({ rows, start: row, end: row + 1 }, { rows, start: 0, end: size }, products);
    for (let other = 0; other < size; other++) {
      const square = Math.max(0, norms[row] + norms[other] - 2 * products[other]);
      if (square < squares[other]) {
        squares[other] = square;
        nearest[other] = position;
      }
    }
    nearest[row] = position;
  };
  for (let i = 0; i < covered.length; i++) cover(covered[i], -1);
  const order = new Uint32Array(count);
  const distances = new Float64Array(count);
  for (let position = 0; position < count; position++) {
    const isFirst = position === 0 && covered.length === 0;
    const row = isFirst ? nearestToMean(rows) : farthest(squares, isOpen, outliers);
    order[position] = row;
    distances[position] = Math.sqrt(squares[row]);
    cover(row, position);
  }
  return { order, distances, nearest };
}

function farthest(squares: Float64Array, isOpen: Uint8Array, outliers: number): number {
  if (outliers === 0) {
    let best = -1;
    for (let row = 0; row < squares.length; row++) {
      if (isOpen[row] && (best < 0 || squares[row] > squares[best])) best = row;
    }
    return best;
  }
  const open = Array.from(isOpen.keys()).filter((row) => isOpen[row] === 1);
  open.sort((a, b) => squares[b] - squares[a] || a - b);
  return open[Math.min(outliers, open.length - 1)];
}

function nearestToMean({ dimensions, values }: Rows): number {
  const size = values.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (let at = 0; at < values.length; at++) mean[at % dimensions] += values[at] / size;
  let best = 0;
  let least = Infinity;
  for (let row = 0; row < size; row++) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) square += (values[row * dimensions + d] - mean[d]) ** 2;
    if (square < least) {
      least = square;
      best = row;
    }
  }
  return best;
}
