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

/** Systems in groups that the items cannot tell apart, best first. */
export interface Clusters {
  /** Systems by mean, highest first; ties keep the order of the columns. */
  readonly order: Uint32Array;
  /** Per system, the number of its cluster; 0 = top. */
  readonly clusterOf: Uint32Array;
  readonly count: number;
  /**
   * Shape (S − 1): element k is the p-value that kept system `order[k + 1]` in its cluster or parted it from the one above,
   * one-sided Wilcoxon signed-rank; Holm-adjusted for `head`. 1 for systems with identical scores.
   */
  readonly pValues: Float64Array;
}

/** The p-value that a system scores lower than another. */
export type LowerTest = (lower: number, upper: number) => number;

/** Groups ranked systems by their tests. O(S) tests for `neighbour`, O(S²) at most for `head`. */
export function clusterSystems(
  order: Uint32Array,
  test: LowerTest,
  options: Required<ClusterOptions>,
): Clusters {
  const pValues =
    options.method === 'head' ? headPValues(order, test, options.alpha) : neighbourPValues(order, test);
  const clusterOf = new Uint32Array(order.length);
  let cluster = 0;
  for (let k = 1; k < order.length; k++) {
    if (pValues[k - 1] < options.alpha) cluster++;
    clusterOf[order[k]] = cluster;
  }
  return { order, clusterOf, count: cluster + 1, pValues };
}

function neighbourPValues(order: Uint32Array, test: LowerTest): Float64Array {
  return Float64Array.from({ length: order.length - 1 }, (_, k) => test(order[k + 1], order[k]));
}

function headPValues(order: Uint32Array, test: LowerTest, alpha: number): Float64Array {
  const pValues = new Float64Array(order.length - 1);
  for (let head = 0; head < pValues.length;) {
    const adjusted = holm(Float64Array.from(order.subarray(head + 1), (system) => test(system, order[head])));
    const parting = adjusted.findIndex((p) => p < alpha);
    const last = parting < 0 ? adjusted.length - 1 : parting;
    pValues.set(adjusted.subarray(0, last + 1), head);
    head += last + 1;
  }
  return pValues;
}
