import { defineMeasure } from '@goldpan/core';

export const clusters = defineMeasure({
  name: 'clusters',
  title: 'Clusters of systems',
  summary: 'Number of groups of systems that the subset can tell apart.',
  direction: 'higher',
  range: [1, Infinity],
  kind: 'count',
  relative: false,
  of: (subset) => subset.clusters.count,
});
