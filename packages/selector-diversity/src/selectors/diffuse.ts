import { defineSelector, tooFewSystems, z } from '@goldpan/core';
import { embeddingOptions } from '../embedding/embedding-options.js';
import { outputVectors } from '../embedding/text-vectors.js';
import type { Rows } from '../kernels/dot-products.js';
import { cutLinkage, wardLinkage } from '../kernels/ward.js';
import { fromClusters } from './from-clusters.js';
import { setBudget } from './set-budget.js';

/**
 * DiffUse: items are clustered by how the outputs of the systems differ, and each cluster gives its middle item. An item's
 * vector is the mean over unordered pairs of systems of the difference of their output vectors (first system in the order
 * of the data minus second). Ward's clustering, cut into as many clusters as the budget has items.
 *
 * `variant=reference` averages each difference over its dimensions instead, one number per pair, as subset2evaluate 1.0.25
 * does; the paper means the default.
 *
 * @throws BUDGET_NOT_IN_ITEMS, TOO_FEW_SYSTEMS, MISSING_OUTPUT, and what the source of embeddings throws
 * @remarks Ashury-Tahan et al. 2024, Label-Efficient Model Selection for Text Generation. O(N² · dimensions) time, 4 N² bytes.
 */
export const diffuse = defineSelector({
  name: 'diffuse',
  summary: 'One item from the middle of each kind of difference between the outputs of the systems.',
  needs: ['outputs', 'budget'],
  traits: { deterministic: true },
  options: z.object({
    variant: z
      .enum(['paper', 'reference'])
      .default('paper')
      .describe(
        'What a difference of outputs is: paper (the mean vector over pairs), reference (per pair the mean over dimensions)',
      ),
    // No reduction: the strongest directions are what items are about, not how outputs differ.
    ...embeddingOptions({ dimensions: 1024, reduce: 0 }),
  }),
  async select(dataset, options, context) {
    const systems = dataset.systems.length;
    if (systems < 2) throw tooFewSystems('diffuse', systems, 2);
    const k = setBudget('diffuse', context, dataset.size);
    const { rows, from } = await outputVectors(dataset, options, context);
    const differences =
      options.variant === 'paper' ? meanDifferences(rows, systems) : differencesOfMeans(rows, systems);
    context.signal?.throwIfAborted();
    const labels = cutLinkage(wardLinkage(differences), k);
    return { ...fromClusters(differences, labels, k), details: { from } };
  },
});

/**
 * Per item the mean over pairs a < b of e_a − e_b. In that sum the vector of a system counts once with plus for every system
 * after it and once with minus for every one before it.
 */
export function meanDifferences({ dimensions, values }: Rows, systems: number): Rows {
  const items = values.length / dimensions / systems;
  const pairs = (systems * (systems - 1)) / 2;
  const means = new Float64Array(items * dimensions);
  for (let item = 0; item < items; item++) {
    for (let system = 0; system < systems; system++) {
      const weight = (systems - 1 - 2 * system) / pairs;
      const from = (item * systems + system) * dimensions;
      for (let d = 0; d < dimensions; d++) means[item * dimensions + d] += weight * values[from + d];
    }
  }
  return { dimensions, values: means };
}

/** Per item and pair a < b, the mean over the dimensions of e_a − e_b: shape (items, pairs). */
export function differencesOfMeans({ dimensions, values }: Rows, systems: number): Rows {
  const items = values.length / dimensions / systems;
  const pairs = (systems * (systems - 1)) / 2;
  const differences = new Float64Array(items * pairs);
  for (let item = 0, to = 0; item < items; item++) {
    for (let a = 0; a < systems; a++) {
      for (let b = a + 1; b < systems; b++, to++) {
        const [fromA, fromB] = [(item * systems + a) * dimensions, (item * systems + b) * dimensions];
        for (let d = 0; d < dimensions; d++) differences[to] += values[fromA + d] - values[fromB + d];
        differences[to] /= dimensions;
      }
    }
  }
  return { dimensions: pairs, values: differences };
}
