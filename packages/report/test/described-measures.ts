import type { DescribedMeasure } from '@goldpan/core';

const described = (
  name: string,
  title: string,
  further: Partial<DescribedMeasure> = {},
): DescribedMeasure => ({
  name,
  title,
  label: name,
  direction: 'higher',
  kind: 'score',
  relative: true,
  ...further,
});

/** Measures as documents describe them. */
export const describedMeasures: readonly DescribedMeasure[] = [
  described('spa', 'Soft pairwise accuracy (SPA)', { label: 'SPA' }),
  described('pairwise-accuracy', 'Pairwise accuracy'),
  described('kendall', 'Kendall’s tau-b'),
  described('pearson', 'Pearson correlation'),
  described('mean-absolute-error', 'Mean absolute error', { direction: 'lower' }),
  described('clusters', 'Clusters of systems', { kind: 'count', relative: false }),
  described('same-best', 'Same best system', { kind: 'predicate' }),
  described('same-ranking', 'Same ranking', { kind: 'predicate' }),
];
