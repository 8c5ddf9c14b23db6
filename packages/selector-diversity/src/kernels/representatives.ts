import type { Rows } from './dot-products.js';
import { means } from './lloyd.js';

/** One row for each cluster. */
export interface Representatives {
  /** Per cluster the row nearest to the cluster's mean. */
  readonly rows: Uint32Array;
  /** Per cluster the number of its rows. */
  readonly sizes: Uint32Array;
}

/** Distances that differ by less than this share count as equal: rounding must not choose. */
const TOLERANCE = 1e-12;

/**
 * The row of each cluster that is nearest to the cluster's mean, which is also the one with the least sum of squared
 * distances to the others; ties go to the lowest index. O(values).
 *
 * @param clusters - number of clusters, none empty
 */
export function representatives(rows: Rows, labels: Uint32Array, clusters: number): Representatives {
  const centres = means(rows, labels, clusters);
  const { dimensions, values } = rows;
  const chosen = new Uint32Array(clusters);
  const sizes = new Uint32Array(clusters);
  const least = new Float64Array(clusters).fill(Infinity);
  labels.forEach((label, row) => {
    sizes[label]++;
    let distance = 0;
    for (let d = 0; d < dimensions; d++) {
      distance += (values[row * dimensions + d] - centres.values[label * dimensions + d]) ** 2;
    }
    if (distance < least[label] * (1 - TOLERANCE)) {
      least[label] = distance;
      chosen[label] = row;
    }
  });
  return { rows: chosen, sizes };
}
