import { readBudget } from '@goldpan/budget';
import {
  awaitPlugin,
  callPlugin,
  DatasetBuilder,
  invalidSelection,
  parseOptions,
  selectionContext,
  showValue,
  type Dataset,
  type Json,
  type PoolScorer,
  type RunOptions,
  type Selector,
} from '@goldpan/core';
import type { CheckedItems } from '@goldpan/formats';
import { topSources } from '@goldpan/selector-source';
import { basename } from 'node:path';
import type { FoundSelection } from './found-selection.js';
import { infoOf } from './given-data.js';
import { findJunk } from './junk/find-junk.js';
import { checkItems, tellRejected, type LoadOptions } from './load-items.js';

/** A choice from a pool, and how it is to be read and made. */
export interface PoolTask extends LoadOptions {
  readonly path: string;
  readonly selector: Selector;
  readonly run: RunOptions;
  /** As typed; in items. */
  readonly budget: string;
  /** Whether items that look like junk are taken as they come; default false. */
  readonly keepsJunk?: boolean;
}

/**
 * Selects from a file of item JSON lines that memory need not hold: checks it, scores one source at a time, keeps the best, and
 * reads those again. The selection is, to the bit, that of the whole data in memory. Memory: what is chosen, and about
 * 30 bytes for each item of the pool.
 *
 * @returns undefined where the whole data is needed after all: the selector has no scorer for these options, an item has no
 *   source, the input is no file of item JSON lines, or junk is to be held back and there may be some: the pool has outputs, or one of
 *   the best sources looks like it
 * @throws INVALID_BUDGET, and what reading and scoring throw
 */
export async function selectFromPool(task: PoolTask): Promise<FoundSelection | undefined> {
  const { selector, run } = task;
  // A budget that cannot be read is refused before a long reading.
  readBudget(task.budget, { size: Number.MAX_SAFE_INTEGER });
  const who = `selector ${JSON.stringify(selector.name)}`;
  const options = parseOptions(who, selector.options, run.options);
  const scorer = await awaitPlugin(
    who,
    () => selector.poolScorer?.(options, selectionContext(selector, run)),
    run.signal,
  );
  if (scorer === undefined) return undefined;
  const file = await checkItems(task.path, task);
  const size = file?.counts.items;
  if (file === undefined || size === undefined || file.sources < size) return undefined;
  if (file.hasOutputs && !task.keepsJunk) return undefined;
  const budget = readBudget(task.budget, { size });
  const { items, utilities } = await bestOf(file, scorer, { ...task, top: budget.items! });
  const dataset = await datasetOf(file, items);
  if (!task.keepsJunk && findJunk(dataset).findings.length > 0) return undefined;
  tellRejected(file, task);
  const ranking = Uint32Array.from(items, (_, rank) => rank);
  return {
    file,
    info: infoOf({ size, systems: file.systems }, { name: basename(file.path), sha256: file.sha256 }),
    size,
    warnings: [],
    dataset,
    kept: items,
    budget,
    selection: {
      ranking,
      utilities,
      ...(scorer.warnings && { warnings: scorer.warnings }),
      ...(scorer.details !== undefined && { details: scorer.details }),
      selector: selector.name,
      options: options as Json,
      seed: run.seed ?? 0,
    },
  };
}

/** The best items of a pool and their utilities. */
async function bestOf(
  file: CheckedItems,
  scorer: PoolScorer,
  { selector, top, signal, onProgress }: PoolTask & { readonly top: number },
) {
  const total = file.counts.items * (scorer.observe ? 2 : 1);
  async function* sources() {
    for await (const { src } of file.records()) yield src as string;
  }
  return topSources(sources, {
    top,
    scorer: scored(scorer, selector.name),
    progress(done) {
      signal?.throwIfAborted();
      onProgress?.(selector.name, done, total);
    },
  });
}

/** The scorer, its scores checked as `runSelector` checks utilities. */
function scored(scorer: PoolScorer, selector: string): PoolScorer {
  let item = 0;
  const who = `selector ${JSON.stringify(selector)}`;
  return {
    observe: scorer.observe && ((source) => callPlugin(who, () => scorer.observe!(source))),
    score(source) {
      const utility: unknown = callPlugin(who, () => scorer.score(source));
      if (typeof utility !== 'number' || Number.isNaN(utility))
        throw invalidSelection(
          selector,
          `must return utilities that are numbers; item ${item} has ${showValue(utility)}`,
        );
      item++;
      return utility;
    },
  };
}

/** Some items of a pool as a dataset, in the given order, with all that a result shows of them. */
async function datasetOf(file: CheckedItems, items: Uint32Array): Promise<Dataset> {
  const builder = new DatasetBuilder({ systems: file.systems });
  for await (const { id, i, src, tgt, doc, domain } of file.records(items))
    builder.add({ id: id ?? i ?? items[builder.size], src, tgt, doc, domain });
  const dataset = builder.build();
  return file.hasOutputs && dataset.outputs === undefined
    ? { ...dataset, outputs: () => undefined }
    : dataset;
}
