import { defineMeasure } from '@goldpan/core';

/** 2|A ∩ B| / (|A| + |B|) of the top clusters. */
export const topClusterF1 = defineMeasure({
  name: 'top-cluster-f1',
  title: 'Agreement on the top cluster (F1)',
  summary: 'Overlap (F1) of the top cluster of the subset with that of the full data.',
  direction: 'higher',
  range: [0, 1],
  of(subset, full) {
    let both = 0;
    let either = 0;
    subset.clusters.clusterOf.forEach((cluster, system) => {
      const inSubset = Number(cluster === 0);
      const inFull = Number(full.clusters.clusterOf[system] === 0);
      both += inSubset * inFull;
      either += inSubset + inFull;
    });
    return (2 * both) / either;
  },
});
