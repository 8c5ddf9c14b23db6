import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFailed } from '../errors.js';
import { readBytes } from './read-bytes.js';
import { systemReason } from './system-reason.js';

/** A file that exists until it is removed. */
export interface TemporaryFile {
  readonly file: FileHandle;
  remove(): Promise<void>;
}

/** Unpacks a compressed file into the temporary folder, so that any part of it can be read. @throws WRITE_FAILED, BAD_COMPRESSION */
export async function unpackToTemporaryFile(packed: FileHandle, path: string): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), 'goldpan-'));
  const name = join(folder, 'unpacked');
  const file = await open(name, 'wx+', 0o600);
  const remove = async () => {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for await (const chunk of readBytes(packed, path)) {
      await file.writeFile(chunk).catch((error: unknown) => {
        throw writeFailed(name, systemReason(error), 'make room there, or unpack the file yourself');
      });
    }
    return { file, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
