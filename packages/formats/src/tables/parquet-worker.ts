import { openSync, closeSync, fstatSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';

/** What a worker is asked: to open a file, or for the rows of a group of the open one. */
export type ParquetRequest = { readonly open: string } | { readonly group: number };

/** What it answers. */
export interface ParquetAnswer {
  readonly columns?: readonly unknown[];
  readonly groups?: number;
  readonly rows?: readonly (readonly unknown[])[];
  readonly problem?: string;
}

interface OpenParquet {
  readonly buffer: AsyncBuffer;
  readonly metadata: FileMetaData;
}

let current: OpenParquet | undefined;

// Each question has one answer; the first message says that the worker has begun.
parentPort!.on('message', (request: ParquetRequest) => {
  answer(request).then(
    (found) => parentPort!.postMessage(found),
    (error: unknown) =>
      parentPort!.postMessage({ problem: error instanceof Error ? error.message : String(error) }),
  );
});

// Columns are read side by side: where several are damaged, the answer tells of the first, and the others fail behind it.
process.on('unhandledRejection', () => undefined);

parentPort!.postMessage({});

async function answer(request: ParquetRequest): Promise<ParquetAnswer> {
  if ('group' in request) return { rows: await rowsOf(current!, request.group) };
  const buffer = bufferOf(request.open);
  const metadata = await parquetMetadataAsync(buffer);
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (rows !== Number(metadata.num_rows))
    throw new Error(`it promises ${metadata.num_rows} rows and has ${rows}`);
  current = { buffer, metadata };
  return { columns, groups: metadata.row_groups.length };
}

async function rowsOf({ buffer, metadata }: OpenParquet, group: number): Promise<unknown[][]> {
  const before = metadata.row_groups.slice(0, group);
  const rowStart = before.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  const rowEnd = rowStart + Number(metadata.row_groups[group].num_rows);
  let rows: unknown[][] = [];
  const onComplete = (read: unknown[][]) => {
    rows = read;
  };
  const parsers = { stringFromBytes };
  await parquetRead({ file: buffer, metadata, rowStart, rowEnd, compressors, parsers, onComplete });
  if (rows.length !== rowEnd - rowStart)
    throw new Error(`the group that starts at row ${rowStart + 1} is incomplete`);
  return rows.map((values) => values.map(plainValue));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function stringFromBytes(bytes: Uint8Array | undefined): string | undefined {
  return bytes && utf8.decode(bytes);
}

/** A whole number that a double holds becomes one; a larger one keeps its digits as text. */
function plainValue(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** The file, which is open only while it is read. */
function bufferOf(path: string): AsyncBuffer {
  const reading = <T>(read: (file: number) => T): T => {
    const file = openSync(path, 'r');
    try {
      return read(file);
    } finally {
      closeSync(file);
    }
  };
  const byteLength = reading((file) => fstatSync(file).size);
  return {
    byteLength,
    slice(start: number, end = byteLength) {
      const length = end - start;
      if (!(start >= 0 && length >= 0 && end <= byteLength)) throw new Error('it points outside itself');
      const bytes = new Uint8Array(length);
      if (reading((file) => readSync(file, bytes, 0, length, start)) < length)
        throw new Error('it ends early');
      return bytes.buffer;
    },
  };
}
