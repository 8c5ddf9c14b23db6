import { CellTable } from '../tables/cell-table.js';
import { columnIndex } from '../tables/column-index.js';
import { headerOf } from '../tables/header-of.js';
import { OWN_COLUMN } from '../tables/own-column.js';
import { longOptions } from '../tables/long-options.js';
import { judgedMetrics } from '../tables/judged-metrics.js';
import { LongReader } from '../tables/long-reader.js';
import { openTable } from '../tables/open-table.js';
import { peekRows } from '../tables/peek-rows.js';
import { defineLoader } from './loader.js';
import { nameOf } from './probe.js';
import { ratingNotes } from './rating-notes.js';

/** From so many rows is told which columns hold scores, where that is not said. */
const FIRST_ROWS = 1000;

/** One row per item, system and metric, or one column per metric. */
export const longTableLoader = defineLoader({
  name: 'long-table',
  summary: 'A table with one row per item and system: CSV, TSV or Parquet, with columns named by options.',
  input: 'one or more .csv, .tsv or .parquet files (.gz too)',
  options: longOptions,
  detect: (probe) => {
    if (!/\.[ct]sv(\.gz)?$/i.test(nameOf(probe))) return false;
    const header = headerOf(probe.start);
    const has = (name: string) => header.includes(name);
    // Label Studio exports tables that have more to tell.
    return !has('annotation_id') && has('item') && has('system') && (has('score') || has(OWN_COLUMN));
  },
  async *load(paths, options, intake) {
    const cells = new CellTable({ rule: options.rule, keepAnnotators: options['keep-annotators'] });
    let isOwn = false;
    for (const path of paths) {
      const table = await openTable(path, intake, options);
      try {
        // Asked first of a table, so that one without columns is refused as such.
        columnIndex(table, options).required('item');
        const { first, rows } = await peekRows(table.rows, FIRST_ROWS);
        const reader = new LongReader(table, options, { cells, intake, first });
        for await (const batch of rows) for (const row of batch) reader.take(row);
        isOwn ||= table.columns.includes(OWN_COLUMN);
      } finally {
        await table.close();
      }
    }
    if (!isOwn) judgedMetrics(cells, options.human, intake);
    ratingNotes(cells, options.rule, intake);
    yield* cells.items();
  },
});
