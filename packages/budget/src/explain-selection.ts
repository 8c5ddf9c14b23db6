import type { Dataset } from '@goldpan/core';
import type { Built } from './build-problem.js';
import type { Groups } from '@goldpan/core';
import { WorkingSelection } from './kernels/working-selection.js';
import type { Problem } from './problem.js';

/** Why an item is in a selection or not. Ranks are from 1 on; ties share the better rank. */
export interface Explanation {
  readonly item: number;
  readonly id: string;
  readonly isChosen: boolean;
  /** What the item counts in the objective. */
  readonly value: number;
  readonly cost: number;
  readonly rankByUtility: number;
  readonly rankByUtilityPerCost: number;
  /** The document it is chosen or left out with, where documents are kept whole. */
  readonly document?: string;
  /**
   * For a chosen item: the constraints for whose sake it is kept although the item `over`, which is left out, has a higher
   * value and would fit. `include` for an included item. Empty where it is chosen for its value.
   */
  readonly forcedBy: readonly string[];
  readonly over?: number;
  /** For an item left out: the constraints that adding it would break. `exclude` for an excluded item. */
  readonly forbiddenBy: readonly string[];
}

/** What explanations are made from. */
export interface Explained {
  readonly dataset: Dataset;
  readonly built: Built;
  /** The problem with the rows of its balance. */
  readonly problem: Problem;
  /** Per unit. */
  readonly chosen: Uint8Array;
  readonly itemValues: Float64Array;
  readonly itemCosts: Float64Array;
  readonly documents?: Groups;
  /** The names of the budgets among the constraints. */
  readonly budgets: ReadonlySet<string>;
}

/** How many left-out units are compared with a chosen one. */
const MOST_COMPARED = 2000;

/**
 * A function that explains any item. Making it costs O(N log N), an explanation O(rows of the item), or O(N) for a
 * chosen item that some constraint needs.
 */
export function explainer(explained: Explained): (item: number) => Explanation {
  const { dataset, built, problem, chosen, itemValues, itemCosts, documents } = explained;
  const selection = new WorkingSelection(problem);
  chosen.forEach((inside, unit) => {
    if (inside) selection.flip(unit);
  });
  const byUtility = ranks(itemValues);
  const byRatio = ranks(itemValues.map((value, item) => value / itemCosts[item]));
  const better = betterOutside(explained);
  return (item) => {
    const unit = built.units.of[item];
    const isChosen = chosen[unit] === 1;
    return {
      item,
      id: dataset.ids[item],
      isChosen,
      value: itemValues[item],
      cost: itemCosts[item],
      rankByUtility: byUtility[item],
      rankByUtilityPerCost: byRatio[item],
      ...(documents && { document: documents.labels[documents.of[item]] }),
      ...(isChosen ? whyKept(unit, { explained, selection, better }) : { forcedBy: [] }),
      forbiddenBy: isChosen ? [] : whyLeftOut(unit, { built, selection }),
    };
  };
}

function whyLeftOut(
  unit: number,
  { built, selection }: { built: Built; selection: WorkingSelection },
): string[] {
  return built.decided[unit] === -1 ? ['exclude'] : selection.brokenBy([unit]);
}

/**
 * Looks for the most valuable unit outside that could take the place of a chosen one if it were not for some constraint
 * other than a budget.
 */
function whyKept(
  unit: number,
  { explained, selection, better }: { explained: Explained; selection: WorkingSelection; better: Int32Array },
): { forcedBy: string[]; over?: number } {
  const { built, problem } = explained;
  if (built.decided[unit] === 1) return { forcedBy: ['include'] };
  if (selection.brokenBy([unit]).length === 0) return { forcedBy: [] };
  for (const other of better.subarray(0, MOST_COMPARED)) {
    if (!(problem.values[other] > problem.values[unit])) break;
    const broken = selection.brokenBy([unit, other]);
    if (broken.length > 0 && !broken.some((name) => explained.budgets.has(name))) {
      return { forcedBy: broken, over: built.units.items[built.units.starts[other]] };
    }
  }
  return { forcedBy: [] };
}

/** Units that are left out but not excluded, most valuable first. */
function betterOutside({ built, problem, chosen }: Explained): Int32Array {
  return Int32Array.from(chosen, (_, unit) => unit)
    .filter((unit) => !chosen[unit] && built.decided[unit] === 0)
    .sort((a, b) => problem.values[b] - problem.values[a] || a - b);
}

/** Ranks from 1 on, highest value first; equal values share the better rank. */
function ranks(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values, (_, item) => item).sort((a, b) => values[b] - values[a] || a - b);
  const rank = new Uint32Array(values.length);
  order.forEach((item, at) => {
    rank[item] = at > 0 && values[order[at - 1]] === values[item] ? rank[order[at - 1]] : at + 1;
  });
  return rank;
}
