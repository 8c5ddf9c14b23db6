import { formatCount, formatMeasure } from './numbers.js';

const TITLES = new Map([
  ['spa', 'Soft pairwise accuracy (SPA)'],
  ['pairwise-accuracy', 'Pairwise accuracy'],
  ['kendall', 'Kendall’s tau-b'],
  ['spearman', 'Spearman correlation'],
  ['pearson', 'Pearson correlation'],
  ['top-weighted-kendall', 'Top-weighted Kendall’s tau'],
  ['mean-absolute-error', 'Mean absolute error'],
  ['mean-squared-error', 'Mean squared error'],
  ['root-mean-squared-error', 'Root mean squared error'],
  ['clusters', 'Clusters of systems'],
  ['top-cluster-f1', 'Agreement on the top cluster (F1)'],
  ['top-percentile', 'Place of the best system'],
  ['same-best', 'Same best system'],
  ['same-clusters', 'Same clusters'],
  ['same-ranking', 'Same ranking'],
]);

/** A measure as a heading has it; one that is not known keeps its name. */
export function measureTitle(measure: string): string {
  return TITLES.get(measure) ?? measure;
}

/** A measure as a sentence or a column has it: `SPA`. */
export function measureLabel(measure: string): string {
  return measure === 'spa' ? 'SPA' : measure;
}

/** Which way a measure goes, for the note of a chart. */
export function measureDirection(measure: string): string {
  return measure.endsWith('-error') ? 'Lower is better.' : 'Higher is better.';
}

/** One value of a measure: `yes` or `no` where it asks whether something is the same, a count where it counts. */
export function measureValue(measure: string, value: number | null | undefined): string {
  if (measure.startsWith('same-') && (value === 0 || value === 1)) return value === 1 ? 'yes' : 'no';
  if (measure === 'clusters' && Number.isInteger(value)) return formatCount(value!);
  return formatMeasure(value);
}
