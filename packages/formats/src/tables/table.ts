import type { Place } from '../reading/intake.js';

/** A value of a table: text from CSV; texts, numbers and more from Parquet. */
export type TableValue = unknown;

/** One row, and where it is. */
export interface TableRow {
  readonly values: readonly TableValue[];
  readonly place: Place;
}

/** A table with named columns. Rows come in batches. */
export interface Table {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly TableRow[]>;
  /** Lets go of the file, whether its rows were read or not. */
  close(): Promise<void>;
}
