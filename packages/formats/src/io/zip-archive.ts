import { inflateRawSync } from 'node:zlib';
import { badCompression } from '../errors.js';
import type { RandomFile } from '../reading/random-file.js';
import { crc32 } from './crc32.js';

/** One entry of a zip archive. Its name is a label, never a path that anything is written to. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Position of its header in the archive. */
  readonly offset: number;
}

/** A zip archive that is read entry by entry, in the order of its directory. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** The content of an entry, unpacked and checked against its size and checksum. @throws BAD_COMPRESSION */
  read(entry: ZipEntry): Promise<Buffer>;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The most an entry may hold: above any sample of an evaluation log, below what hurts. */
const MOST_BYTES = 256 * 1024 * 1024;
/** The largest directory that is read. */
const MOST_DIRECTORY = 256 * 1024 * 1024;

/**
 * Opens a zip archive by its directory. Entries that overlap, or promise more than they hold, are refused, so that a small
 * file cannot ask for unbounded work.
 *
 * @throws BAD_COMPRESSION where it is cut off, damaged or hostile
 */
export async function openZip(file: RandomFile, path: string): Promise<ZipArchive> {
  const refuse = (problem: string) => badCompression(path, problem, 'copy or write the file again');
  const { size } = file;
  const bytesAt = async (start: number, length: number) => {
    if (!(start >= 0 && length >= 0 && start + length <= size))
      throw refuse('has a zip directory that points outside the file');
    return file.read(start, length);
  };
  const directory = await findDirectory(bytesAt, size);
  if (directory === undefined) throw refuse('must be a complete zip archive; its end is missing');
  if (directory.length > MOST_DIRECTORY) throw refuse('has a zip directory that is too large');
  const entries = parseDirectory(await bytesAt(directory.start, directory.length), directory.count);
  if (entries === undefined) throw refuse('has a damaged zip directory');
  if (overlap(entries)) throw refuse('has zip entries that overlap');
  return { entries, read: (entry) => readEntry(entry, { bytesAt, refuse }) };
}

type BytesAt = (start: number, length: number) => Promise<Buffer>;

async function findDirectory(bytesAt: BytesAt, size: number) {
  const tailStart = Math.max(0, size - 22 - 0xffff);
  const tail = await bytesAt(tailStart, size - tailStart);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const found = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      start: tail.readUInt32LE(at + 16),
    };
    const isLarge = found.count === 0xffff || found.length === 0xffffffff || found.start === 0xffffffff;
    return isLarge ? findDirectory64(bytesAt, tailStart + at - 20) : found;
  }
  return undefined;
}

async function findDirectory64(bytesAt: BytesAt, locatorStart: number) {
  const locator = await bytesAt(locatorStart, 20);
  if (locator.readUInt32LE(0) !== LOCATOR_64) return undefined;
  const end = await bytesAt(Number(locator.readBigUInt64LE(8)), 56);
  if (end.readUInt32LE(0) !== END_64) return undefined;
  const number = (at: number) => Number(end.readBigUInt64LE(at));
  return { count: number(32), length: number(40), start: number(48) };
}

/** The entries of a directory; undefined where it does not hold as many as promised. */
function parseDirectory(bytes: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    );
    const end = at + 46 + nameLength + extraLength + commentLength;
    if (end > bytes.length) return undefined;
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const sizes = [24, 20, 42].map((field) => bytes.readUInt32LE(at + field));
    const [size, packedSize, offset] = wideSizes(sizes, extra);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const flags = bytes.readUInt16LE(at + 8);
    entries.push({
      name,
      size,
      packedSize,
      offset,
      method: bytes.readUInt16LE(at + 10),
      encrypted: (flags & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
    });
    at = end;
  }
  return entries;
}

/** Sizes that do not fit into four bytes stand in an extra field, in order. */
function wideSizes(sizes: readonly number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== 0xffffffff || next + 8 > extra.length) return size;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return [...sizes];
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  return sorted.some(
    ({ offset }, i) => i > 0 && offset < sorted[i - 1].offset + 30 + sorted[i - 1].packedSize,
  );
}

async function readEntry(
  entry: ZipEntry,
  { bytesAt, refuse }: { bytesAt: BytesAt; refuse: (problem: string) => Error },
) {
  const { name, size, packedSize, offset, method, encrypted, crc } = entry;
  const shown = `zip entry ${JSON.stringify(name)}`;
  if (encrypted) throw refuse(`has an encrypted ${shown}`);
  const unpack = METHODS.get(method);
  if (unpack === undefined)
    throw refuse(`has a ${shown} packed by method ${method}, which cannot be read (deflate and zstd can)`);
  if (size > MOST_BYTES) throw refuse(`has a ${shown} of ${size} bytes; at most ${MOST_BYTES} are read`);
  const header = await bytesAt(offset, 30);
  if (header.readUInt32LE(0) !== LOCAL) throw refuse(`has a damaged ${shown}`);
  const packed = await bytesAt(offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), packedSize);
  const content = await unpacked(packed, size, unpack);
  if (content?.length === size && crc32(content) === crc) return content;
  throw refuse(`has a damaged ${shown}`);
}

type Unpack = (packed: Buffer, size: number) => Uint8Array | Promise<Uint8Array>;

/** The ways to pack that are read, by their numbers in the format. */
const METHODS = new Map<number, Unpack>([
  [0, (packed) => packed],
  [8, (packed, size) => inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })],
  [93, unpackZstd],
]);

/** By a library that wants memory as soon as it is loaded. */
async function unpackZstd(packed: Buffer, size: number): Promise<Uint8Array> {
  const { compressors } = await import('hyparquet-compressors');
  return compressors.ZSTD!(packed, size);
}

/** The unpacked bytes; undefined where they are damaged or more than promised. */
async function unpacked(packed: Buffer, size: number, unpack: Unpack): Promise<Buffer | undefined> {
  try {
    const bytes = await unpack(packed, size);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch {
    return undefined;
  }
}
