import type { Criterion, Dataset } from '@goldpan/core';

/** How judgements were written. */
export interface JudgementCounts {
  /** Scores with judgements of which they are not the mean. */
  other: number;
  /** Judgements with a row of their own. */
  rows: number;
  /** Those of them that are values of repeated runs. */
  runs: number;
}

/** The name of a criterion whose scale is lost, and how its values are written. */
function written({ name, scale }: Criterion): string {
  const ways = [
    ...(scale.kind === 'ordered' ? ['levels are written as 1, 2, 3'] : []),
    ...(scale.kind !== 'categories' && scale.better === 'lower'
      ? ['lower is better, so values are negated']
      : []),
  ];
  return JSON.stringify(name) + (ways.length > 0 ? ` (${ways.join('; ')})` : '');
}

/** What a CSV file does not hold of the judgements of the items that were written, as notes. O(items). */
export function csvLosses(
  { judgements }: Dataset,
  items: ArrayLike<number>,
  { other, rows, runs }: JudgementCounts,
): string[] {
  if (judgements === undefined) return [];
  const { starts, spans, criteria, copyOf } = judgements;
  let judged = 0;
  let copied = 0;
  let marked = 0;
  for (let at = 0; at < items.length; at++) {
    const [from, to] = [starts[items[at]], starts[items[at] + 1]];
    judged += to - from;
    copied += copyOf?.subarray(from, to).filter((of) => of >= 0).length ?? 0;
    if (spans) marked += spans.starts[to] - spans.starts[from];
  }
  const declared = criteria.filter((criterion) => criterion.declared).map(written);
  const losses: [count: number, what: string][] = [
    [other, 'scores that are not the mean of their judgements and were written without these'],
    [judged - rows, 'judgements without a row of their own'],
    [runs, 'values of repeated runs, which are read back as their mean alone'],
    [copied, 'judgements that identical outputs share, which are read back as answers of their own'],
    [marked, 'marked errors, which CSV does not hold'],
  ];
  return [
    ...losses.flatMap(([count, what]) => (count > 0 ? [`${what}: ${count}`] : [])),
    ...(declared.length > 0 ? [`declared scales, which CSV does not hold: ${declared.join(', ')}`] : []),
  ];
}
