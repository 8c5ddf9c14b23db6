import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { isGoldpanError } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { jsonText } from '../json/json-text.js';
import type { Intake } from '../reading/intake.js';
import type { RandomFile } from '../reading/random-file.js';
import type { Table, TableRow } from './table.js';

/** Opens a Parquet file as a table; memory holds one row group at a time. @throws UNUSABLE_INPUT where it is damaged */
export async function openParquet(path: string, intake: Intake): Promise<Table> {
  const file = await intake.open(path);
  try {
    const buffer = asyncBuffer(file);
    const metadata = await parquetMetadataAsync(buffer);
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    const rows = rowsOf(path, { buffer, metadata, columns, intake });
    return { path, columns, rows, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw damaged(path, error);
  }
}

interface Parquet {
  readonly buffer: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly columns: readonly string[];
  readonly intake: Intake;
}

async function* rowsOf(path: string, parquet: Parquet): AsyncGenerator<TableRow[], void, void> {
  const { buffer, metadata, columns, intake } = parquet;
  let start = 0;
  try {
    for (const group of metadata.row_groups) {
      intake.signal?.throwIfAborted();
      const end = start + Number(group.num_rows);
      const rows = await readRows({ file: buffer, metadata, rowStart: start, rowEnd: end });
      const first = start + 1;
      yield rows.map((values, at) => rowOf(path, columns, { values, number: first + at }));
      start = end;
    }
    if (start !== Number(metadata.num_rows))
      throw new Error(`it promises ${metadata.num_rows} rows and has ${start}`);
  } catch (error) {
    throw damaged(path, error);
  }
}

interface RowRange {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly rowStart: number;
  readonly rowEnd: number;
}

async function readRows(range: RowRange): Promise<unknown[][]> {
  let rows: unknown[][] = [];
  const onComplete = (read: unknown[][]) => {
    rows = read;
  };
  await parquetRead({ ...range, compressors, parsers: { stringFromBytes }, onComplete });
  if (rows.length !== range.rowEnd - range.rowStart)
    throw new Error(`the group that starts at row ${range.rowStart + 1} is incomplete`);
  return rows;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function stringFromBytes(bytes: Uint8Array | undefined): string | undefined {
  return bytes && utf8.decode(bytes);
}

function rowOf(
  path: string,
  columns: readonly string[],
  row: { values: readonly unknown[]; number: number },
): TableRow {
  const values = row.values.map(plainValue);
  const text = () => jsonText(Object.fromEntries(columns.map((name, at) => [name, values[at]])));
  return { values, place: { where: `${path} row ${row.number}`, text } };
}

/** A whole number that a double holds becomes one; a larger one keeps its digits as text. */
function plainValue(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

function asyncBuffer(file: RandomFile): AsyncBuffer {
  const byteLength = file.size;
  return {
    byteLength,
    async slice(start: number, end = byteLength) {
      const length = end - start;
      if (!(start >= 0 && length >= 0 && end <= byteLength)) throw new Error('it points outside itself');
      const bytes = await file.read(start, length);
      if (bytes.length < length) throw new Error('it ends early');
      return bytes.buffer as ArrayBuffer;
    },
  };
}

function damaged(path: string, error: unknown): unknown {
  if (isGoldpanError(error) || (error as Error).name === 'AbortError') return error;
  const reason = error instanceof Error ? error.message : String(error);
  return unusableInput(path, `cannot be read as Parquet: ${reason}`, 'copy or write the file again');
}
