import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { badCompression, readFailed } from '../errors.js';
import { tarMember } from './tar-member.js';
import { systemReason } from './system-reason.js';

/** What is done on the side while a file is read. */
export interface ReadBytesOptions {
  /** Gets the bytes of the file as it lies on disk. */
  readonly hash?: Hash;
  /** Called with the number of bytes of the file that have been read. */
  readonly onBytes?: (bytes: number) => void;
  readonly signal?: AbortSignal;
  /** Give the bytes as they lie on disk, of whatever kind. */
  readonly raw?: boolean;
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const CHUNK = 1024 * 1024;
const PAGE = 4096;

/**
 * The bytes of an open file from its start, uncompressed where its first bytes say that it is gzip (of a tar archive: its one file). A chunk is valid only
 * until the next one is asked for.
 *
 * @throws BAD_COMPRESSION for damaged, truncated or unknown compression, READ_FAILED, and the reason of the signal
 */
export async function* readBytes(
  file: FileHandle,
  path: string,
  options: ReadBytesOptions = {},
): AsyncGenerator<Buffer, void, void> {
  const raw = rawChunks(file, path, options);
  if (options.raw) return yield* raw;
  const first = await raw.next();
  if (first.done) return;
  refuseOtherEncodings(first.value, path);
  if (first.value.subarray(0, 2).equals(GZIP)) {
    yield* tarMember(gunzipped(first.value, raw, path), path);
    return;
  }
  yield first.value;
  yield* raw;
}

/** Whether a file on disk begins as gzip does. */
export async function isGzip(file: FileHandle): Promise<boolean> {
  const start = Buffer.alloc(2);
  await file.read(start, 0, 2, 0);
  return start.equals(GZIP);
}

async function* rawChunks(file: FileHandle, path: string, options: ReadBytesOptions) {
  const { hash, onBytes, signal } = options;
  const stats = await file.stat();
  const seekable = stats.isFile();
  const buffer = Buffer.allocUnsafe(seekable ? Math.min(CHUNK, Math.max(PAGE, stats.size)) : CHUNK);
  for (let position = 0; ;) {
    signal?.throwIfAborted();
    const bytesRead = await readInto(buffer, { file, path, position: seekable ? position : null });
    if (bytesRead === 0) return;
    position += bytesRead;
    const chunk = buffer.subarray(0, bytesRead);
    hash?.update(chunk);
    onBytes?.(position);
    yield chunk;
  }
}

async function readInto(buffer: Buffer, from: { file: FileHandle; path: string; position: number | null }) {
  try {
    return (await from.file.read(buffer, 0, buffer.length, from.position)).bytesRead;
  } catch (error) {
    throw readFailed(from.path, systemReason(error));
  }
}

async function* gunzipped(first: Buffer, rest: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  const copies = async function* () {
    yield Buffer.from(first);
    for await (const chunk of rest) yield Buffer.from(chunk);
  };
  const source = Readable.from(copies(), { highWaterMark: 1 });
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // A failing source ends the unpacking with its own error.
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Buffer;
  } catch (error) {
    throw compressionError(error, path);
  } finally {
    source.destroy();
  }
}

function compressionError(error: unknown, path: string): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'Z_BUF_ERROR') {
    return badCompression(
      path,
      'ends in the middle of its gzip data',
      'copy or download the file again: it is cut off',
    );
  }
  if (code?.startsWith('Z_')) {
    const reason = (error as Error).message;
    return badCompression(path, `has damaged gzip data (${reason})`, 'copy or download the file again');
  }
  return error;
}

const OTHER_ENCODINGS: readonly {
  readonly magic: readonly number[];
  readonly name: string;
  readonly advice: string;
}[] = [
  { magic: [0x28, 0xb5, 0x2f, 0xfd], name: 'zstd data', advice: 'unpack it first: zstd -d FILE' },
  { magic: [0x42, 0x5a, 0x68], name: 'bzip2 data', advice: 'unpack it first: bunzip2 FILE' },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'xz data', advice: 'unpack it first: unxz FILE' },
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    name: 'a zip archive',
    advice: 'unpack it first, or name its format (--format)',
  },
  {
    magic: [0x50, 0x41, 0x52, 0x31],
    name: 'a Parquet file',
    advice: 'name the kind of table (--format long-table or wide-table)',
  },
  { magic: [0xff, 0xfe], name: 'UTF-16 text', advice: 'save it as UTF-8' },
  { magic: [0xfe, 0xff], name: 'UTF-16 text', advice: 'save it as UTF-8' },
];

function refuseOtherEncodings(first: Buffer, path: string): void {
  const other = OTHER_ENCODINGS.find(({ magic }) => magic.every((byte, at) => first[at] === byte));
  if (first.toString('latin1', 257, 262) === 'ustar')
    throw badCompression(
      path,
      'must be text in UTF-8, plain or as gzip; it is a tar archive',
      'unpack it first (tar -xf FILE); a .tar.gz of one file is read',
    );
  if (other)
    throw badCompression(path, `must be text in UTF-8, plain or as gzip; it is ${other.name}`, other.advice);
}
