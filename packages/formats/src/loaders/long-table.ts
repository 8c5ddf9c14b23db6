import { CellTable } from '../tables/cell-table.js';
import { OWN_COLUMN } from '../tables/own-column.js';
import { longOptions } from '../tables/long-options.js';
import { LongReader } from '../tables/long-reader.js';
import { openTable } from '../tables/open-table.js';
import { defineLoader } from './loader.js';
import { nameOf } from './probe.js';
import { ratingNotes } from './rating-notes.js';

/** One row per item, system and metric, or one column per metric. */
export const longTableLoader = defineLoader({
  name: 'long-table',
  summary: 'A table with one row per item and system: CSV, TSV or Parquet, with columns named by options.',
  input: 'one or more .csv, .tsv or .parquet files (.gz too)',
  options: longOptions,
  detect: (probe) => {
    if (!/\.[ct]sv(\.gz)?$/i.test(nameOf(probe))) return false;
    const start = probe.start.toString('utf8').replace(/^\ufeff/, '');
    const header = /^[^\n\r]*/.exec(start)![0].split(/[,\t]/);
    const has = (name: string) => header.includes(name);
    return has('item') && has('system') && (has('score') || has(OWN_COLUMN));
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
