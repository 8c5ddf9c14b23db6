import type { RatingRule } from '@goldpan/core';
import { counted } from '../counted.js';
import type { CellTable } from '../tables/cell-table.js';
import type { Intake } from '../reading/intake.js';

const RULES: Readonly<Record<RatingRule, string>> = {
  mean: 'their mean counts',
  'z-mean': 'the mean of their standardised ratings counts',
  median: 'their median counts',
};

/** Notes how many annotators rated each metric, how many ratings they gave, and by which rule they became one score. */
export function ratingNotes(cells: CellTable, rule: RatingRule, intake: Intake): void {
  for (const metric of cells.metrics) {
    const annotators = cells.annotators(metric);
    if (annotators.size === 0) continue;
    const total = [...annotators.values()].reduce((sum, count) => sum + count, 0);
    intake.note(
      `${metric}: ${counted(total, 'rating')} by ${counted(annotators.size, 'annotator')}; where a cell has several, ${RULES[rule]}`,
    );
  }
}
