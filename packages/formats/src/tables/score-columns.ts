import { DEFAULT_TARGET } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import type { LongOptions } from './long-options.js';
import { columnIndex } from './column-index.js';
import { OWN_COLUMN } from './own-column.js';
import { plainText } from './neutral-text.js';
import { scoreNames, type ScoreName } from './score-names.js';
import type { Table, TableRow } from './table.js';

/** Where a row has a score, and what it is called; undefined where the row does not name it. */
export interface ScoreColumn {
  readonly at: number;
  readonly name: (row: TableRow) => ScoreName | undefined;
}

/**
 * The columns of scores of a long table: those the option `metrics` names; otherwise one column of scores, with one of metric
 * names beside it or not; in a table that Goldpan wrote, every column that is nothing else.
 *
 * @throws UNUSABLE_INPUT
 */
export function scoreColumns(
  table: Table,
  options: LongOptions,
  textOf: (value: unknown) => string | undefined,
): ScoreColumn[] {
  const nameOf = scoreNames(options);
  const fixed = (at: number, metric: string): ScoreColumn => {
    const name = nameOf(metric);
    return { at, name: () => name };
  };
  if (options.metrics.length > 0) {
    return options.metrics.map((metric) =>
      fixed(columnIndex(table, { metrics: metric }).required('metrics'), metric),
    );
  }
  const columns = columnIndex(table, options);
  const at = columns.optional('score');
  const metricAt = columns.optional('metric');
  if (at >= 0 && metricAt >= 0) {
    const name = (row: TableRow) => {
      const metric = textOf(row.values[metricAt]);
      return metric ? nameOf(metric) : undefined;
    };
    return [{ at, name }];
  }
  if (at >= 0) return [fixed(at, columns.optional('annotator') >= 0 ? DEFAULT_TARGET : options.score)];
  if (table.columns.includes(OWN_COLUMN))
    return ownColumns(table, options).map(({ at, name }) => fixed(at, plainText(name)));
  const problem = `must have a column of scores; its columns are ${table.columns.join(', ')}`;
  throw unusableInput(table.path, problem, 'name it with score=…, or several with metrics=A,B');
}

/** The columns of a table that Goldpan wrote which no option names. */
function ownColumns(table: Table, options: LongOptions) {
  const taken = new Set<unknown>([OWN_COLUMN, ...Object.values(options)]);
  return table.columns.map((name, at) => ({ name, at })).filter(({ name }) => !taken.has(name));
}
