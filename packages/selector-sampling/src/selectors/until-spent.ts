import {
  defineSelector,
  groupItems,
  z,
  type Dataset,
  type SelectionContext,
  type Warning,
} from '@goldpan/core';
import { nothingFits } from '../errors.js';
import { prefixInclusion } from '../kernels/prefix-inclusion.js';
import { sampleOf } from '../sample-of.js';

const options = z.object({
  unit: z.enum(['items', 'documents']).default('items').describe('what is drawn as one'),
});

/**
 * Items, or whole documents, in random order until the budget is spent: the first that does not fit any more ends the list.
 *
 * The design for budgets in cost and for whole documents, where a fixed number of units would not keep the budget. Small units are drawn a
 * little more often than large ones; `inclusion` says how often, from 1,000 simulated draws (exact where all are equal).
 * A unit that is larger than the whole budget is never drawn, and warned of. An item without a document is one of its own. Items of
 * a document keep their order. Without a budget all are put in random order. Missing scores do not matter. O(N) and the draws.
 *
 * @throws SAM_NOTHING_FITS, MISSING_GROUP where no item has a document
 */
export const untilSpent = defineSelector({
  name: 'until-spent',
  summary: 'Items or whole documents in random order until the budget, of items or of cost, is spent.',
  needs: [],
  traits: { design: true },
  options,
  select(dataset, { unit }, context) {
    const units = unitsOf(dataset, unit);
    const { sizes, limit } = spending(units, context);
    const open = Uint32Array.from(sizes.keys()).filter((one) => sizes[one] <= limit);
    if (open.length === 0) {
      const least = sizes.reduce((a, b) => Math.min(a, b));
      throw nothingFits({ unit, least, budget: (context.budget?.cost ?? context.budget?.items)! });
    }
    const probabilities = prefixInclusion(
      Float64Array.from(open, (one) => sizes[one]),
      limit,
    );
    const inclusion = new Float64Array(dataset.size);
    open.forEach((one, at) => units[one].forEach((item) => (inclusion[item] = probabilities[at])));
    const order = context.rng.shuffle(open.slice());
    const chosen = taken(order, sizes, limit).flatMap((one) => units[one]);
    return {
      ...sampleOf(chosen, inclusion),
      ranking: rankingOf(chosen, order, units),
      warnings: tooLarge(unit, sizes.length - open.length),
    };
  },
});

/** What asks for documents, as it is typed. */
const KEPT = 'unit=documents (--keep-documents)';

/** The items of each unit. */
function unitsOf(dataset: Dataset, unit: 'items' | 'documents'): number[][] {
  if (unit === 'items') return Array.from(dataset.ids.keys(), (item) => [item]);
  const { labels, of } = groupItems(dataset, { column: 'doc' }, KEPT);
  const units = labels.map((): number[] => []);
  of.forEach((document, item) => units[document].push(item));
  return units;
}

/** What each unit takes of the budget, and how much there is; a billionth more for sums that were rounded. */
function spending(units: readonly number[][], { budget, costs }: SelectionContext) {
  const isCost = budget?.cost !== undefined;
  const costOf = (items: readonly number[]) =>
    isCost ? items.reduce((sum, item) => sum + costs![item], 0) : items.length;
  return {
    sizes: Float64Array.from(units, costOf),
    limit: isCost ? budget.cost! * (1 + 1e-9) : (budget?.items ?? Infinity),
  };
}

/** The units up to the first that does not fit. */
function taken(order: Uint32Array, sizes: Float64Array, limit: number): number[] {
  let left = limit;
  const end = order.findIndex((unit) => (left -= sizes[unit]) < 0);
  return Array.from(end < 0 ? order : order.subarray(0, end));
}

/** What was taken, then the other units in their order, then those that are too large. */
function rankingOf(chosen: readonly number[], order: Uint32Array, units: readonly number[][]): number[] {
  const drawn = Array.from(order).flatMap((unit) => units[unit]);
  const isDrawn = new Set(drawn);
  const others = units.flat().filter((item) => !isDrawn.has(item));
  return [...chosen, ...drawn.slice(chosen.length), ...others];
}

function tooLarge(unit: string, count: number): Warning[] {
  if (count === 0) return [];
  const text = `${count} of the ${unit} are larger than the whole budget and cannot be drawn; what is found does not speak for them.`;
  return [{ code: 'TOO_LARGE_TO_DRAW', text }];
}
