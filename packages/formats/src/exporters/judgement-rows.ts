import { combineRatings, criterionOfColumn, isHumanColumn, type Dataset } from '@goldpan/core';
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
 * several, otherwise one per score. At least one row.
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

/** The judgements of a cell and criterion: the value, and the columns from the score on. */
function partsOf(
  { judgements, views }: Dataset,
  { item, system, metric }: { item: number; system: number; metric: string },
): { value: number; row: string[] }[] {
  if (judgements === undefined || !views?.has(metric)) return [];
  const { starts, raters, criteria, values, seconds, times } = judgements;
  const name = criterionOfColumn(metric);
  const parts: { value: number; row: string[] }[] = [];
  for (let j = starts[item]; j < starts[item + 1]; j++) {
    if (judgements.systems[j] !== system || criteria[judgements.criterion[j]].name !== name) continue;
    const took = seconds?.[j] ?? NaN;
    const when = times?.[j] ?? NaN;
    const row = [
      String(values[j]),
      neutralText(raters[judgements.rater[j]]),
      Number.isNaN(took) ? '' : String(took),
      Number.isNaN(when) ? '' : new Date(when).toISOString(),
    ];
    parts.push({ value: values[j], row });
  }
  return parts;
}
