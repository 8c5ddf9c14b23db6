import { didYouMean, quoteList } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import type { Table } from './table.js';

/** Positions of the columns that options name. */
export interface ColumnIndex {
  /** @throws UNUSABLE_INPUT where the table has no such column */
  required(option: string): number;
  /** The position; −1 where the table has no such column. */
  optional(option: string): number;
}

/** Finds the columns of a table by the options that name them. */
export function columnIndex(
  { path, columns }: Table,
  options: Readonly<Record<string, unknown>>,
): ColumnIndex {
  const optional = (option: string) => columns.indexOf(String(options[option]));
  return {
    optional,
    required(option) {
      const at = optional(option);
      if (at >= 0) return at;
      const name = String(options[option]);
      const problem = `must have a column ${JSON.stringify(name)}; its columns are ${quoteList(columns)}${didYouMean(name, columns)}`;
      throw unusableInput(path, problem, `name the column with the option ${option}=…`);
    },
  };
}
