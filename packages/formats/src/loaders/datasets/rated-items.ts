import type { RatingRule } from '@goldpan/core';
import { CellTable } from '../../tables/cell-table.js';
import { records, type SourceRecord } from '../../tables/records.js';
import type { Intake } from '../../reading/intake.js';
import type { LoadedItem } from '../loader.js';
import { ratingNotes } from '../rating-notes.js';

/** Where the records of a data set go. */
export interface Into<Options> {
  readonly cells: CellTable;
  readonly options: Options;
  readonly intake: Intake;
}

interface Rated {
  readonly rule: RatingRule;
  readonly 'keep-annotators': boolean;
  readonly 'lower-is-better': readonly string[];
}

/**
 * The items of a data set that comes as records: `take` puts each record into the cells of a table, where several ratings of a
 * cell become one score, which is noted.
 *
 * @param derived - human metrics that are computed of judgements and are none themselves
 */
export async function* ratedItems<Options extends Rated>(
  paths: readonly string[],
  { options, intake, derived }: Omit<Into<Options>, 'cells'> & { readonly derived?: readonly string[] },
  take: (record: SourceRecord, into: Into<Options>, path: string) => void,
): AsyncGenerator<LoadedItem> {
  const { rule, 'keep-annotators': keepAnnotators, 'lower-is-better': lowerIsBetter } = options;
  const cells = new CellTable({ rule, keepAnnotators, lowerIsBetter, derived });
  for (const path of paths)
    for await (const batch of records(path, intake))
      for (const record of batch) take(record, { cells, options, intake }, path);
  ratingNotes(cells, rule, intake);
  yield* cells.items();
}
