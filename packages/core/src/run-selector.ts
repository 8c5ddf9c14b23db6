import type { Budget } from './budget.js';
import type { Dataset } from './dataset.js';
import { invalidSelection, unmetNeeds } from './errors.js';
import { parseOptions } from './options.js';
import { rankByUtility } from './rank-by-utility.js';
import { createRegistry, type Registry } from './registry.js';
import type { Json, Selection, SelectorResult } from './selection.js';
import type { Need, SelectionContext, Selector } from './selector.js';
import { spend } from './spend.js';
import { stream } from './stream.js';

/** How a selector is run; everything has a default. */
export interface RunOptions {
  /** Options of the selector, not yet checked. */
  readonly options?: unknown;
  /** Default 0. */
  readonly seed?: number;
  readonly budget?: Budget;
  readonly costs?: Float64Array;
  readonly judged?: Uint32Array;
  readonly registry?: Registry;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Runs a selector on a dataset: checks needs and options, calls it, checks what it returns, and fills in what follows.
 * With a budget the selection has a chosen set: the selector's own, or what the budget buys of the ranking.
 *
 * @throws UNMET_NEEDS, INVALID_OPTIONS, INVALID_SELECTION, and what the selector throws
 */
export async function runSelector(
  selector: Selector,
  dataset: Dataset,
  run: RunOptions = {},
): Promise<Selection> {
  const { seed = 0, registry = createRegistry([]), options: given, ...rest } = run;
  const missing = unmetNeedsOf(selector, dataset, run);
  if (missing.length > 0) throw unmetNeeds(selector.name, missing);
  const options = parseOptions(`selector ${JSON.stringify(selector.name)}`, selector.options, given);
  const context: SelectionContext = {
    ...rest,
    seed,
    registry,
    rng: stream(seed, `selector/${selector.name}`),
  };
  const result = await selector.select(dataset, options, context);
  return {
    ...complete(selector.name, result, { dataset, ...rest }),
    selector: selector.name,
    options: options as Json,
    seed,
  };
}

/** What a selector needs and this data (or call) does not have. */
export function unmetNeedsOf(selector: Selector, dataset: Dataset, run: RunOptions = {}): Need[] {
  const has: Record<Need, boolean> = {
    scores: dataset.metrics.length > 0,
    outputs: dataset.outputs !== undefined,
    sources: dataset.sources !== undefined,
    embeddings: dataset.embeddings !== undefined,
    target: dataset.metrics.length > 0,
    budget: run.budget !== undefined,
  };
  return selector.needs.filter((need) => !has[need]);
}

interface Given {
  readonly dataset: Dataset;
  readonly budget?: Budget;
  readonly costs?: Float64Array;
}

function complete(selector: string, result: SelectorResult, given: Given) {
  const size = given.dataset.size;
  const { utilities, inclusion, weights, details } = result;
  checkNumbers(selector, 'utilities', utilities, size);
  checkNumbers(selector, 'inclusion probabilities', inclusion, size);
  checkNumbers(selector, 'weights', weights, size);
  const own = result.chosen && distinctItems(selector, 'chosen items', result.chosen, size);
  const ranking = rankingOf(selector, result, { own, size });
  const chosen = own ?? (given.budget && spend(ranking, given.budget, given.costs));
  return {
    ranking,
    ...(utilities && { utilities }),
    ...(chosen && { chosen }),
    ...(inclusion && { inclusion }),
    ...(weights && { weights }),
    ...(details !== undefined && { details }),
  };
}

function rankingOf(
  selector: string,
  result: SelectorResult,
  { own, size }: { own?: Uint32Array; size: number },
) {
  if (result.ranking) {
    const ranking = distinctItems(selector, 'a ranking', result.ranking, size);
    if (ranking.length === size) return ranking;
    throw invalidSelection(selector, `must rank all ${size} items; it ranked ${ranking.length}`);
  }
  const byUtility = result.utilities && rankByUtility(result.utilities);
  if (!own) {
    if (byUtility) return byUtility;
    throw invalidSelection(
      selector,
      'must return utilities, a ranking or chosen items; it returned none of them',
    );
  }
  const isChosen = new Uint8Array(size);
  for (const item of own) isChosen[item] = 1;
  const others = (byUtility ?? Uint32Array.from({ length: size }, (_, item) => item)).filter(
    (item) => !isChosen[item],
  );
  return Uint32Array.from([...own, ...others]);
}

function distinctItems(selector: string, what: string, items: ArrayLike<number>, size: number): Uint32Array {
  const seen = new Uint8Array(size);
  for (let rank = 0; rank < items.length; rank++) {
    const item = items[rank];
    if (!(Number.isInteger(item) && item >= 0 && item < size)) {
      throw invalidSelection(
        selector,
        `must return ${what} of indices below ${size}; got ${String(item)} at rank ${rank + 1}`,
      );
    }
    if (seen[item])
      throw invalidSelection(selector, `must return ${what} without repetition; item ${item} occurs twice`);
    seen[item] = 1;
  }
  return Uint32Array.from(items);
}

function checkNumbers(selector: string, what: string, values: Float64Array | undefined, size: number): void {
  if (values === undefined) return;
  if (values.length !== size)
    throw invalidSelection(selector, `must return ${size} ${what}; it returned ${values.length}`);
  const item = values.findIndex((value) => Number.isNaN(value));
  if (item >= 0)
    throw invalidSelection(selector, `must return ${what} that are numbers; item ${item} has NaN`);
}
