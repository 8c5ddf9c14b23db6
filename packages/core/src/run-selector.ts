import type { Budget } from './budget.js';
import { awaitPlugin } from './call-plugin.js';
import { completeSelection } from './complete-selection.js';
import type { Dataset } from './dataset.js';
import { maxPerText } from './constraints/constraint-text.js';
import type { Constraints } from './constraints/constraints.js';
import { constraintsRefused, unmetNeeds } from './errors.js';
import { freezeValues, lendDataset } from './lend-dataset.js';
import type { Loan } from './loan.js';
import { parseOptions } from './options.js';
import { createRegistry } from './registry.js';
import type { Registry } from './contracts.js';
import type { Json, Selection } from './selection.js';
import type { Need, SelectionContext, Selector } from './contracts.js';
import { stream } from './stream.js';

/** How a selector is run; everything has a default. */
export interface RunOptions {
  /** Options of the selector, not yet checked. */
  readonly options?: unknown;
  /** Default 0. */
  readonly seed?: number;
  readonly budget?: Budget;
  /** Bounds on groups, for a selector with the trait `keepsBounds`. */
  readonly constraints?: Pick<Constraints, 'groups' | 'maxPer'>;
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
 * @throws UNMET_NEEDS, CONSTRAINTS_REFUSED, INVALID_OPTIONS, INVALID_SELECTION, PLUGIN_THREW, DATA_CHANGED, the signal's reason when it is aborted,
 * and Goldpan errors of the selector
 */
export async function runSelector(
  selector: Selector,
  dataset: Dataset,
  run: RunOptions = {},
): Promise<Selection> {
  run.signal?.throwIfAborted();
  const missing = unmetNeedsOf(selector, dataset, run);
  if (missing.length > 0) throw unmetNeeds(selector.name, missing);
  refuseBounds(selector, run.constraints);
  const who = `selector ${JSON.stringify(selector.name)}`;
  const options = freezeValues(parseOptions(who, selector.options, run.options));
  const context = selectionContext(selector, run);
  const result = await awaitPlugin(
    who,
    (loan) => selector.select(lendDataset(dataset, loan), options, lendContext(context, loan)),
    run.signal,
  );
  return {
    ...completeSelection(selector.name, result, { size: dataset.size, ...run }),
    selector: selector.name,
    options: options as Json,
    seed: context.seed,
  };
}

/** A context as a selector may have it: numbers are noted in the loan, the rest is frozen or a copy. */
function lendContext(context: SelectionContext, loan: Loan): SelectionContext {
  const { budget, constraints, costs, judged } = context;
  loan.lend('the costs of items', costs);
  loan.lend('the judged items', judged);
  return {
    ...context,
    ...(budget && { budget: { ...budget } }),
    ...(constraints && { constraints: structuredClone(constraints) }),
  };
}

/** Bounds that nobody would keep must not look kept. */
function refuseBounds(
  { name, traits }: Selector,
  { groups = [], maxPer = [] }: RunOptions['constraints'] = {},
) {
  if (traits.keepsBounds || groups.length + maxPer.length === 0) return;
  throw constraintsRefused(name, [
    ...groups.map(({ column, group }) => `group ${column}${group === undefined ? '' : `=${group}`}`),
    ...maxPer.map(maxPerText),
  ]);
}

/** What a selector is given beside data and options: its random numbers follow from its name and the seed. */
export function selectionContext(selector: Selector, run: RunOptions): SelectionContext {
  const { seed = 0, registry = createRegistry([]), options: _, ...rest } = run;
  return { ...rest, seed, registry, rng: stream(seed, `selector/${selector.name}`) };
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
