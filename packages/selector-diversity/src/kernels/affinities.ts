import { distancesFromMean } from './distances-from-mean.js';
import { dotProducts, type Rows } from './dot-products.js';
import { normaliseRows } from './normalise-rows.js';
import { squaredNorms } from './row-norms.js';

/** How near candidates are to the rows they are to stand for. */
export interface Affinities {
  /** Number of candidates. */
  readonly candidates: number;
  /** Number of rows to stand for. */
  readonly targets: number;
  /** Shape (candidates, targets): 0 or more, higher = nearer. */
  readonly values: Float32Array;
  /** Per candidate its squared distance to the mean of the targets: of equals the nearer one is taken. */
  readonly fromMean?: Float64Array;
}

/** Rows whose products are taken at a time. */
const BLOCK = 24;

/**
 * Cosines of all candidates with all targets, in single precision; below 0, and for rows of zeros, 0.
 *
 * @remarks O(candidates · targets · dimensions) time, 4 · candidates · targets bytes. When both are the same rows, half
 * the work.
 */
export function cosineAffinities(candidates: Rows, targets: Rows = candidates): Affinities {
  const from = normaliseRows(candidates);
  const to = targets === candidates ? from : normaliseRows(targets);
  const table = tableOf(from, to, (_i, _j, product) => Math.max(0, product));
  return { ...table, fromMean: distancesFromMean(candidates, targets) };
}

/**
 * How much less than the greatest distance between any two the distance of each candidate and target is: maximising sums of
 * these minimises sums of distances. Euclidean distances, or their squares; single precision. Costs as `cosineAffinities`.
 */
export function nearnessAffinities(
  candidates: Rows,
  targets: Rows = candidates,
  of: 'distances' | 'squares' = 'distances',
): Affinities {
  const from = squaredNorms(candidates);
  const to = targets === candidates ? from : squaredNorms(targets);
  const table = tableOf(candidates, targets, (i, j, product) => {
    const square = Math.max(0, from[i] + to[j] - 2 * product);
    return of === 'squares' ? square : Math.sqrt(square);
  });
  let greatest = 0;
  const { values } = table;
  for (let at = 0; at < values.length; at++) if (values[at] > greatest) greatest = values[at];
  for (let at = 0; at < values.length; at++) values[at] = greatest - values[at];
  return { ...table, fromMean: distancesFromMean(candidates, targets) };
}

function tableOf(
  candidates: Rows,
  targets: Rows,
  affinity: (i: number, j: number, product: number) => number,
): Omit<Affinities, 'fromMean'> {
  const size = candidates.values.length / candidates.dimensions;
  const width = targets.values.length / targets.dimensions;
  const isSymmetric = candidates === targets;
  const values = new Float32Array(size * width);
  const products = new Float64Array(BLOCK * width);
  for (let start = 0; start < size; start += BLOCK) {
    const end = Math.min(size, start + BLOCK);
    const first = isSymmetric ? start : 0;
    dotProducts({ rows: candidates, start, end }, { rows: targets, start: first, end: width }, products);
    for (let i = start; i < end; i++) {
      const line = (i - start) * (width - first) - first;
      for (let j = first; j < width; j++) values[i * width + j] = affinity(i, j, products[line + j]);
    }
  }
  if (isSymmetric) mirror(values, size);
  return { candidates: size, targets: width, values };
}

/** Copies the upper triangle to the lower one, in squares that stay in the cache. */
function mirror(values: Float32Array, size: number): void {
  const side = 64;
  for (let top = 0; top < size; top += side) {
    for (let left = 0; left <= top; left += side) {
      for (let i = top; i < Math.min(size, top + side); i++) {
        for (let j = left; j < Math.min(i, left + side); j++) values[i * size + j] = values[j * size + i];
      }
    }
  }
}
