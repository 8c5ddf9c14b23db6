import type { Clusters, ScoreMatrix } from '@goldpan/core';
import type { ClusterOptions } from './clusters.js';
import { fullData } from './full-data.js';
import type { MissingPolicy } from './missing.js';

/**
 * Groups of systems that the items cannot tell apart: one-sided Wilcoxon signed-rank tests between ranked systems.
 * Systems with identical scores share a cluster.
 *
 * @param scores - shape (items, systems), higher is better
 * @throws TOO_FEW_ITEMS, TOO_FEW_SYSTEMS, MISSING_CELLS, INVALID_SETTING
 * @remarks `neighbour` is subset2evaluate's `compute_clusters`, but for identical systems, which it parts. Wilcoxon as
 * `wilcoxonSignedRank` of @goldpan/stats. O(S·N log N), or O(S²·N log N) at most for `head`.
 *
 * @example
 * ```ts
 * import { significanceClusters } from '@goldpan/evaluation';
 *
 * const values = Float64Array.from({ length: 24 }, (_, cell) => (cell % 2 === 0 ? 5 : 0) + (cell % 7));
 * significanceClusters({ items: 12, systems: 2, values }).count; // → 2
 * ```
 */
export function significanceClusters(
  scores: ScoreMatrix,
  options: ClusterOptions & { readonly missing?: MissingPolicy } = {},
): Clusters {
  const { missing, ...clusters } = options;
  return fullData(scores, { clusters, missing }).standing.clusters;
}
