import { selectWithin, type SelectionWithin, type SelectWithinOptions } from '@goldpan/budget';
import type { Dataset, Selection, Selector, Warning } from '@goldpan/core';
import { documentSample } from './document-sample.js';
import { findJunk } from './junk/find-junk.js';
import { junkApart } from './junk/junk-apart.js';
import { junkOfSample } from './junk/junk-of-sample.js';
import { leaveOutJunk, type JunkLimits, type JunkPolicy } from './junk/leave-out-junk.js';
import { nearDuplicates } from './near-duplicates.js';

/** How a selector is run, within what, and what may not be chosen twice. */
export interface SelectionTask extends Omit<SelectWithinOptions, 'solver' | 'leaveOut'> {
  /** Of items whose sources are this much alike, in (0, 1], only the better one may be chosen. */
  readonly maxSimilarity?: number;
  /** What to do with items that look like junk; default `keep`. */
  readonly junk?: JunkPolicy;
}

/** A selection, and what was kept out of it. */
export interface MadeSelection extends SelectionWithin {
  readonly warnings: readonly Warning[];
}

/**
 * Runs any selector within budget and constraints. A solver proves the optimum where there is more to keep to than a budget.
 *
 * @throws NO_SOURCES, EVERY_ITEM_JUNK and what `selectWithin` throws
 */
export async function makeSelection(
  dataset: Dataset,
  selector: Selector,
  { maxSimilarity, junk = 'keep', ...options }: SelectionTask,
): Promise<MadeSelection> {
  const mayConstrain = options.constraints !== undefined || maxSimilarity !== undefined || junk === 'drop';
  const solver = mayConstrain ? (await import('@goldpan/budget/node')).highsSolver() : undefined;
  const warnings: Warning[] = [];
  const hasProbabilities = maxSimilarity === undefined && !hasBounds(options);
  const isSample = junk === 'cap' && selector.traits.design && hasProbabilities;
  const limits: JunkLimits = {
    policy: junk,
    isDrawn: isDrawn(selector) && hasProbabilities,
    budget: options.budget,
    costs: options.costs?.values,
    include: options.constraints?.include,
  };
  const leaveOut = (ranking: Uint32Array) => {
    const found = [
      ...(maxSimilarity === undefined ? [] : [nearDuplicates(dataset, ranking, maxSimilarity)]),
      ...(junk === 'keep' || isSample
        ? []
        : [leaveOutJunk(dataset, ranking, { junk: findJunk(dataset), limits })]),
    ];
    warnings.push(...found.flatMap((one) => one.warnings));
    return [...new Set(found.flatMap(({ ids }) => ids))];
  };
  const leavesOutByOrder = maxSimilarity !== undefined;
  const made = await selectWithin(dataset, selector, { ...options, solver, leaveOut, leavesOutByOrder });
  if (!drawsDocuments(made.selection) && isDocumentDraw(selector, { maxSimilarity, junk, ...options })) {
    const { constraints: _, budget, costs: __, variant: ___, ...run } = options;
    const { selection, warnings: news } = await documentSample(dataset, selector, {
      ...run,
      items: budget!.items!,
    });
    const sample = isSample
      ? junkOfSample(selection, findJunk(dataset), { isNested: false })
      : { selection, warnings };
    return { selection: sample.selection, warnings: [...news, ...sample.warnings] };
  }
  if (!isSample) return { ...made, warnings };
  const junkFound = findJunk(dataset);
  const isPlain = options.constraints === undefined && maxSimilarity === undefined;
  const apart =
    isPlain && (await junkApart(dataset, selector, { drawn: made.selection, junk: junkFound, options }));
  const sample = junkOfSample(apart || made.selection, junkFound, {
    isNested: selector.traits.nested && isPlain,
  });
  return { ...made, selection: sample.selection, warnings: [...warnings, ...sample.warnings] };
}

/** Whether a design drew whole documents by itself; others may keep them whole by luck, which has no known probabilities. */
function drawsDocuments({ options }: Selection): boolean {
  return (options as { unit?: string }).unit === 'documents';
}

/** Whether a choice must keep to bounds that a draw meets by luck, so that nothing is lost where junk is capped, too. */
function hasBounds({ constraints: { groups = [], maxPer = [], balance } = {} }: SelectionTask): boolean {
  return groups.length + maxPer.length > 0 || balance !== undefined;
}

/** Whether a design can draw documents as items: nothing else is to be kept but a budget in items. */
function isDocumentDraw(
  { traits }: Selector,
  { constraints = {}, budget, maxSimilarity, junk }: SelectionTask,
): boolean {
  const { keepDocuments, groups = [], maxPer = [], include = [], exclude = [], balance } = constraints;
  const isAlone = [groups, maxPer, include, exclude].every(({ length }) => length === 0) && !balance;
  const isInItems = budget?.items !== undefined && budget.cost === undefined;
  return (
    traits.design &&
    keepDocuments === true &&
    isAlone &&
    isInItems &&
    maxSimilarity === undefined &&
    junk !== 'drop'
  );
}

/** Whether a selector draws by chance, so that junk has its share in the choice as it is. */
export function isDrawn({ traits, name }: Selector): boolean {
  return traits.design || name === 'random';
}
