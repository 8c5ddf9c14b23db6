import { open, readdir, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileNotFound, notAFile, readFailed } from '../errors.js';
import { systemReason } from './system-reason.js';

/**
 * Opens a file for reading.
 *
 * @throws FILE_NOT_FOUND with the nearest name in the folder, NOT_A_FILE for a folder, READ_FAILED
 */
export async function openFile(path: string): Promise<FileHandle> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw await openError(error, path);
  }
  if (!(await file.stat()).isDirectory()) return file;
  await file.close();
  throw notAFile(path, 'file');
}

/** The error for a path that cannot be opened. */
export async function openError(error: unknown, path: string): Promise<Error> {
  const { code } = error as { code?: string };
  if (code === 'EISDIR') return notAFile(path, 'file');
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return readFailed(path, systemReason(error));
  const folder = dirname(path);
  const known = await readdir(folder).catch(() => undefined);
  return fileNotFound(path, {
    folder,
    folderExists: known !== undefined,
    name: basename(path),
    known: known ?? [],
  });
}
