import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { notAFile, writeFailed } from '../errors.js';
import { systemReason } from './system-reason.js';
import { clearTemporaries, temporaryName } from './temporary-name.js';

/** What is written: one piece, or pieces that come one after the other. */
export type Content =
  string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** How a file is written. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
}

/**
 * Writes a file whole or not at all: into a temporary name in the same folder, flushed to disk, then renamed. When anything
 * fails (a full disk, an error in the content, an abort) the temporary file is removed and a file that was there before is
 * as it was. Temporary files of the same name that killed programs left are removed. A name that ends in `.gz` is compressed, to the same bytes on every system. Permissions of a file that is
 * replaced are kept and a symbolic link is followed. A pipe or a device, such as /dev/stdout, is written to directly.
 *
 * @throws WRITE_FAILED, NOT_A_FILE for a folder, the reason of the signal, and what the content throws
 */
export async function writeFileAtomic(
  path: string,
  content: Content,
  { signal }: WriteOptions = {},
): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  if (before?.isDirectory()) throw notAFile(path, 'file');
  if (before !== undefined && !before.isFile()) return writeInto(path, { path, content, flags: 'w', signal });
  const target = before === undefined ? path : await realpath(path);
  await clearTemporaries(target);
  const temporary = temporaryName(target);
  try {
    await writeInto(temporary, { path, content, flags: 'wx', mode: before?.mode, signal });
    await rename(temporary, target).catch(failAs(path));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

interface Job extends WriteOptions {
  /** The name for messages. */
  readonly path: string;
  readonly content: Content;
  readonly flags: 'w' | 'wx';
  /** The permissions to set. */
  readonly mode?: number;
}

async function writeInto(name: string, { path, content, flags, mode, signal }: Job): Promise<void> {
  const file = await open(name, flags).catch(failAs(path));
  try {
    const packed = path.endsWith('.gz');
    const write = async (chunks: AsyncIterable<Buffer>) => {
      let isHeader = packed;
      for await (const chunk of chunks) {
        signal?.throwIfAborted();
        // The tenth byte of gzip data names the operating system: 255 is "unknown".
        if (isHeader) chunk[9] = 255;
        isHeader = false;
        await file.writeFile(chunk).catch(failAs(path));
      }
    };
    const blocks = blocksOf(content);
    if (packed) await pipeline(blocks, createGzip(), write, { signal });
    else await pipeline(blocks, write, { signal });
    if (mode !== undefined) await file.chmod(mode & 0o777).catch(failAs(path));
    if (flags === 'wx') await file.sync().catch(failAs(path));
  } finally {
    await file.close();
  }
}

const BLOCK = 256 * 1024;

/** The content in blocks that are worth a system call. */
async function* blocksOf(content: Content): AsyncGenerator<Buffer> {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece);
    waiting.push(bytes);
    length += bytes.length;
    if (length < BLOCK) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

function failAs(path: string): (error: unknown) => never {
  return (error) => {
    throw writeFailed(path, systemReason(error), adviceFor((error as { code?: string }).code));
  };
}

function adviceFor(code: string | undefined): string {
  if (code === 'ENOENT') return 'make the folder first';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'make room on the disk, or name a file on another one';
  return 'name a file that you may write';
}
