import { isGoldpanError } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { jsonText } from '../json/json-text.js';
import type { Intake } from '../reading/intake.js';
import { parquetReader, type ParquetReader } from './parquet-reader.js';
import type { Table, TableRow } from './table.js';

/** Opens a Parquet file as a table; memory holds one row group at a time. @throws UNUSABLE_INPUT where it is damaged */
export async function openParquet(path: string, intake: Intake): Promise<Table> {
  const file = await intake.open(path);
  await file.close();
  const reader = parquetReader(file.size, intake.signal);
  try {
    const { columns = [], groups = 0 } = await reader.ask({ open: path });
    if (!columns.every((name): name is string => typeof name === 'string' && name !== ''))
      throw unusableInput(path, 'must name each of its columns; one has no name', 'name it');
    const rows = rowsOf(path, { reader, columns, groups });
    return { path, columns, rows, close: () => reader.close() };
  } catch (error) {
    await reader.close();
    throw damaged(path, error);
  }
}

interface Parquet {
  readonly reader: ParquetReader;
  readonly columns: readonly string[];
  readonly groups: number;
}

async function* rowsOf(
  path: string,
  { reader, columns, groups }: Parquet,
): AsyncGenerator<TableRow[], void, void> {
  let first = 1;
  for (let group = 0; group < groups; group++) {
    const { rows = [] } = await reader.ask({ group }).catch((error: unknown) => {
      throw damaged(path, error);
    });
    const start = first;
    yield rows.map((values, at) => rowOf(path, columns, { values, number: start + at }));
    first += rows.length;
  }
}

function rowOf(
  path: string,
  columns: readonly string[],
  { values, number }: { values: readonly unknown[]; number: number },
): TableRow {
  const text = () => jsonText(Object.fromEntries(columns.map((name, at) => [name, values[at]])));
  return { values, place: { where: `${path} row ${number}`, text } };
}

function damaged(path: string, error: unknown): unknown {
  if (isGoldpanError(error) || (error as Error).name === 'AbortError') return error;
  const reason = error instanceof Error ? error.message : String(error);
  return unusableInput(path, `cannot be read as Parquet: ${reason}`, 'copy or write the file again');
}
