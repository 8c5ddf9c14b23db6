import { distancesFromMean } from './distances-from-mean.js';
import { squaredDistance, type Rows } from './dot-products.js';
import { means } from './lloyd.js';

/** One row for each cluster. */
export interface Representatives {
  /** Per cluster the row nearest to the cluster's mean. */
  readonly rows: Uint32Array;
  /** Per cluster the number of its rows. */
  readonly sizes: Uint32Array;
  /** Per row the squared distance to the mean of all rows. */
  readonly fromCentre: Float64Array;
}

/** Distances that differ by less than this share count as equal: rounding must not choose. */
const TOLERANCE = 1e-12;

/**
 * The row of each cluster that is nearest to the cluster's mean, which is also the one with the least sum of squared
 * distances to the others. Of equally near ones (both rows of a pair are) the one nearer to the mean of all rows, then the
 * lowest index. O(values).
 *
 * @param clusters - number of clusters, none empty
 */
export function representatives(rows: Rows, labels: Uint32Array, clusters: number): Representatives {
  const centres = means(rows, labels, clusters);
  const fromCentre = distancesFromMean(rows);
  const chosen = new Uint32Array(clusters);
  const sizes = new Uint32Array(clusters);
  const least = new Float64Array(clusters).fill(Infinity);
  labels.forEach((label, row) => {
    const distance = squaredDistance(rows, row, centres, label);
    const isNearer = distance < least[label] * (1 - TOLERANCE);
    const isAsNear = distance <= least[label] * (1 + TOLERANCE);
    if (sizes[label] === 0 || isNearer || (isAsNear && fromCentre[row] < fromCentre[chosen[label]])) {
      least[label] = distance;
      chosen[label] = row;
    }
    sizes[label]++;
  });
  return { rows: chosen, sizes, fromCentre };
}
