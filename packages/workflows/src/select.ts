import { readBudgets } from '@goldpan/budget';
import {
  asJudged,
  columnsNamed,
  columnsOfConstraints,
  mainMetric,
  withoutTexts,
  type Constraints,
  type Dataset,
  type Json,
  type RunOptions,
  type SelectDocument,
  type Selector,
} from '@goldpan/core';
import { writeSelected } from '@goldpan/formats';
import { resolve } from 'node:path';
import { itemsToJudge } from './chosen-items.js';
import { readConstraints } from './constraint-options.js';
import { recommendedDesign } from './default-design.js';
import { outputNeedsFile, pilotNotNeeded } from './errors.js';
import type { FoundSelection } from './found-selection.js';
import { givenData, type GivenData, type ItemsInput } from './given-data.js';
import { readCosts, withCostOfBudget } from './item-costs.js';
import { CONTAMINATION } from './junk/find-junk.js';
import { loadRegistry } from './load-plugins.js';
import { isDrawn, makeSelection } from './make-selection.js';
import { keepComplete } from './missing-scores.js';
import type { OptionValues } from './option-values.js';
import { outputsToJudge } from './outputs-to-judge.js';
import { selectDocument } from './select-document.js';
import { selectFromPool } from './select-from-pool.js';
import type { SelectQuestion } from './select-question.js';
import { selectedEntries } from './selected-entries.js';
import { selectorOptions, typedOptions } from './selector-options.js';
import { folderOf, writing } from './surroundings.js';
import { needsTexts } from './texts-needed.js';
import { judgedAlready } from './warnings/judged-already.js';

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
export async function select(input: ItemsInput, question: SelectQuestion): Promise<SelectDocument> {
  const options = withCostOfBudget(question);
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
      texts: true,
      columns: columnsOf(constraints),
    }));
  const { dataset, kept } = keepComplete(asTheyAreJudged(given.dataset, options), {
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
  const toJudge = itemsToJudge(made.selection);
  const outputs = outputsToJudge(dataset, toJudge);
  const warnings = [
    ...made.warnings,
    ...(budget ? judgedAlready(dataset, toJudge, constraints?.include) : []),
  ];
  return { ...made, ...given, size, dataset: shown, kept, budget, constraints, costs, outputs, warnings };
}

/** Data of which identical outputs score alike; subset2evaluate, whose choice the variant repeats, does not look at outputs. */
function asTheyAreJudged(dataset: Dataset, { variant }: SelectQuestion): Dataset {
  return variant === 'reference' ? dataset : asJudged(dataset);
}

/** Fields of the items that constraints and rules about junk look at. */
function columnsOf(constraints: Constraints | undefined): string[] {
  return [...columnsOfConstraints(constraints), CONTAMINATION];
}

/** Whether junk is looked for. Of `random` it is not, unless it is to be dropped: that is the plain draw others are compared with. */
function looksForJunk({ selector, options: { junk = 'cap', budget } }: Call): boolean {
  const isPlainDraw = isDrawn(selector) && !selector.traits.design;
  // Without a budget a ranking by utility is shown as it is; a sample in order is still one that junk is spread in.
  return (
    junk === 'drop' || (junk === 'cap' && (budget !== undefined || selector.traits.design) && !isPlainDraw)
  );
}
