import { open } from 'node:fs/promises';
import { unusableInput } from '../errors.js';
import type { Intake } from '../reading/intake.js';
import { csvRecords, type CsvDialect } from './csv-records.js';
import { OWN_COLUMN } from './own-column.js';
import { openParquet } from './parquet-table.js';
import type { Table, TableRow } from './table.js';

/** How a table is read. */
export interface TableOptions {
  /** Default: tab where the name ends in .tsv, otherwise a comma. */
  readonly delimiter?: string;
  readonly quote: boolean;
}

/** Opens a CSV, TSV or Parquet file (told by its first bytes) as a table. @throws UNUSABLE_INPUT */
export async function openTable(path: string, intake: Intake, options: TableOptions): Promise<Table> {
  if (await isParquet(path)) return openParquet(path, intake);
  const delimiter = options.delimiter ?? (/\.tsv(\.gz)?$/i.test(path) ? '\t' : ',');
  return openCsv(path, intake, { delimiter, quote: options.quote });
}

async function openCsv(path: string, intake: Intake, dialect: CsvDialect): Promise<Table> {
  const batches = csvRecords(path, intake, dialect);
  const close = async () => void (await batches.return());
  try {
    let first = await batches.next();
    while (!first.done && first.value.length === 0) first = await batches.next();
    if (first.done) {
      intake.failIfRejected();
      throw unusableInput(path, 'must begin with a line of column names; it is empty', 'check the file');
    }
    const [header, ...rest] = first.value;
    const columns = columnNames(path, header.values);
    const rows = async function* () {
      yield rest.flatMap((record) => rowOf(record, { columns, intake }));
      for await (const batch of batches) yield batch.flatMap((record) => rowOf(record, { columns, intake }));
    };
    return { path, columns, rows: rows(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function columnNames(path: string, header: readonly string[]): string[] {
  const columns = header.at(-1) === OWN_COLUMN ? [...header] : header.map((name) => name.trim());
  const double = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  if (double === undefined) return columns;
  const problem = `must name each column once; ${JSON.stringify(double)} occurs twice`;
  throw unusableInput(path, problem, 'rename one of them');
}

type Context = { readonly columns: readonly string[]; readonly intake: Intake };
type CsvBatch = Awaited<ReturnType<ReturnType<typeof csvRecords>['next']>>['value'] & object;

function rowOf({ values, line }: CsvBatch[number], { columns, intake }: Context): TableRow[] {
  if (values.length !== columns.length) {
    const text = `the row must have ${columns.length} values like the header; it has ${values.length}; check for a delimiter in a text without quotes`;
    intake.reject(line, text);
    return [];
  }
  return [{ values, place: line }];
}

async function isParquet(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return false;
  try {
    if (!(await file.stat()).isFile()) return false;
    const magic = Buffer.alloc(4);
    await file.read(magic, 0, 4, 0);
    return magic.toString('latin1') === 'PAR1';
  } finally {
    await file.close();
  }
}
