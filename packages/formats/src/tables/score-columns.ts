import { DEFAULT_TARGET, quoteList } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import type { Intake } from '../reading/intake.js';
import type { LongOptions } from './long-options.js';
import { columnIndex } from './column-index.js';
import { OWN_COLUMN } from './own-column.js';
import { plainText } from './neutral-text.js';
import { parseScore } from './parse-score.js';
import { scoreNames, type ScoreName } from './score-names.js';
import type { Table, TableRow } from './table.js';

/** Where a row has a score, and what it is called; undefined where the row does not name it. */
export interface ScoreColumn {
  readonly at: number;
  readonly name: (row: TableRow) => ScoreName | undefined;
}

interface NamedColumn {
  readonly name: string;
  readonly at: number;
}

/**
 * The columns of scores of a long table: those the option `metrics` names; otherwise one column of scores, with one of metric
 * names beside it or not; in a table that Goldpan wrote, every column that is nothing else; in a table with raters, every other
 * column that holds numbers.
 *
 * @throws UNUSABLE_INPUT
 */
export function scoreColumns(
  { table, first, intake }: { table: Table; first: readonly TableRow[]; intake: Intake },
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
    return unnamedColumns(table, options).map(({ at, name }) => fixed(at, plainText(name)));
  const found =
    metricAt < 0 && columns.optional('annotator') >= 0 ? judgedColumns(table, options, first) : [];
  if (found.length > 0) {
    for (const name of options.human) columnIndex(table, { human: name }).required('human');
    const names = found.map(({ name }) => name);
    const left = unnamedColumns(table, options).flatMap(({ name }) => (names.includes(name) ? [] : [name]));
    if (left.length > 0) intake.guess(`columns that are no numbers and were not read: ${quoteList(left)}`);
    return found.map(({ at, name }) => fixed(at, name));
  }
  const problem = `must have a column of scores; its columns are ${table.columns.join(', ')}`;
  throw unusableInput(
    table.path,
    problem,
    'name it with the option score=… (--format long-table --score COLUMN), or several with metrics=A,B',
  );
}

/** The columns that no option names. */
function unnamedColumns(table: Table, options: LongOptions): NamedColumn[] {
  const taken = new Set<unknown>([OWN_COLUMN, ...Object.values(options)]);
  const rater = columnIndex(table, options).optional('annotator');
  return table.columns
    .map((name, at) => ({ name, at }))
    .filter(({ name, at }) => at !== rater && name !== '' && !taken.has(name));
}

/** Those of them that the first rows show to hold scores. */
function judgedColumns(table: Table, options: LongOptions, first: readonly TableRow[]): NamedColumn[] {
  return unnamedColumns(table, options).filter(({ at }) => {
    const values = first.map((row) => parseScore(row.values[at]));
    return !values.includes('not a score') && values.some((value) => typeof value === 'number');
  });
}
