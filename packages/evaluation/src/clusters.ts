import type { Clusters } from '@goldpan/core';
import { holm } from '@goldpan/stats';

/** How neighbouring systems are told apart. */
export interface ClusterOptions {
  /**
   * `neighbour` (default, as subset2evaluate): each system is tested against the one ranked just above it; a chain of small
   * steps stays one cluster. `head`: all lower systems are tested against the best of the cluster, with Holm's correction;
   * the first that is lower opens the next cluster.
   */
  readonly method?: 'neighbour' | 'head';
  /** A p-value below this opens a new cluster. Default 0.05. */
  readonly alpha?: number;
}

/** Paired comparisons of two systems. */
export interface Comparisons {
  /** The p-value that a system scores lower than another. */
  pValue(lower: number, upper: number): number;
  /** Whether two systems have the same score on every item. */
  identical(a: number, b: number): boolean;
}

/** Groups systems by their tests. O(S) tests for `neighbour`, O(S²) at most for `head`. */
export function clusterSystems(
  standing: { readonly means: Float64Array; readonly order: Uint32Array },
  comparisons: Comparisons,
  { method, alpha }: Required<ClusterOptions>,
): Clusters {
  const order = identicalTogether(standing, comparisons);
  const pValues =
    method === 'head' ? headPValues(order, comparisons, alpha) : neighbourPValues(order, comparisons);
  const clusterOf = new Uint32Array(order.length);
  let cluster = 0;
  for (let k = 1; k < order.length; k++) {
    if (pValues[k - 1] < alpha) cluster++;
    clusterOf[order[k]] = cluster;
  }
  return { order, clusterOf, count: cluster + 1, pValues };
}

/** Brings systems behind one that is identical, past others of the same mean: those could part the two. */
function identicalTogether(
  { means, order }: { readonly means: Float64Array; readonly order: Uint32Array },
  { identical }: Comparisons,
): Uint32Array {
  const together = order.slice();
  for (let k = 0; k < order.length; k++) {
    const mean = means[together[k]];
    for (let next = k + 1; next < order.length && means[together[next]] === mean; next++) {
      const system = together[next];
      if (!identical(system, together[k])) continue;
      together.copyWithin(k + 2, k + 1, next);
      together[k + 1] = system;
      break;
    }
  }
  return together;
}

function neighbourPValues(order: Uint32Array, { pValue }: Comparisons): Float64Array {
  return Float64Array.from({ length: order.length - 1 }, (_, k) => pValue(order[k + 1], order[k]));
}

function headPValues(order: Uint32Array, { pValue }: Comparisons, alpha: number): Float64Array {
  const pValues = new Float64Array(order.length - 1);
  for (let head = 0; head < pValues.length;) {
    const adjusted = holm(
      Float64Array.from(order.subarray(head + 1), (system) => pValue(system, order[head])),
    );
    const parting = adjusted.findIndex((p) => p < alpha);
    const last = parting < 0 ? adjusted.length - 1 : parting;
    pValues.set(adjusted.subarray(0, last + 1), head);
    head += last + 1;
  }
  return pValues;
}
