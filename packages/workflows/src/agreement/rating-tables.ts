import type { Judgements } from '@goldpan/core';
import type { RatingTable } from '@goldpan/stats';

/** The judgements of one criterion by cell, for coefficients of agreement. */
export interface CriterionRatings {
  /** Positions of the raters who judged it. */
  readonly raters: readonly number[];
  /** Judgements by cell, item by item; a cell is an item and a system. */
  readonly cells: readonly {
    readonly item: number;
    readonly system: number;
    /** Positions of the judgements. */
    readonly judgements: readonly number[];
  }[];
}

/** Collects the judgements of a criterion cell by cell. O(judgements). */
export function criterionRatings(judgements: Judgements, criterion: number): CriterionRatings {
  const { starts, systems, rater } = judgements;
  const raters = new Set<number>();
  const cells: { item: number; system: number; judgements: number[] }[] = [];
  for (let item = 0; item + 1 < starts.length; item++) {
    const bySystem = new Map<number, number[]>();
    for (let j = starts[item]; j < starts[item + 1]; j++) {
      if (judgements.criterion[j] !== criterion) continue;
      raters.add(rater[j]);
      const cell = bySystem.get(systems[j]);
      if (cell === undefined) bySystem.set(systems[j], [j]);
      else cell.push(j);
    }
    for (const [system, list] of bySystem) cells.push({ item, system, judgements: list });
  }
  return { raters: [...raters].sort((a, b) => a - b), cells };
}

/** The cells that at least two raters judged: only these say anything of agreement. */
export function pairedCells({ cells }: CriterionRatings): CriterionRatings['cells'] {
  return cells.filter(({ judgements }) => judgements.length >= 2);
}

/**
 * Ratings cell by cell with as many columns as a cell has at most, whoever gave them: enough for coefficients to which raters are
 * alike (alpha, Fleiss' kappa, ICC(1,1)), and small however many raters there are.
 */
export function packedTable({ values }: Judgements, cells: CriterionRatings['cells']): RatingTable {
  const raters = cells.reduce((most, { judgements }) => Math.max(most, judgements.length), 0);
  const table = new Float64Array(cells.length * raters).fill(NaN);
  cells.forEach(({ judgements }, unit) =>
    judgements.forEach((j, at) => (table[unit * raters + at] = values[j])),
  );
  return { units: cells.length, raters, values: table };
}
