import type { Budget } from './budget.js';
import { checkBound, checkWarnings } from './check-remarks.js';
import { invalidSelection } from './errors.js';
import { isFloat64Array } from './is-float64-array.js';
import { rankByUtility } from './rank-by-utility.js';
import type { Selection, SelectorResult } from './selection.js';
import { showValue } from './show-value.js';
import { spend } from './spend.js';

interface Given {
  /** Number of items, N. */
  readonly size: number;
  readonly budget?: Budget;
  readonly costs?: Float64Array;
}

/**
 * Checks what a selector returned and fills in what follows from it: the ranking and, with a budget, the chosen items.
 *
 * @throws INVALID_SELECTION
 */
export function completeSelection(
  selector: string,
  result: SelectorResult,
  given: Given,
): Omit<Selection, 'selector' | 'options' | 'seed'> {
  if (typeof result !== 'object' || result === null) {
    throw invalidSelection(selector, `must return an object; it returned ${showValue(result)}`);
  }
  const { size } = given;
  const { utilities, inclusion, weights, warnings, bound, details } = result;
  checkNumbers(selector, UTILITIES, { values: utilities, size });
  checkNumbers(selector, INCLUSION, { values: inclusion, size });
  checkNumbers(selector, WEIGHTS, { values: weights, size });
  checkWarnings(selector, warnings);
  checkBound(selector, bound);
  const own = result.chosen && distinctItems(selector, 'chosen items', { items: result.chosen, size });
  if (own) checkSpending(selector, own, given);
  const ranking = rankingOf(selector, result, { own, size });
  const chosen = own ?? (given.budget && spend(ranking, given.budget, given.costs));
  return {
    ranking,
    ...(utilities && { utilities }),
    ...(chosen && { chosen }),
    ...(inclusion && { inclusion }),
    ...(weights && { weights }),
    ...(warnings && warnings.length > 0 && { warnings }),
    ...(bound && { bound }),
    ...(details !== undefined && { details }),
  };
}

function rankingOf(
  selector: string,
  result: SelectorResult,
  { own, size }: { own?: Uint32Array; size: number },
): Uint32Array {
  if (result.ranking) {
    const ranking = distinctItems(selector, 'a ranking', { items: result.ranking, size });
    if (ranking.length === size) return ranking;
    throw invalidSelection(selector, `must rank all ${size} items; it ranked ${ranking.length}`);
  }
  const byUtility = result.utilities && rankByUtility(result.utilities);
  if (!own) {
    if (byUtility) return byUtility;
    const problem = 'must return utilities, a ranking or chosen items; it returned none of them';
    throw invalidSelection(selector, problem);
  }
  const isChosen = new Uint8Array(size);
  for (const item of own) isChosen[item] = 1;
  const all = byUtility ?? Uint32Array.from({ length: size }, (_, item) => item);
  return Uint32Array.from([...own, ...all.filter((item) => !isChosen[item])]);
}

function distinctItems(
  selector: string,
  what: string,
  { items, size }: { items: ArrayLike<number>; size: number },
): Uint32Array {
  const seen = new Uint8Array(size);
  for (let rank = 0; rank < items.length; rank++) {
    const item = items[rank];
    if (!(Number.isInteger(item) && item >= 0 && item < size)) {
      const problem = `must return ${what} of indices below ${size}; got ${showValue(item)} at rank ${rank + 1}`;
      throw invalidSelection(selector, problem);
    }
    if (seen[item])
      throw invalidSelection(selector, `must return ${what} without repetition; item ${item} occurs twice`);
    seen[item] = 1;
  }
  return Uint32Array.from(items);
}

interface Column {
  readonly what: string;
  readonly least: number;
  readonly most: number;
  /** The range in words. */
  readonly requirement: string;
}

const UTILITIES = { what: 'utilities', least: -Infinity, most: Infinity, requirement: 'that are numbers' };
const INCLUSION = { what: 'inclusion probabilities', least: 0, most: 1, requirement: 'from 0 to 1' };
const WEIGHTS = { what: 'weights', least: 0, most: Number.MAX_VALUE, requirement: 'of 0 or more, finite' };

function checkNumbers(
  selector: string,
  { what, least, most, requirement }: Column,
  { values, size }: { values?: Float64Array; size: number },
): void {
  if (values === undefined) return;
  if (!isFloat64Array(values))
    throw invalidSelection(selector, `must return ${what} as a Float64Array; got ${showValue(values)}`);
  if (values.length !== size)
    throw invalidSelection(selector, `must return ${size} ${what}; it returned ${values.length}`);
  // Written so that NaN is found too.
  const item = values.findIndex((value) => !(value >= least && value <= most));
  if (item < 0) return;
  throw invalidSelection(selector, `must return ${what} ${requirement}; item ${item} has ${values[item]}`);
}

/** Sums of costs are rounded, so a billionth is let pass. */
function checkSpending(selector: string, chosen: Uint32Array, { budget, costs }: Given): void {
  if (budget?.items !== undefined && chosen.length > budget.items) {
    const problem = `must choose at most ${budget.items} items, the budget; it chose ${chosen.length}`;
    throw invalidSelection(selector, problem);
  }
  if (budget?.cost === undefined || costs === undefined) return;
  const spent = chosen.reduce((sum, item) => sum + costs[item], 0);
  if (spent > budget.cost * (1 + 1e-9)) {
    const problem = `must choose items of at most ${budget.cost} in cost, the budget; its choice costs ${spent}`;
    throw invalidSelection(selector, problem);
  }
}
