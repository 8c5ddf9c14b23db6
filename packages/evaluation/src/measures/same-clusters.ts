import { defineMeasure } from '@goldpan/core';

/** 1 when the clusters are the same groups in the same order. */
export const sameClusters = defineMeasure({
  name: 'same-clusters',
  title: 'Same clusters',
  summary: 'Are the clusters the same groups in the same order?',
  direction: 'higher',
  range: [0, 1],
  kind: 'predicate',
  of: ({ clusters: inSubset }, { clusters: inFull }) =>
    Number(inSubset.clusterOf.every((cluster, system) => cluster === inFull.clusterOf[system])),
});
