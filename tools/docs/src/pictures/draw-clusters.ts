import type { Clusters } from '@goldpan/core';
import { significanceClusters } from '@goldpan/evaluation';
import { mean } from '@goldpan/stats';
import { dot, line, picture, scale, text } from './svg.js';
import type { RealRun } from './real-run.js';
import { takeRows } from './take-rows.js';

const ITEMS = 88;

/** Means of the systems in their clusters, on all items and on picked ones. */
export function drawClusters({ systems, scores, ranking, full }: RealRun): string {
  const subset = takeRows(scores, ranking.subarray(0, ITEMS));
  const sides = [
    { title: `all ${full.size} items`, scores, kind: 'all', left: 20 },
    { title: `${ITEMS} picked items`, scores: subset, kind: 'picked', left: 400 },
  ];
  const parts = sides.flatMap(({ title, scores, kind, left }) => {
    const means = Array.from({ length: systems.length }, (_, system) =>
      mean(scores.values, { offset: system, stride: systems.length, length: scores.items }),
    );
    const clusters = significanceClusters(scores);
    const x = scale([Math.min(...means), Math.max(...means)], [left + 145, left + 320]);
    return [
      text(left, 60, `${title}: ${clusters.count} clusters`, 'class="faint"'),
      ...[...clusters.order].flatMap((system, rank) => {
        const y = heightOf(rank, clusters);
        return [
          text(left + 130, y + 4, systems[system], 'text-anchor="end"'),
          dot(x(means[system]), y, kind),
          text(x(means[system]) + 10, y + 4, means[system].toFixed(2), 'class="faint"'),
          ...(opensCluster(rank, clusters) ? [line([left, y - 19], [left + 350, y - 19], 'axis')] : []),
        ];
      }),
    ];
  });
  return picture('Systems by mean human score; a line parts clusters', 92 + 26 * systems.length + 40, parts);
}

function opensCluster(rank: number, { order, clusterOf }: Clusters): boolean {
  return rank > 0 && clusterOf[order[rank]] !== clusterOf[order[rank - 1]];
}

function heightOf(rank: number, { order, clusterOf }: Clusters): number {
  return 92 + 26 * rank + 12 * clusterOf[order[rank]];
}
