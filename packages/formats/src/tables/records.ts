import { jsonText } from '../json/json-text.js';
import { whereOf, type Intake } from '../reading/intake.js';
import { jsonObject } from '../loaders/json-object.js';
import { probeInput } from '../loaders/probe.js';
import type { TableRow } from './table.js';
import { openTable } from './open-table.js';

/** A record of a file, and where it is. */
export interface SourceRecord {
  readonly value: Readonly<Record<string, any>>;
  /** `"file:line"`, or `"file row 7"`. */
  readonly where: string;
  /** Sets the record aside; the place is put before the text. */
  reject(problem: string): void;
}

/**
 * The records of a file, in batches: JSON lines, a JSON array (or an object with one array in it), CSV, TSV or Parquet, told
 * by its beginning and its name. What is no object is rejected.
 */
export async function* records(path: string, intake: Intake): AsyncGenerator<SourceRecord[], void, void> {
  const start = (await probeInput(path)).start
    .subarray(0, 256)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (start.startsWith('PAR1') || /\.[ct]sv(\.gz)?$/i.test(path)) yield* tableRecords(path, intake);
  else if (start.trimStart().startsWith('[')) yield* arrayRecords(path, intake);
  else yield* lineRecords(path, intake);
}

/** Records of a value that was parsed already. */
export function recordsOf(values: readonly unknown[], path: string, intake: Intake): SourceRecord[] {
  return values.flatMap((value, at) => {
    const where = `${path} record ${at + 1}`;
    const reject = (problem: string) => intake.reject({ where, text: () => jsonText(value) }, problem);
    const object = jsonObject(value);
    if (object === undefined) reject('a record must be an object; write one {…} per record');
    return object === undefined ? [] : [{ value: object, where, reject }];
  });
}

async function* lineRecords(path: string, intake: Intake): AsyncGenerator<SourceRecord[]> {
  for await (const lines of intake.jsonLines(path)) {
    yield lines.flatMap((line) => {
      const reject = (problem: string) => intake.reject(line, problem);
      const value = jsonObject(line.value);
      if (value === undefined) reject('a record must be an object; write one {…} per line');
      return value === undefined ? [] : [{ value, where: whereOf(line), reject }];
    });
  }
}

async function* arrayRecords(path: string, intake: Intake): AsyncGenerator<SourceRecord[]> {
  const value = await intake.json(path);
  yield recordsOf(value as unknown[], path, intake);
}

async function* tableRecords(path: string, intake: Intake): AsyncGenerator<SourceRecord[]> {
  const table = await openTable(path, intake, { quote: true });
  try {
    for await (const batch of table.rows) yield batch.map((row) => recordOf(row, table.columns, intake));
  } finally {
    await table.close();
  }
}

function recordOf({ values, place }: TableRow, columns: readonly string[], intake: Intake): SourceRecord {
  const value = Object.fromEntries(columns.map((name, at) => [name, values[at]]));
  return { value, where: whereOf(place), reject: (problem) => intake.reject(place, problem) };
}
