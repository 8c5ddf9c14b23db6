import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFailed } from '../errors.js';
import { isGzip, readBytes } from '../io/read-bytes.js';
import { systemReason } from '../io/system-reason.js';

/** A file of which any part can be read; positions count its unpacked bytes. */
export interface RandomFile {
  readonly size: number;
  /** Some bytes; fewer where the file ends before them. */
  read(start: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Lets an open file be read in parts, and closed. A gzip file is unpacked into the temporary folder until then.
 *
 * @throws WRITE_FAILED, BAD_COMPRESSION; the file is then closed
 */
export async function randomFile(file: FileHandle, path: string): Promise<RandomFile> {
  try {
    if (!(await isGzip(file))) return partsOf(file, () => file.close());
    const { unpacked, remove } = await unpack(file, path);
    await file.close();
    return await partsOf(unpacked, remove);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function partsOf(file: FileHandle, close: () => Promise<void>): Promise<RandomFile> {
  const { size } = await file.stat();
  return {
    size,
    async read(start, length) {
      const bytes = Buffer.from(new ArrayBuffer(length));
      const { bytesRead } = await file.read(bytes, 0, length, start);
      return bytes.subarray(0, bytesRead);
    },
    close,
  };
}

async function unpack(packed: FileHandle, path: string) {
  const folder = await mkdtemp(join(tmpdir(), 'goldpan-'));
  const name = join(folder, 'unpacked');
  const unpacked = await open(name, 'wx+', 0o600);
  const remove = async () => {
    await unpacked.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for await (const chunk of readBytes(packed, path)) {
      await unpacked.writeFile(chunk).catch((error: unknown) => {
        throw writeFailed(name, systemReason(error), 'make room there, or unpack the file yourself');
      });
    }
    return { unpacked, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
