import { DEFAULT_TARGET, z } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { CellTable } from '../tables/cell-table.js';
import { columnIndex } from '../tables/column-index.js';
import { itemColumnOptions, scoreOptions, tableOptions } from '../tables/column-options.js';
import { ItemColumns } from '../tables/item-columns.js';
import { headerOf } from '../tables/header-of.js';
import { pairedPrefixes } from '../tables/paired-columns.js';
import { parseScore, scoreProblem } from '../tables/parse-score.js';
import { scoreNames, type ScoreName } from '../tables/score-names.js';
import type { Table, TableRow } from '../tables/table.js';
import { openTable } from '../tables/open-table.js';
import type { Intake } from '../reading/intake.js';
import { defineLoader } from './loader.js';
import { nameOf } from './probe.js';

const options = z.object({
  ...itemColumnOptions,
  systems: z
    .array(z.string())
    .default([])
    .describe('columns of systems; default: every column that no other option names'),
  metric: z.string().default(DEFAULT_TARGET).describe('what the scores in the system columns are'),
  separator: z
    .string()
    .min(1)
    .optional()
    .describe('what stands between system and metric where columns are named SYSTEM<separator>METRIC'),
  'output-prefix': z
    .string()
    .min(1)
    .optional()
    .describe('what the names of columns that hold outputs begin with, such as "output:"'),
  'score-prefix': z
    .string()
    .min(1)
    .optional()
    .describe('what the names of columns that hold scores begin with, such as "score:"'),
  ...scoreOptions,
  ...tableOptions,
});

type WideOptions = z.infer<typeof options>;

/** One row per item, one column per system (or per system and metric). */
export const wideTableLoader = defineLoader({
  name: 'wide-table',
  summary: 'A table with one row per item and one column per system: CSV, TSV or Parquet.',
  input: 'one or more .csv, .tsv or .parquet files (.gz too)',
  options,
  detect: (probe) =>
    /\.[ct]sv(\.gz)?$/i.test(nameOf(probe)) && pairedPrefixes(headerOf(probe.start)) !== undefined,
  async *load(paths, options, intake) {
    const cells = new CellTable();
    for (const path of paths) {
      const table = await openTable(path, intake, options);
      try {
        const reader = new WideReader(table, withPrefixes(table, options, intake), { cells, intake });
        for await (const rows of table.rows) for (const row of rows) reader.take(row);
      } finally {
        await table.close();
      }
    }
    yield* cells.items();
  },
});

interface SystemColumn extends ScoreName {
  readonly at: number;
  readonly system: string;
}

class WideReader {
  readonly #cells: CellTable;
  readonly #items: ItemColumns;
  readonly #scores: readonly SystemColumn[];
  readonly #outputs: readonly { at: number; system: string }[];

  constructor(table: Table, options: WideOptions, { cells, intake }: { cells: CellTable; intake: Intake }) {
    this.#cells = cells;
    this.#items = new ItemColumns(table, columnIndex(table, options), { cells, intake });
    const prefix = options['output-prefix'];
    const isOutput = (name: string) => prefix !== undefined && name.startsWith(prefix);
    const outputs = table.columns.flatMap((name, at) =>
      isOutput(name) ? [{ at, system: name.slice(prefix!.length) }] : [],
    );
    this.#outputs = intake.texts ? outputs : [];
    this.#scores = scoreColumns(table, options, (name) => !isOutput(name));
  }

  take(row: TableRow): void {
    const read = this.#items.read(row);
    if (read === undefined) return;
    if (this.#cells.positionOf(read.id) !== undefined) {
      const problem =
        'an earlier row is of the same item; give every item one row, or read the table as a long one';
      return this.#items.reject(row, problem);
    }
    const values = this.#scores.map((column) => ({ column, value: parseScore(row.values[column.at]) }));
    const bad = values.find(({ value }) => value === 'not a score');
    if (bad !== undefined) {
      const { system, metric, at } = bad.column;
      const place = `system ${JSON.stringify(system)}, metric ${JSON.stringify(metric)}`;
      const problem = `${place}: ${scoreProblem(row.values[at])}`;
      return this.#items.reject(
        row,
        `${problem}; name the columns of systems with systems=A,B where this column is none`,
      );
    }
    const item = this.#items.keep(row, read);
    for (const { column, value } of values) {
      if (typeof value === 'number') this.#cells.add(item, column, column.sign * value);
    }
    for (const { at, system } of this.#outputs) {
      const text = this.#items.text(row.values[at]);
      if (text !== undefined) this.#cells.output(item, system, text);
    }
  }
}

/** With the prefixes of columns that come in pairs ("Output A", "Score A"), where no option says which columns are what. */
function withPrefixes(table: Table, options: WideOptions, intake: Intake): WideOptions {
  const isTold =
    options.systems.length > 0 ||
    [options.separator, options['output-prefix'], options['score-prefix']].some((told) => told !== undefined);
  const paired = isTold ? undefined : pairedPrefixes(table.columns);
  if (paired === undefined) return options;
  const { output, score } = paired;
  intake.guess(
    `columns named ${JSON.stringify(output)} are outputs and ${JSON.stringify(score)} scores of the systems whose names follow (output-prefix, score-prefix)`,
  );
  return { ...options, 'output-prefix': output, 'score-prefix': score };
}

/** The columns of scores: those that are named, or all that nothing else is known of. */
function scoreColumns(table: Table, options: WideOptions, isFree: (name: string) => boolean): SystemColumn[] {
  const taken = new Set(
    Object.keys(itemColumnOptions).map((option) => (options as Record<string, unknown>)[option]),
  );
  const scoreName = scoreNames(options);
  const prefix = options['score-prefix'] ?? '';
  const found = table.columns.flatMap((name, at): SystemColumn[] => {
    if (name === '' || taken.has(name) || !isFree(name)) return [];
    if (!name.startsWith(prefix)) return [];
    const cut = options.separator === undefined ? -1 : name.indexOf(options.separator, prefix.length);
    const system = name.slice(prefix.length, cut < 0 ? undefined : cut);
    const metric = cut < 0 ? options.metric : name.slice(cut + options.separator!.length);
    if (options.systems.length > 0 && !options.systems.includes(system)) return [];
    return [{ at, system, ...scoreName(metric) }];
  });
  if (found.length > 0) return found;
  throw unusableInput(
    table.path,
    'must have a column per system; it has none besides those of the items',
    'name them with systems=A,B',
  );
}
