import type { ScoreMatrix } from '../score-matrix.js';
import { judgementView } from './judgement-view.js';
import { columnOf, type ColumnView, type Judgements } from './judgements.js';
import type { RuleOf } from './rating-rule.js';

/** The score columns of a dataset, by name. */
type ScoreColumns = Map<string, Float64Array>;

/**
 * Makes the human columns views of the judgements: adds those that the data lacks, fills cells of the others that have judgements
 * but no score (where a rule is named, all cells that have judgements), and says of each what it is a view of. O(judgements + cells).
 */
export function humanViews(
  judgements: Judgements,
  columns: ScoreColumns,
  { systems, rule }: { systems: number; rule?: RuleOf },
): Map<string, ColumnView> {
  const views = new Map<string, ColumnView>();
  judgements.criteria.forEach((of, criterion) => {
    const { name } = of;
    const column = columnOf(of);
    const given = columns.get(column);
    const asked = typeof rule === 'string' ? rule : rule?.(name);
    const view = judgementView(judgements, { criterion, rule: asked, systems });
    if (view === undefined || view.values.every(Number.isNaN)) return;
    if (given === undefined) columns.set(column, view.values);
    else fill(given, view, asked !== undefined);
    const isView = given === undefined || asked !== undefined;
    views.set(column, { criterion: name, ...(isView && { rule: asked ?? 'mean' }) });
    for (const rater of judgements.raters) {
      const own = `${column}_${rater}`;
      if (columns.has(own) && !views.has(own)) views.set(own, { criterion: name, rater });
    }
  });
  return views;
}

function fill(scores: Float64Array, { values }: ScoreMatrix, anew: boolean): void {
  for (let cell = 0; cell < scores.length; cell++)
    if (Number.isNaN(scores[cell]) || (anew && !Number.isNaN(values[cell]))) scores[cell] = values[cell];
}
