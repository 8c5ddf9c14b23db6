import type { SelectorResult } from '@goldpan/core';
import type { Rows } from '../kernels/dot-products.js';
import { representatives } from '../kernels/representatives.js';

/**
 * The selection that a partition of the items gives: from each cluster the item nearest to its mean, larger clusters first,
 * then items nearer to the mean of all; each stands for the items of its cluster.
 * The utility of a chosen item is its weight, that of others 0.
 *
 * @param clusters - number of clusters, none empty
 */
export function fromClusters(
  rows: Rows,
  labels: Uint32Array,
  clusters: number,
): Required<Pick<SelectorResult, 'utilities' | 'chosen' | 'weights'>> {
  const { rows: items, sizes, fromCentre } = representatives(rows, labels, clusters);
  const weights = new Float64Array(labels.length);
  items.forEach((item, cluster) => (weights[item] = sizes[cluster]));
  return {
    utilities: weights.slice(),
    chosen: items.sort((a, b) => weights[b] - weights[a] || fromCentre[a] - fromCentre[b] || a - b),
    weights,
  };
}
