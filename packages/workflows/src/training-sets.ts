import type { Dataset, VectorTable } from '@goldpan/core';
import type { TrainingSet } from '@goldpan/selector-source';
import { basename } from 'node:path';
import { loadItems } from './load-items.js';
import { keepComplete, type MissingScores } from './missing-scores.js';
import type { PastUtilities } from './past-utilities.js';
import type { DataOptions } from './question.js';

/** How past evaluations are read. */
export interface TrainingOptions extends DataOptions {
  readonly missing?: MissingScores;
  readonly embeddings?: string;
  readonly seed?: number;
}

/**
 * Past evaluations to learn from: of each file the items that have a source, and, where the others are to be left out, the
 * scores that are asked for. How many are left out is noted.
 */
export async function trainingSets(
  paths: readonly string[],
  learned: PastUtilities,
  options: TrainingOptions,
): Promise<TrainingSet[]> {
  const sets: TrainingSet[] = [];
  for (const path of paths) {
    // Two files may have one name.
    const isOnly = paths.filter((other) => basename(other) === basename(path)).length === 1;
    sets.push({ ...(await trainingSet(path, learned, options)), name: isOnly ? basename(path) : path });
  }
  return sets;
}

async function trainingSet(
  path: string,
  learned: PastUtilities,
  options: TrainingOptions,
): Promise<Omit<TrainingSet, 'name'>> {
  const { missing = 'error', seed = 0, signal, onProgress, onNote } = options;
  const file = await loadItems(path, options);
  const { dataset } = keepComplete(file.dataset, { metrics: learned.metrics(file.dataset), missing });
  const title = `rating ${basename(path)}`;
  const progress = (done: number, total: number) => onProgress?.(title, done, total);
  const utilities = await learned.of(dataset, { seed, signal, progress });
  const items = dataset.ids.map((_, item) => item).filter((item) => dataset.sources?.[item] !== undefined);
  const leftOut = file.dataset.size - items.length;
  if (leftOut > 0)
    onNote?.(`${leftOut} of the ${file.dataset.size} items of ${basename(path)} are left out.`);
  return {
    sha256: file.sha256,
    sources: items.map((item) => dataset.sources![item]),
    documents: dataset.documents && items.map((item) => dataset.documents![item]),
    utilities: items.map((item) => utilities[item]),
    ...(options.embeddings !== undefined && { embeddings: vectorsOf(dataset, items) }),
  };
}

/** The embeddings of some sources; undefined where the data lacks any. */
function vectorsOf({ embeddings }: Dataset, items: readonly number[]): VectorTable | undefined {
  if (embeddings?.sources === undefined) return undefined;
  const { dimensions, values: all } = embeddings.sources;
  const values = new Float64Array(items.length * dimensions);
  items.forEach((item, row) =>
    values.set(all.subarray(item * dimensions, (item + 1) * dimensions), row * dimensions),
  );
  return { dimensions, values };
}
