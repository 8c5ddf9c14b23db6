import {
  combineRatings,
  criterionOfColumn,
  hasLevels,
  isHumanColumn,
  type Criterion,
  type Dataset,
} from '@goldpan/core';
import { neutralText } from '../tables/neutral-text.js';
import type { JudgementCounts } from './csv-losses.js';

/** The columns that say who judged, how long it took, and when. */
export const JUDGEMENT_COLUMNS = ['annotator', 'seconds', 'time'];

interface Cells {
  readonly item: number;
  readonly system: number;
  /** Of this item and system, by metric. */
  readonly scores: readonly number[];
  readonly counts: JudgementCounts;
}

/**
 * The metric, score and judgement columns of the rows of one item and system: a row per judgement where a score is the mean of
 * several, otherwise one per score. At least one row. Values are as scores count them: the levels of an order 1, 2, 3, and negated where lower is
 * better.
 */
export function judgementRows(dataset: Dataset, { item, system, scores, counts }: Cells): string[][] {
  const rows: string[][] = [];
  dataset.metrics.forEach((metric, m) => {
    if (Number.isNaN(scores[m]) || dataset.views?.get(metric)?.rater !== undefined) return;
    const parts = partsOf(dataset, { item, system, metric });
    const isMean =
      parts.length > 0 &&
      combineRatings(
        parts.map(({ value }) => value),
        'mean',
      ) === scores[m];
    if (parts.length > 0 && !isMean) counts.other++;
    if (isMean) {
      counts.rows += parts.length;
      if (!isHumanColumn(metric)) counts.runs += parts.length;
      rows.push(...parts.map(({ row }) => [neutralText(metric), ...row]));
    } else rows.push([neutralText(metric), String(scores[m]), '', '', '']);
  });
  return rows.length > 0 ? rows : [['', '', '', '', '']];
}

/** The score that a value on the scale of a criterion counts. */
function scoreOf(value: number, { scale }: Criterion): number {
  const placed = value + (hasLevels(scale) ? 1 : 0);
  return scale.kind !== 'categories' && scale.better === 'lower' ? 0 - placed : placed;
}

/** The judgements of a cell and criterion: the value, and the columns from the score on. */
function partsOf(
  { judgements, views }: Dataset,
  { item, system, metric }: { item: number; system: number; metric: string },
): { value: number; row: string[] }[] {
  if (judgements === undefined || !views?.has(metric)) return [];
  const { starts, raters, criteria, seconds, times } = judgements;
  const name = criterionOfColumn(metric);
  const parts: { value: number; row: string[] }[] = [];
  for (let j = starts[item]; j < starts[item + 1]; j++) {
    if (judgements.systems[j] !== system || criteria[judgements.criterion[j]].name !== name) continue;
    const took = seconds?.[j] ?? NaN;
    const when = times?.[j] ?? NaN;
    const value = scoreOf(judgements.values[j], criteria[judgements.criterion[j]]);
    const row = [
      String(value),
      neutralText(raters[judgements.rater[j]]),
      Number.isNaN(took) ? '' : String(took),
      Number.isNaN(when) ? '' : new Date(when).toISOString(),
    ];
    parts.push({ value, row });
  }
  return parts;
}
