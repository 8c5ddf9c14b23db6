import { dotProducts, type Rows } from './dot-products.js';
import { squaredNorms } from './row-norms.js';

/** A partition of rows into clusters with a centre each. */
export interface Clustering {
  /** Per row the number of its cluster. */
  readonly labels: Uint32Array;
  /** The mean of each cluster's rows. */
  readonly centres: Rows;
  /** Sum of squared distances of the rows to their centres. */
  readonly inertia: number;
}

const ROUNDS = 300;
/** Rows that are compared with all centres at a time. */
const BLOCK = 66;

/**
 * Lloyd's k-means from given centres, until no row changes its cluster, 300 rounds at most. No cluster is ever left empty:
 * one that loses its last row takes the row that lies farthest from its centre among clusters of two or more.
 *
 * @param start - k centres, k at most the number of rows
 * @remarks O(rounds · rows · k · dimensions). A row stays where it is when another centre is only as near; otherwise the
 * lowest number wins.
 */
export function lloyd(rows: Rows, start: Rows): Clustering {
  const norms = squaredNorms(rows);
  const labels = new Uint32Array(norms.length);
  const distances = new Float64Array(norms.length);
  let centres = start;
  for (let round = 0; round < ROUNDS; round++) {
    const changed = assign({ rows, norms, centres, isFirst: round === 0 }, labels, distances);
    const filled = fillEmpty(labels, distances, centres.values.length / centres.dimensions);
    if (round > 0 && changed + filled === 0) break;
    centres = means(rows, labels, centres.values.length / centres.dimensions);
  }
  return { labels, centres, inertia: distances.reduce((sum, distance) => sum + distance, 0) };
}

interface Step {
  readonly rows: Rows;
  readonly norms: Float64Array;
  readonly centres: Rows;
  readonly isFirst: boolean;
}

/** Moves every row to its nearest centre. Returns how many moved. */
function assign(step: Step, labels: Uint32Array, distances: Float64Array): number {
  const { rows, norms, centres, isFirst } = step;
  const ofCentres = squaredNorms(centres);
  const k = ofCentres.length;
  const products = new Float64Array(BLOCK * k);
  let moved = 0;
  for (let start = 0; start < norms.length; start += BLOCK) {
    const end = Math.min(norms.length, start + BLOCK);
    dotProducts({ rows, start, end }, { rows: centres, start: 0, end: k }, products);
    for (let row = start; row < end; row++) {
      const line = (row - start) * k;
      // |centre|² − 2 row·centre orders centres as their distances do.
      let best = isFirst ? 0 : labels[row];
      let least = ofCentres[best] - 2 * products[line + best];
      for (let centre = 0; centre < k; centre++) {
        const value = ofCentres[centre] - 2 * products[line + centre];
        if (value < least) {
          least = value;
          best = centre;
        }
      }
      if (best !== labels[row]) moved++;
      labels[row] = best;
      distances[row] = Math.max(0, norms[row] + least);
    }
  }
  return moved;
}

/** Gives every empty cluster a row. Returns how many there were. */
function fillEmpty(labels: Uint32Array, distances: Float64Array, k: number): number {
  const sizes = new Uint32Array(k);
  for (const label of labels) sizes[label]++;
  let filled = 0;
  for (let cluster = 0; cluster < k; cluster++) {
    if (sizes[cluster] > 0) continue;
    let farthest = -1;
    for (let row = 0; row < labels.length; row++) {
      if (sizes[labels[row]] < 2) continue;
      if (farthest < 0 || distances[row] > distances[farthest]) farthest = row;
    }
    sizes[labels[farthest]]--;
    sizes[cluster]++;
    labels[farthest] = cluster;
    distances[farthest] = 0;
    filled++;
  }
  return filled;
}

/** The mean of each cluster's rows; every cluster has one. O(values). */
export function means({ dimensions, values }: Rows, labels: Uint32Array, k: number): Rows {
  const sums = new Float64Array(k * dimensions);
  const sizes = new Float64Array(k);
  labels.forEach((label, row) => {
    sizes[label]++;
    for (let d = 0; d < dimensions; d++) sums[label * dimensions + d] += values[row * dimensions + d];
  });
  return { dimensions, values: sums.map((sum, at) => sum / sizes[Math.floor(at / dimensions)]) };
}
