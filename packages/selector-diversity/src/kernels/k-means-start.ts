import type { Rng } from '@goldpan/core';
import { dotProducts, type Rows } from './dot-products.js';
import { squaredNorms } from './row-norms.js';

/**
 * Starting centres for k-means, spread out: greedy k-means++. Each next centre is drawn among the rows with a chance in
 * proportion to the squared distance to the nearest centre so far; of 2 + ⌊ln k⌋ draws the one that lowers the sum of
 * those distances most is kept. Where all distances are 0, rows follow in input order.
 *
 * @param k - at most the number of rows
 * @remarks O(k · log k · values).
 */
export function kMeansStart(rows: Rows, k: number, rng: Rng): Rows {
  const { dimensions, values } = rows;
  const norms = squaredNorms(rows);
  const nearest = new Float64Array(norms.length).fill(Infinity);
  const centres = new Float64Array(k * dimensions);
  const taken = new Set<number>();
  for (let centre = 0; centre < k; centre++) {
    const drawn = drawRows(nearest, taken, { draws: centre === 0 ? 1 : 2 + Math.floor(Math.log(k)), rng });
    const distances = distancesTo(drawn, rows, norms);
    const best = leastPotential(distances, nearest);
    for (let row = 0; row < nearest.length; row++) {
      nearest[row] = Math.min(nearest[row], distances[best * nearest.length + row]);
    }
    taken.add(drawn[best]);
    centres.set(
      values.subarray(drawn[best] * dimensions, (drawn[best] + 1) * dimensions),
      centre * dimensions,
    );
  }
  return { dimensions, values: centres };
}

function drawRows(
  nearest: Float64Array,
  taken: ReadonlySet<number>,
  { draws, rng }: { draws: number; rng: Rng },
): number[] {
  if (taken.size === 0) return [rng.integer(nearest.length)];
  const total = nearest.reduce((sum, value) => sum + value, 0);
  if (total === 0) return [nearest.findIndex((_, row) => !taken.has(row))];
  return Array.from({ length: draws }, () => rowAt(nearest, rng.next() * total));
}

/** Squared distances of all rows to some of them: shape (some, rows). */
function distancesTo(some: readonly number[], rows: Rows, norms: Float64Array): Float64Array {
  const size = norms.length;
  const distances = new Float64Array(some.length * size);
  const picked = {
    dimensions: rows.dimensions,
    values: Float64Array.from({ length: some.length * rows.dimensions }, (_, at) => {
      const row = some[Math.floor(at / rows.dimensions)];
      return rows.values[row * rows.dimensions + (at % rows.dimensions)];
    }),
  };
  dotProducts({ rows: picked, start: 0, end: some.length }, { rows, start: 0, end: size }, distances);
  return distances.map((product, at) =>
    Math.max(0, norms[some[Math.floor(at / size)]] + norms[at % size] - 2 * product),
  );
}

/** Which of some rows, as a further centre, leaves the least sum of distances. */
function leastPotential(distances: Float64Array, nearest: Float64Array): number {
  const size = nearest.length;
  let best = 0;
  let least = Infinity;
  for (let draw = 0; draw * size < distances.length; draw++) {
    let potential = 0;
    for (let row = 0; row < size; row++) potential += Math.min(nearest[row], distances[draw * size + row]);
    if (potential < least) {
      least = potential;
      best = draw;
    }
  }
  return best;
}

/** The row at which the running sum passes a point. */
function rowAt(weights: Float64Array, point: number): number {
  let last = 0;
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] === 0) continue;
    last = row;
    point -= weights[row];
    if (point < 0) return row;
  }
  return last;
}
