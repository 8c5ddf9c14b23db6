import type { Problem } from '../problem.js';
import { WorkingSelection } from './working-selection.js';

/** Violations below this are rounding: the smallest real one is a coefficient over a mean coefficient. */
const MET = 1e-9;
/** How many units near the margin take part in swaps. */
const MARGIN = 300;

/**
 * A good selection that meets every row: what the reduced values say, repaired where rows are violated, filled up with what
 * fits, and improved by swapping units in and out as long as that gains.
 *
 * @param reduced - values after the prices of the rows, see `lagrangianBound`
 * @returns undefined when the repair does not succeed; that proves nothing
 * @remarks Deterministic. O(units log units + passes · coefficients + swaps).
 */
export function greedySelection(problem: Problem, reduced: Float64Array): Uint8Array | undefined {
  const order = Uint32Array.from(reduced, (_, unit) => unit).sort((a, b) => reduced[b] - reduced[a] || a - b);
  const selection = new WorkingSelection(problem);
  for (const unit of order) if (reduced[unit] > 0) selection.flip(unit);
  repair(selection, order);
  if (selection.violation() > MET && !repairBySwaps(selection, order)) return undefined;
  fill(selection, { order, values: problem.values });
  for (let round = 0; round < 50 && swapOnce(selection, { order, values: problem.values }); round++) {
    fill(selection, { order, values: problem.values });
  }
  return selection.chosen;
}

/** Drops the least worthy units and adds the worthiest ones while that brings the rows closer to being met. */
function repair(selection: WorkingSelection, order: Uint32Array): void {
  for (let isChanged = true; isChanged && selection.violation() > MET;) {
    isChanged = false;
    const visit = (unit: number, inside: number) => {
      if (selection.chosen[unit] !== inside || selection.change(unit) >= -MET) return;
      selection.flip(unit);
      isChanged = true;
    };
    for (let at = order.length - 1; at >= 0; at--) visit(order[at], 1);
    for (const unit of order) visit(unit, 0);
  }
}

/** Where single flips do not help, pairs may: one unit out, one in. */
function repairBySwaps(selection: WorkingSelection, order: Uint32Array): boolean {
  for (let round = 0; round < 100; round++) {
    const { inside, outside } = margin(selection, order);
    let best = { change: -MET, out: -1, into: -1 };
    for (const out of inside) {
      const first = selection.change(out);
      selection.flip(out);
      for (const into of outside) {
        const change = first + selection.change(into);
        if (change < best.change) best = { change, out, into };
      }
      selection.flip(out);
    }
    if (best.out < 0) return false;
    selection.flip(best.out);
    selection.flip(best.into);
    repair(selection, order);
    if (selection.violation() <= MET) return true;
  }
  return false;
}

interface Goal {
  readonly order: Uint32Array;
  readonly values: Float64Array;
}

/** Adds every unit of value that leaves all rows met, worthiest first, until none is left. */
function fill(selection: WorkingSelection, { order, values }: Goal): void {
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const unit of order) {
      if (selection.chosen[unit] || values[unit] <= 0 || selection.change(unit) > MET) continue;
      selection.flip(unit);
      isChanged = true;
    }
  }
}

/** One pass over the units near the margin: each chosen one makes way for the most valuable one that gains. */
function swapOnce(selection: WorkingSelection, { order, values }: Goal): boolean {
  const { inside, outside } = margin(selection, order);
  outside.sort((a, b) => values[b] - values[a] || a - b);
  let isChanged = false;
  for (const out of inside) {
    const owed = selection.change(out);
    selection.flip(out);
    const gains = (unit: number) =>
      !selection.chosen[unit] && values[unit] > values[out] && owed + selection.change(unit) <= MET;
    const into = outside.find(gains);
    selection.flip(into ?? out);
    isChanged ||= into !== undefined;
  }
  return isChanged;
}

/** Chosen units that are hardly worth it and units outside that nearly are. */
function margin(selection: WorkingSelection, order: Uint32Array) {
  const inside: number[] = [];
  const outside: number[] = [];
  for (let at = order.length - 1; at >= 0 && inside.length < MARGIN; at--) {
    if (selection.chosen[order[at]]) inside.push(order[at]);
  }
  for (let at = 0; at < order.length && outside.length < MARGIN; at++) {
    if (!selection.chosen[order[at]]) outside.push(order[at]);
  }
  return { inside, outside };
}
