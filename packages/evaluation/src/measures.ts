import { unknownMeasure } from './errors.js';
import * as values from './measure-values.js';
import type { MeasureFunction } from './measure-values.js';

/** How well a subset reproduces the full-data result, as one number. */
export interface Measure {
  readonly name: MeasureName;
  /** One sentence for lists. */
  readonly summary: string;
  /** Whether a higher or a lower value is better. */
  readonly direction: 'higher' | 'lower';
  /** Smallest and largest possible value. */
  readonly range: readonly [low: number, high: number];
  /** Whether the value compares with the full data; otherwise it describes the subset alone. */
  readonly relative: boolean;
  /** `predicate`: 1 for yes and 0 for no. */
  readonly kind: 'score' | 'predicate';
}

interface Definition extends Omit<Measure, 'name'> {
  readonly value: MeasureFunction;
}

const score = { direction: 'higher', range: [0, 1], relative: true, kind: 'score' } as const;
const correlation = { ...score, range: [-1, 1] } as const;
const error = { ...score, direction: 'lower', range: [0, Infinity] } as const;
const predicate = { ...score, kind: 'predicate' } as const;

const definitions = {
  spa: {
    ...score,
    summary: 'Soft pairwise accuracy: 1 − mean |p in the subset − p in the full data| over pairs of systems.',
    value: values.softPairwiseAccuracy,
  },
  'pairwise-accuracy': {
    ...score,
    summary: 'Share of pairs of systems that the means order as in the full data.',
    value: values.pairwiseAccuracy,
  },
  kendall: {
    ...correlation,
    summary: "Kendall's tau-b between system means of subset and full data.",
    value: values.kendall,
  },
  spearman: {
    ...correlation,
    summary: 'Spearman correlation between system means of subset and full data.',
    value: values.spearmanOfMeans,
  },
  pearson: {
    ...correlation,
    summary: 'Pearson correlation between system means of subset and full data.',
    value: values.pearsonOfMeans,
  },
  'top-weighted-kendall': {
    ...correlation,
    summary: "Kendall's tau in which systems weigh 1/(rank + 1)² by their rank in the full data.",
    value: values.topWeighted,
  },
  'mean-absolute-error': {
    ...error,
    summary: 'Mean absolute difference of the system means.',
    value: values.meanAbsoluteError,
  },
  'mean-squared-error': {
    ...error,
    summary: 'Mean squared difference of the system means.',
    value: values.meanSquaredError,
  },
  'root-mean-squared-error': {
    ...error,
    summary: 'Root of the mean squared difference of the system means.',
    value: values.rootMeanSquaredError,
  },
  clusters: {
    ...score,
    range: [1, Infinity],
    relative: false,
    summary: 'Number of groups of systems that the subset can tell apart.',
    value: values.clusterCount,
  },
  'top-cluster-f1': {
    ...score,
    summary: 'Overlap (F1) of the top cluster of the subset with that of the full data.',
    value: values.topClusterF1,
  },
  'top-percentile': {
    ...score,
    summary: 'Place, in the full data, of the system the subset puts first: 1 = best, 0 = worst.',
    value: values.topPercentile,
  },
  'same-best': {
    ...predicate,
    summary: 'Is the system that the subset puts first the best of the full data?',
    value: values.sameBest,
  },
  'same-clusters': {
    ...predicate,
    summary: 'Are the clusters the same groups in the same order?',
    value: values.sameClusters,
  },
  'same-ranking': {
    ...predicate,
    summary: 'Is every pair of systems ordered as in the full data, ties included?',
    value: values.sameRanking,
  },
} satisfies Record<string, Definition>;

/** The name of a measure. */
export type MeasureName = keyof typeof definitions;

/** Every measure, in the order in which they are listed. */
export const measures: readonly Measure[] = Object.entries(definitions).map(([name, definition]) => {
  const { value: _value, ...description } = definition;
  return Object.freeze({ name: name as MeasureName, ...description });
});

/** The measure of a name. @throws UNKNOWN_MEASURE */
export function resolveMeasure(name: string): Measure {
  const measure = measures.find((candidate) => candidate.name === name);
  if (measure === undefined) {
    throw unknownMeasure(
      name,
      measures.map((known) => known.name),
    );
  }
  return measure;
}

/** The function that computes a measure. @throws UNKNOWN_MEASURE */
export function measureFunction(name: string): MeasureFunction {
  return definitions[resolveMeasure(name).name].value;
}
