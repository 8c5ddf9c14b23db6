import { completeScores, metricOption, resolveMetric, z, type Dataset } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { noFeatures, unknownSystem } from '../errors.js';
import type { Rows } from '../kernels/dot-products.js';
import type { Work } from './embedder.js';
import { embeddingOptions, type EmbeddingOptions } from './embedding-options.js';
import { outputVectors, sourceVectors, type ItemVectors } from './text-vectors.js';

/** By what items are compared; the options that every set selector has. */
export const featureOptions = {
  features: z
    .enum(['sources', 'outputs', 'system', 'scores'])
    .default('sources')
    .describe(
      'By what items are compared: sources, outputs (the mean vector of an item’s outputs), system (the outputs of ' +
        'one system), scores (metric scores over systems, less their mean in the item)',
    ),
  system: z.string().optional().describe('For features=system: whose outputs'),
  metric: metricOption()
    .optional()
    .describe('For features=scores: the metric; default: the only one there is'),
  // With these, clusters of sources keep to documents two to three times as well as with 512 places and no reduction.
  ...embeddingOptions({ dimensions: 8192, reduce: 64 }),
};

export interface FeatureOptions extends EmbeddingOptions {
  readonly features: 'sources' | 'outputs' | 'system' | 'scores';
  readonly system?: string;
  readonly metric?: string;
}

/**
 * The vectors by which items are compared.
 *
 * @param who - the selector, for error texts
 * @throws NO_FEATURES, UNKNOWN_SYSTEM, MISSING_SOURCE, MISSING_OUTPUT, NO_VECTORS; for scores METRIC_NOT_CHOSEN,
 * UNKNOWN_METRIC and MISSING_SCORES
 */
export async function itemVectors(
  who: string,
  dataset: Dataset,
  options: FeatureOptions,
  work: Work = {},
): Promise<ItemVectors> {
  const { features } = options;
  const available = availableFeatures(dataset);
  if (!available.includes(features)) throw noFeatures(who, features, available);
  if (features === 'scores') {
    const metric = resolveMetric(dataset, options.metric);
    return { rows: centredScores(dataset, metric), from: `scores of ${metric}` };
  }
  if (features === 'sources') return sourceVectors(dataset, options, work);
  const systems =
    features === 'outputs' ? dataset.systems.map((_, s) => s) : [systemNamed(dataset, options.system)];
  const { rows, from } = await outputVectors(dataset, options, work);
  return { rows: meanOfSystems(rows, dataset.systems.length, systems), from };
}

/**
 * Scores of each item less the item's mean: how the item separates systems, whatever its difficulty.
 *
 * @returns shape (items, systems)
 * @throws UNKNOWN_METRIC, MISSING_SCORES
 */
export function centredScores(dataset: Dataset, metric: string): Rows {
  const { systems, values } = completeScores(dataset, metric);
  const centred = new Float64Array(values.length);
  for (let offset = 0; offset < values.length; offset += systems) {
    const level = mean(values, { offset, length: systems });
    for (let cell = offset; cell < offset + systems; cell++) centred[cell] = values[cell] - level;
  }
  return { dimensions: systems, values: centred };
}

function availableFeatures(dataset: Dataset): string[] {
  const hasSources = dataset.sources !== undefined || dataset.embeddings?.sources !== undefined;
  const hasOutputs = dataset.outputs !== undefined || dataset.embeddings?.outputs !== undefined;
  return [
    ...(hasSources ? ['sources'] : []),
    ...(hasOutputs ? ['outputs', 'system'] : []),
    ...(dataset.metrics.length > 0 ? ['scores'] : []),
  ];
}

function systemNamed(dataset: Dataset, name: string | undefined): number {
  const system = name === undefined ? -1 : dataset.systems.indexOf(name);
  if (system < 0) throw unknownSystem(name, dataset.systems);
  return system;
}

/** Of vectors per cell, the mean over some systems per item. */
function meanOfSystems({ dimensions, values }: Rows, perItem: number, systems: readonly number[]): Rows {
  const items = values.length / dimensions / perItem;
  const means = new Float64Array(items * dimensions);
  for (let item = 0; item < items; item++) {
    for (const system of systems) {
      const from = (item * perItem + system) * dimensions;
      for (let d = 0; d < dimensions; d++) means[item * dimensions + d] += values[from + d] / systems.length;
    }
  }
  return { dimensions, values: means };
}
