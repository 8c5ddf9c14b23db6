import { quoteList, type Dataset, type JudgedDesign, type Warning } from '@goldpan/core';
import { weightWarnings } from './weight-warnings.js';

/** Members that `select` writes into the `goldpan` member of an item. */
const SELECTOR = 'goldpan.selector';
const INCLUSION = 'goldpan.inclusion';
const DRAWN_FROM = 'goldpan.drawnFrom';

/** The columns that say how items were chosen. */
export const DESIGN_COLUMNS: readonly string[] = [SELECTOR, INCLUSION, DRAWN_FROM];

/** The selector that gives every order of the items the same chance, and so needs no probabilities. */
const EQUAL_CHANCES = 'random';

/** How the judged items came to be judged, and what estimates need to know of it. */
export interface RecordedDesign {
  readonly description: JudgedDesign;
  /** Inclusion probabilities, shape (items), where they differ; 1 for items that are not judged. */
  readonly inclusion?: Float64Array;
  /** All items of the data were chosen, and all are judged. */
  readonly withoutPool: boolean;
}

/** Reads from the items how they were chosen; adds what the reader must know of it to the warnings. O(N). */
export function designOf(dataset: Dataset, judged: Uint32Array, warnings: Warning[]): RecordedDesign {
  const selectorOf = dataset.columns?.get(SELECTOR) ?? [];
  const named = Array.from(judged, (item) => selectorOf[item]);
  const selectors = [...new Set(named.filter((name) => name !== undefined))];
  const withoutPool = judged.length === dataset.size && named.every((name) => name !== undefined);
  const describe = (kind: JudgedDesign['kind'], weighted = false) => ({ kind, selectors, weighted });
  if (judged.length === dataset.size && !withoutPool) return { description: describe('all'), withoutPool };
  if (selectors.length === 0) {
    warnings.push(assumed(judged.length));
    return { description: describe('assumed'), withoutPool };
  }
  const probabilities = probabilitiesOf(dataset, judged, warnings);
  if (probabilities !== undefined) {
    const drawnFrom = drawnFromOf(dataset, judged);
    if (!withoutPool && drawnFrom < dataset.size) warnings.push(notFromAll(drawnFrom, dataset.size));
    warnings.push(...weightWarnings(probabilities, judged, withoutPool ? undefined : drawnFrom));
    const weighted = new Set(Array.from(judged, (item) => probabilities[item])).size > 1;
    const inclusion = weighted ? { inclusion: probabilities } : {};
    return { description: describe('drawn', weighted), ...inclusion, withoutPool };
  }
  const unknown = named.filter((name) => name === undefined).length;
  if (selectors.every((name) => name === EQUAL_CHANCES)) {
    if (unknown > 0) warnings.push(assumed(unknown, judged.length));
    return { description: describe(unknown > 0 ? 'assumed' : 'drawn'), withoutPool };
  }
  warnings.push(picked(selectors));
  return { description: describe('picked'), withoutPool };
}

/**
 * Inclusion probabilities where every judged item has one. Where not all chosen items are judged, the judged ones are taken as drawn
 * from the chosen by chance.
 */
function probabilitiesOf(
  dataset: Dataset,
  judged: Uint32Array,
  warnings: Warning[],
): Float64Array | undefined {
  const recorded = dataset.columns?.get(INCLUSION);
  if (recorded === undefined || judged.every((item) => recorded[item] === undefined)) return undefined;
  const without = judged.filter((item) => !isProbability(recorded[item]));
  if (without.length > 0) {
    warnings.push(probabilitiesUnused(dataset.ids[without[0]], recorded[without[0]], without.length));
    return undefined;
  }
  const chosen = recorded.filter(isProbability).length;
  if (chosen > judged.length)
    warnings.push({
      code: 'PARTLY_JUDGED',
      text: `${chosen - judged.length} of the ${chosen} chosen items are not judged; those that are count as drawn from them by chance.`,
    });
  const inclusion = new Float64Array(dataset.size).fill(1);
  for (const item of judged) inclusion[item] = Number(recorded[item]) * (judged.length / chosen);
  return inclusion;
}

/** How many items could be drawn: all, unless the judged items say that some were excluded. */
function drawnFromOf(dataset: Dataset, judged: Uint32Array): number {
  const recorded = dataset.columns?.get(DRAWN_FROM) ?? [];
  const counts = Array.from(judged, (item) => Number(recorded[item] ?? dataset.size));
  return Math.min(dataset.size, ...new Set(counts.filter((count) => count >= judged.length)));
}

function isProbability(text: string | undefined): boolean {
  return text !== undefined && Number(text) > 0 && Number(text) <= 1;
}

function picked(selectors: readonly string[]): Warning {
  return {
    code: 'PICKED_ITEMS',
    text:
      `Items were picked by ${quoteList(selectors)}, not drawn by chance: estimates are the model's, as far as metrics make up for that, and means ` +
      'have no intervals. The ranking is less touched than the means; items drawn at random would settle it.',
  };
}

function notFromAll(drawnFrom: number, size: number): Warning {
  return {
    code: 'DRAWN_FROM_SOME',
    text:
      `The judged items were drawn from ${drawnFrom} of the ${size} items; the others were excluded, such as by --junk drop or --exclude. What is said of ` +
      'all items takes the others for like these, and intervals do not cover where they differ.',
  };
}

function assumed(unknown: number, judged = unknown): Warning {
  const which = unknown < judged ? `${unknown} of the ${judged}` : `the ${judged}`;
  return {
    code: 'DESIGN_ASSUMED',
    text: `Nothing records how ${which} judged items were chosen; intervals hold if it was by chance.`,
  };
}

function probabilitiesUnused(id: string, got: string | undefined, without: number): Warning {
  const has = got === undefined ? 'none' : JSON.stringify(got);
  return {
    code: 'PROBABILITIES_UNUSED',
    text:
      `Inclusion probabilities are not used: ${without} of the judged items have none above 0 and at most 1 (item ${JSON.stringify(id)} has ` +
      `${has}).`,
  };
}
