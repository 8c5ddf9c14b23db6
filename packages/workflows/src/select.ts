import { readBudgets } from '@goldpan/budget';
import {
  columnsNamed,
  columnsOfConstraints,
  mainMetric,
  withoutTexts,
  type Constraints,
  type Json,
  type RunOptions,
  type SelectDocument,
  type Selector,
} from '@goldpan/core';
import { writeSelected } from '@goldpan/formats';
import { resolve } from 'node:path';
import { itemsToJudge } from './chosen-items.js';
import { readConstraints, type ConstraintOptions } from './constraint-options.js';
import { recommendedDesign } from './default-design.js';
import { outputNeedsFile, pilotNotNeeded } from './errors.js';
import type { FoundSelection } from './found-selection.js';
import { givenData, type GivenData, type ItemsInput } from './given-data.js';
import { readCosts, type CostOptions } from './item-costs.js';
import { CONTAMINATION } from './junk/find-junk.js';
import type { JunkPolicy } from './junk/leave-out-junk.js';
import { loadRegistry } from './load-plugins.js';
import { isDrawn, makeSelection } from './make-selection.js';
import { keepComplete, type MissingScores } from './missing-scores.js';
import type { OptionValues } from './option-values.js';
import { outputsToJudge } from './outputs-to-judge.js';
import type { DataOptions } from './question.js';
import { selectDocument } from './select-document.js';
import { selectFromPool } from './select-from-pool.js';
import { selectedEntries } from './selected-entries.js';
import { selectorOptions, typedOptions, type SelectorSettings } from './selector-options.js';
import { folderOf, writing } from './surroundings.js';

/** What can be said when items are selected. */
export interface SelectQuestion extends DataOptions, CostOptions, ConstraintOptions, SelectorSettings {
  /** How to pick; default: what a pilot shows to gain for ranks, else a random sample with known probabilities, of whole documents where these are kept. */
  readonly selector?: string;
  /** Judged items of the data in a file of their own; default: those of the data that are judged, where some are and others are not. */
  readonly pilot?: ItemsInput;
  /** Worker threads, for a pilot; 0 = none; default one per core. They change no number. */
  readonly workers?: number;
  /** What may be spent: `100` items, `25%`, or an amount in the unit of the cost model such as `2 h`; two limits, one in items; default: none. */
  readonly budget?: string | number | readonly string[];
  /** Of items whose sources are this much alike, in (0, 1], only the better one may be chosen. */
  readonly maxSimilarity?: number;
  /**
   * Items that look like junk: `cap` (default), of what a selector picks at most their share of the data; `drop`, none; `keep`, as they
   * come. Not looked at where a selector rates a pool source by source.
   */
  readonly junk?: JunkPolicy;
  /** Whether the document says why each item was chosen; default false. */
  readonly explain?: boolean;
  /** A file for the items, best first, each as it was with a `goldpan` member. */
  readonly output?: string;
  /** Items that lack scores; default `error`. */
  readonly missing?: MissingScores;
  /** Whether texts are shown that the selector does not need; default true. */
  readonly texts?: boolean;
  /** Default 0. */
  readonly seed?: number;
}

/**
 * The items to judge, best first: by how much a human judgement of them tells about the systems.
 *
 * A selector that rates sources one by one is not given the whole data where a file of items and a budget in items are: memory
 * then holds what is chosen and about 30 bytes per item, and the selection is the same to the bit.
 *
 * @throws UNKNOWN_SELECTOR, INVALID_BUDGET, INVALID_CONSTRAINT, CONSTRAINTS_REFUSED, MISSING_SCORES, OUTPUT_NEEDS_FILE and what
 *   loading, selector and choice throw
 * @remarks As the selector, and O(N log N).
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { select } from '@goldpan/workflows';
 *
 * const items = [[0.2, 0.3], [0.9, 0.1], [0.5, 0.5]].map(([A, B], i) => ({
 *   id: `item-${i}`,
 *   scores: { A: { chrF: A }, B: { chrF: B } },
 * }));
 * const settings = { selector: 'metric-variance', metric: 'chrF', budget: 2 };
 * const { chosen } = await select(datasetFromItems(items), settings);
 * chosen.map(({ id }) => id); // → ['item-1', 'item-0']
 * ```
 */
export async function select(input: ItemsInput, options: SelectQuestion): Promise<SelectDocument> {
  const folder = folderOf(options);
  const registry = await loadRegistry(options);
  const constraints = await readConstraints(options, folder);
  const given = await readFirst(input, options, constraints);
  const design = given ? await recommendedDesign(given, options) : { selector: options.selector! };
  const selector = registry.selector(design.selector);
  const asked = { ...options, options: { ...design.options, ...options.options } };
  const settings = await selectorOptions(selector, asked, { registry, folder });
  const run = { options: settings, seed: options.seed ?? 0, registry, signal: options.signal };
  const asking = writing(options, [options.output]);
  const call = { input, options: asking, selector, run, constraints, given };
  const found = await (isPool(call) ? selectedFromPool(call) : selectedFromData(call));
  const configured = { selector, options: found.selection.options as OptionValues };
  const document = selectDocument(found, {
    metric: mainMetric({ selector, options: settings }),
    options: typedOptions(configured, asked, registry) as Json,
    chosenFor: given && design,
    explain: options.explain,
  });
  const { output } = options;
  if (output !== undefined) {
    if (found.file === undefined) throw outputNeedsFile(output);
    await writeSelected(resolve(folder, output), found.file, selectedEntries(found, document));
  }
  return document;
}

/** What is to be selected, from where. */
interface Call {
  readonly input: ItemsInput;
  readonly options: SelectQuestion;
  readonly selector: Selector;
  readonly run: RunOptions;
  readonly constraints?: Constraints;
  /** The data, where it had to be read before the selector was known. */
  readonly given?: GivenData;
}

/** The data, where it says how to choose: no selector is named. @throws PILOT_NOT_NEEDED and what loading throws */
async function readFirst(
  input: ItemsInput,
  { selector, pilot, ...options }: SelectQuestion,
  constraints: Constraints | undefined,
): Promise<GivenData | undefined> {
  if (selector === undefined)
    return givenData(input, { ...options, texts: true, columns: columnsOf(constraints) });
  if (pilot !== undefined) throw pilotNotNeeded(selector);
  return undefined;
}

/** Whether sources can be rated one by one: there is a budget, and nothing is asked for that looks at other columns or all items. */
function isPool({ input, options, selector, run, constraints }: Call): boolean {
  const { budget, cost, maxSimilarity, missing = 'error', formatOptions = {}, vectors = [], junk } = options;
  const metric = mainMetric({ selector, options: run.options });
  const isPlain =
    [constraints, cost, maxSimilarity, metric].every((asked) => asked === undefined) && junk !== 'drop';
  const isAsItIs = missing === 'error' && Object.keys(formatOptions).length === 0 && vectors.length === 0;
  const ratesSources = selector.poolScorer !== undefined && selector.needs.join() === 'sources';
  const isOne = budget !== undefined && !Array.isArray(budget);
  return typeof input === 'string' && isOne && isPlain && isAsItIs && ratesSources;
}

/** Selects source by source; from the whole data where the file turns out not to be such a pool. */
async function selectedFromPool(call: Call): Promise<FoundSelection> {
  const { input, options, selector, run } = call;
  const keepsJunk = options.junk === 'keep';
  const task = {
    ...options,
    path: input as string,
    budget: String(options.budget),
    selector,
    run,
    keepsJunk,
  };
  return (await selectFromPool(task)) ?? selectedFromData(call);
}

/** Selects from the whole data. */
async function selectedFromData(call: Call): Promise<FoundSelection> {
  const { input, options, selector, constraints, run } = call;
  const given =
    call.given ??
    (await givenData(input, {
      ...options,
      texts: needsTexts(call) || looksForJunk(call),
      columns: columnsOf(constraints),
    }));
  const { dataset, kept } = keepComplete(given.dataset, {
    metrics: columnsNamed({ selector, options: run.options }, given.dataset, run.registry!),
    missing: options.missing ?? 'error',
  });
  const { size } = dataset;
  const costs = await readCosts(dataset, options, { registry: run.registry!, folder: folderOf(options) });
  const limits = [options.budget ?? []].flat().map(String);
  const budget = limits.length === 0 ? undefined : readBudgets(limits, { size, costs });
  const { maxSimilarity, variant, onProgress } = options;
  const made = await makeSelection(dataset, selector, {
    ...run,
    progress: (done, total) => onProgress?.(selector.name, done, total),
    budget,
    costs,
    constraints,
    variant,
    maxSimilarity,
    junk: looksForJunk(call) ? (options.junk ?? 'cap') : 'keep',
  });
  const shown = needsTexts(call) ? dataset : withoutTexts(dataset);
  const outputs = outputsToJudge(dataset, itemsToJudge(made.selection));
  return { ...made, ...given, size, dataset: shown, kept, budget, constraints, costs, outputs };
}

/** Fields of the items that constraints and rules about junk look at. */
function columnsOf(constraints: Constraints | undefined): string[] {
  return [...columnsOfConstraints(constraints), CONTAMINATION];
}

/** Whether junk is left out of the choice; where items are drawn, only if that is said. */
function looksForJunk({ selector, options: { junk = 'cap', budget } }: Call): boolean {
  return junk === 'drop' || (junk === 'cap' && budget !== undefined && !isDrawn(selector));
}

/** Texts that a selector on scores does not need are held where they are to be shown, measured or compared. */
function needsTexts({ selector, options, constraints }: Call): boolean {
  const { texts = true, cost, maxSimilarity } = options;
  const { groups = [], maxPer = [], balance } = constraints ?? {};
  const byLength = balance === 'length' || [...groups, ...maxPer].some(({ column }) => column === 'length');
  const isUsed = cost !== undefined || maxSimilarity !== undefined || byLength;
  return texts || isUsed || !selector.needs.includes('scores');
}
