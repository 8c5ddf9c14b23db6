import { didYouMean, quoteList } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { FROM_FILE_NAME } from './file-system.js';
import type { Table } from './table.js';

/** Positions of the columns that options name. */
export interface ColumnIndex {
  /** @throws UNUSABLE_INPUT where the table has no such column */
  required(option: string): number;
  /** The position; −1 where the table has no such column. */
  optional(option: string): number;
}

/** Another name of a column, where no other is named. */
const ALSO_CALLED: Readonly<Record<string, string>> = { annotator: 'rater' };

/** Finds the columns of a table by the options that name them. */
export function columnIndex(
  { path, columns }: Table,
  options: Readonly<Record<string, unknown>>,
): ColumnIndex {
  const optional = (option: string) => {
    const at = columns.indexOf(String(options[option]));
    return at < 0 && options[option] === option ? columns.indexOf(ALSO_CALLED[option] ?? option) : at;
  };
  return {
    optional,
    required(option) {
      const at = optional(option);
      if (at >= 0) return at;
      const name = String(options[option]);
      const problem = `must have a column ${JSON.stringify(name)}; its columns are ${quoteList(columns)}`;
      const delimiter = otherDelimiter(columns);
      if (delimiter !== undefined) throw unusableInput(path, problem, delimiter);
      throw unusableInput(path, `${problem}${didYouMean(name, columns)}`, columnAdvice(option, options));
    },
  };
}

function columnAdvice(option: string, options: Readonly<Record<string, unknown>>): string {
  const advice = (format: string) =>
    `name the column with the option ${option}=… (--format ${format} --${option} COLUMN)`;
  if ('systems' in options)
    return `${advice('wide-table')}; a table with a row per system is --format long-table`;
  const file = option === 'system' ? `; where each file is of one system, --system ${FROM_FILE_NAME}` : '';
  return `${advice('long-table')}${file}; a table with a column per system is --format wide-table`;
}

/** What to do about a header that is one column because its names are separated by something else. */
function otherDelimiter([header, ...rest]: readonly (string | undefined)[]): string | undefined {
  const found = rest.length > 0 ? undefined : [';', '\t', '|', ','].find((mark) => header?.includes(mark));
  return (
    found &&
    `its columns seem to be separated by ${JSON.stringify(found)}: name that with the option delimiter=… (--format long-table --delimiter ${found === '\t' ? "$'\\t'" : `'${found}'`})`
  );
}
