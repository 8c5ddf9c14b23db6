import { fitCost as fitCostModel, type FitCostOptions } from '@goldpan/costs';
import type { FitCostDocument } from '@goldpan/core';
import { writeFileAtomic } from '@goldpan/formats';
import { resolve } from 'node:path';
import { givenData, type ItemsInput } from './given-data.js';
import { judgedOn } from './judged-on.js';
import type { DataOptions } from './question.js';
import { residualParts } from './residual-parts.js';
import { folderOf, writing } from './surroundings.js';
import { version } from './version.js';

/** What can be said when a cost model is learned. */
export interface FitCostQuestion extends DataOptions, FitCostOptions {
  /** Learn from the times of judgements of this criterion; default: of all, or the field `cost`. */
  readonly criterion?: string;
  /** A file for the model as JSON, which `cost: 'model:FILE'` takes; default: it is in the document alone. */
  readonly out?: string;
}

/**
 * Learns from items with a cost, or with judgements that have times, what judging an item costs.
 *
 * @throws UNKNOWN_CRITERION, what loading and fitting throw, WRITE_FAILED
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { fitCost } from '@goldpan/workflows';
 *
 * const lengths = [2, 5, 3, 8, 6, 12, 9, 4, 7, 10, 15];
 * const judged = lengths.map((words) => ({ src: 'word '.repeat(words), cost: 10 + 4 * words + (words % 3) }));
 * const { model } = await fitCost(datasetFromItems(judged), { unit: 'seconds', count: 'words' });
 * Math.round(model.perSource); // → 4
 * ```
 */
export async function fitCost(input: ItemsInput, options: FitCostQuestion = {}): Promise<FitCostDocument> {
  const { out } = options;
  // The fit itself tells costs from times, and counts them.
  const { dataset, info } = await givenData(input, {
    ...writing(options, [out]),
    costFromTimes: false,
  });
  const fit = fitCostModel(judgedOn(dataset, options.criterion), {
    ...options,
    // A criterion is one of judgements: the field `cost` says nothing of it.
    costFromTimes: options.costFromTimes ?? options.criterion !== undefined,
  });
  if (out !== undefined)
    await writeFileAtomic(resolve(folderOf(options), out), `${JSON.stringify(fit.model, null, 2)}\n`);
  return {
    goldpan: version,
    command: 'fit-cost',
    seed: 0,
    data: info,
    ...(out !== undefined && { file: out }),
    ...fit,
    parts: residualParts(fit.items),
  };
}
