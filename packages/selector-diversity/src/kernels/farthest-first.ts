import { distancesFromMean } from './distances-from-mean.js';
import { dotProducts, type Rows } from './dot-products.js';
import { greatestOf, roundingFor } from './rounding.js';
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
  /** Per row the distance to the nearest one taken or covered, to a millionth of the longest row. */
  readonly distances: Float64Array;
  /** Per row the position in `order` of the nearest taken row; −1 where a row covered from the start is as near. */
  readonly nearest: Int32Array;
}

/**
 * Farthest-first traversal (Gonzalez 1985): the first `k` rows come within a factor 2 of the smallest radius with which k
 * rows can cover all rows, for every k. Without covered rows it begins with the row nearest to the mean of all. With
 * `outliers` = z, the row taken at each step is the (z + 1)-th farthest: z far-off rows are left alone, but the factor is no
 * longer sure.
 *
 * Distances are rounded to 40 bits of the longest row, so that rounding errors do not decide. Ties go to the row nearer to
 * the mean of all, then to the lowest index.
 *
 * @remarks Euclidean distances. O(count · values), and O(count · N log N) more where outliers are passed over.
 */
export function farthestFirst(rows: Rows, { count, covered, outliers }: FarthestFirstOptions): FarthestFirst {
  const norms = squaredNorms(rows);
  const size = norms.length;
  const fromCentre = distancesFromMean(rows);
  const rounded = roundingFor(greatestOf(norms));
  const squares = new Float64Array(size).fill(Infinity);
  const nearest = new Int32Array(size).fill(-1);
  const open = new Set(Array.from(norms.keys()));
  const products = new Float64Array(size);
  const cover = (row: number, position: number) => {
    open.delete(row);
    dotProducts({ rows, start: row, end: row + 1 }, { rows, start: 0, end: size }, products);
    for (let other = 0; other < size; other++) {
      const square = rounded(Math.max(0, norms[row] + norms[other] - 2 * products[other]));
      if (square < squares[other]) {
        squares[other] = square;
        nearest[other] = position;
      }
    }
    nearest[row] = position;
  };
  for (let i = 0; i < covered.length; i++) cover(covered[i], -1);
  const order = new Uint32Array(count);
  // Before any row is covered all are equally far, so the first is the one nearest to the mean.
  const precedes = (a: number, b: number) =>
    squares[b] - squares[a] || fromCentre[a] - fromCentre[b] || a - b;
  for (let position = 0; position < count; position++) {
    const row = nth([...open], position === 0 && covered.length === 0 ? 0 : outliers, precedes);
    order[position] = row;
    cover(row, position);
  }
  return { order, distances: squares.map(Math.sqrt), nearest };
}

/** The element that comes after n others, or the last. */
function nth(elements: number[], n: number, compare: (a: number, b: number) => number): number {
  if (n === 0) return elements.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  return elements.sort(compare)[Math.min(n, elements.length - 1)];
}
