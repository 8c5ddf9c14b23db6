import { isCopy } from './copies.js';
import type { Judgements } from './judgements.js';

/** The judgements of one criterion on one cell: an item and a system. */
export interface CriterionCell {
  readonly item: number;
  readonly system: number;
  /** Positions of the judgements, in their order. */
  readonly judgements: readonly number[];
}

/**
 * The answers to a criterion cell by cell, item by item; the systems of an item as they come. Cells without one are left out, and so are
 * copies, which are answers to another cell.
 * O(judgements).
 *
 * @param criterion - its position
 */
export function criterionCells(judgements: Judgements, criterion: number): CriterionCell[] {
  const { starts, systems, copyOf } = judgements;
  const cells: CriterionCell[] = [];
  for (let item = 0; item + 1 < starts.length; item++) {
    const bySystem = new Map<number, number[]>();
    for (let j = starts[item]; j < starts[item + 1]; j++) {
      if (judgements.criterion[j] !== criterion || isCopy(copyOf, j)) continue;
      const cell = bySystem.get(systems[j]);
      if (cell === undefined) bySystem.set(systems[j], [j]);
      else cell.push(j);
    }
    for (const [system, list] of bySystem) cells.push({ item, system, judgements: list });
  }
  return cells;
}
