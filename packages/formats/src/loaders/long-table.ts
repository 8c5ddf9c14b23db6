import { DEFAULT_TARGET, z } from '@goldpan/core';
import { CellTable } from '../tables/cell-table.js';
import { columnIndex } from '../tables/column-index.js';
import {
  columnOption,
  itemColumnOptions,
  ratingOptions,
  scoreOptions,
  tableOptions,
} from '../tables/column-options.js';
import { ItemColumns } from '../tables/item-columns.js';
import { parseScore } from '../tables/parse-score.js';
import { scoreNames, type ScoreName } from '../tables/score-names.js';
import { openTable, type Table, type TableRow } from '../tables/table.js';
import { unusableInput } from '../errors.js';
import type { Intake } from './intake.js';
import { defineLoader } from './loader.js';
import { nameOf } from './probe.js';
import { ratingNotes } from './rating-notes.js';

const options = z.object({
  ...itemColumnOptions,
  system: columnOption('system', 'systems'),
  metric: columnOption('metric', 'metric names'),
  score: columnOption('score', 'scores'),
  metrics: z
    .array(z.string())
    .default([])
    .describe('columns of scores, where the table has one column per metric'),
  annotator: columnOption('annotator', 'annotators'),
  output: columnOption('output', 'system outputs'),
  ...ratingOptions,
  ...scoreOptions,
  ...tableOptions,
});

type LongOptions = z.infer<typeof options>;

/** One row per item, system and metric, or one column per metric. */
export const longTableLoader = defineLoader({
  name: 'long-table',
  summary: 'A table with one row per item and system: CSV, TSV or Parquet, with columns named by options.',
  input: 'one or more .csv, .tsv or .parquet files (.gz too)',
  options,
  detect: (probe) => {
    const header = /^[^\n\r]*/.exec(probe.start.toString('utf8').replace(/^\ufeff/, ''))![0].split(/[,\t]/);
    return (
      /\.[ct]sv(\.gz)?$/i.test(nameOf(probe)) &&
      ['item', 'system', 'score'].every((name) => header.includes(name))
    );
  },
  async *load(paths, options, intake) {
    const cells = new CellTable({ rule: options.rule, keepAnnotators: options['keep-annotators'] });
    for (const path of paths) {
      const table = await openTable(path, intake, options);
      try {
        const reader = new LongReader(table, options, { cells, intake });
        for await (const rows of table.rows) for (const row of rows) reader.take(row);
      } finally {
        await table.close();
      }
    }
    ratingNotes(cells, options.rule, intake);
    yield* cells.items();
  },
});

/** Where a row has a score, and what it is called. */
interface ScoreColumn {
  readonly at: number;
  readonly name: (row: TableRow) => ScoreName | undefined;
}

const TAKEN = 'an earlier row has a score of this cell; take one of them out, or name a column of annotators';

class LongReader {
  readonly #cells: CellTable;
  readonly #items: ItemColumns;
  readonly #system: number;
  readonly #annotator: number;
  readonly #output: number;
  readonly #scores: readonly ScoreColumn[];

  constructor(table: Table, options: LongOptions, { cells, intake }: { cells: CellTable; intake: Intake }) {
    const columns = columnIndex(table, options);
    this.#cells = cells;
    this.#items = new ItemColumns(table, columns, { cells, intake });
    this.#system = columns.required('system');
    this.#annotator = columns.optional('annotator');
    this.#output = intake.texts ? columns.optional('output') : -1;
    this.#scores = this.#scoreColumns(table, options);
  }

  take(row: TableRow): void {
    const read = this.#items.read(row);
    if (read === undefined) return;
    const system = this.#items.text(row.values[this.#system]) ?? '';
    if (system === '')
      return this.#reject(row, 'every row must name its system; the value is empty; fill it in');
    const annotator = this.#annotator < 0 ? undefined : this.#items.text(row.values[this.#annotator]);
    const output = this.#output < 0 ? undefined : this.#items.text(row.values[this.#output]);
    const known = this.#cells.positionOf(read.id);
    const scores = this.#scores.map(({ at, name }) => ({
      name: name(row),
      value: parseScore(row.values[at]),
      raw: row.values[at],
    }));
    for (const { name, value, raw } of scores) {
      if (name === undefined)
        return this.#reject(row, 'every row must name its metric; the value is empty; fill it in');
      const place = `system ${JSON.stringify(system)}, metric ${JSON.stringify(name.metric)}`;
      if (value === 'not a score')
        return this.#reject(row, `${place}: a score must be a number or empty; got ${JSON.stringify(raw)}`);
      const taken = known !== undefined && this.#cells.has(known, { system, metric: name.metric, annotator });
      if (value !== 'missing' && taken) return this.#reject(row, `${place}: ${TAKEN}`);
    }
    const before = known === undefined ? undefined : this.#cells.outputOf(known, system);
    if (output !== undefined && (before ?? output) !== output) {
      return this.#reject(
        row,
        `system ${JSON.stringify(system)} must have one output; an earlier row of this item has another`,
      );
    }
    const item = this.#items.keep(row, read);
    if (output !== undefined) this.#cells.output(item, system, output);
    for (const { name, value } of scores) {
      if (typeof value === 'number')
        this.#cells.add(item, { system, metric: name!.metric, annotator }, name!.sign * value);
    }
  }

  #reject(row: TableRow, problem: string): void {
    this.#items.reject(row, problem);
  }

  #scoreColumns(table: Table, options: LongOptions): ScoreColumn[] {
    const columns = columnIndex(table, options);
    const nameOf = scoreNames(options);
    if (options.metrics.length > 0) {
      return options.metrics.map((metric) => {
        const at = columnIndex(table, { metrics: metric }).required('metrics');
        const name = nameOf(metric);
        return { at, name: () => name };
      });
    }
    const at = columns.optional('score');
    const metricAt = columns.optional('metric');
    if (at < 0) {
      throw unusableInput(
        table.path,
        `must have a column of scores; its columns are ${table.columns.join(', ')}`,
        'name it with score=…, or several with metrics=A,B',
      );
    }
    if (metricAt < 0) {
      const name = nameOf(this.#annotator >= 0 ? DEFAULT_TARGET : options.score);
      return [{ at, name: () => name }];
    }
    return [
      {
        at,
        name: (row) => {
          const metric = this.#items.text(row.values[metricAt]);
          return metric ? nameOf(metric) : undefined;
        },
      },
    ];
  }
}
