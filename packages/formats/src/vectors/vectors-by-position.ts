import type { Dataset, Embeddings } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import type { NpyArray } from './npy.js';

/**
 * Vectors that belong to items by their position: shape (items, dimensions) for sources, (items, systems, dimensions) for
 * outputs, systems in the order of the dataset.
 *
 * @throws UNUSABLE_INPUT for another shape, or a number that is not finite
 */
export function vectorsByPosition(path: string, { shape, values }: NpyArray, dataset: Dataset): Embeddings {
  const { size, systems } = dataset;
  const [, ...rest] = shape;
  const dimensions = shape[shape.length - 1];
  const isOfSources = shape.length === 2;
  const isOfOutputs = shape.length === 3 && rest[0] === systems.length;
  if (shape[0] !== size || dimensions === 0 || !(isOfSources || isOfOutputs)) {
    throw unusableInput(
      path,
      `must have the shape (${size}, dimensions) for sources or (${size}, ${systems.length}, dimensions) for outputs, as there are ` +
        `${size} items and ${systems.length} systems; it has (${shape.join(', ')})`,
      'save one vector per item, in the order of the items; or save them by id, as .jsonl or .parquet',
    );
  }
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) {
    const item = Math.floor(odd / (values.length / size));
    const problem = `must hold finite numbers; the vector of item ${JSON.stringify(dataset.ids[item])} has ${values[odd]}`;
    throw unusableInput(path, problem, 'embed this item again');
  }
  return isOfSources ? { sources: { dimensions, values } } : { outputs: { dimensions, values } };
}
