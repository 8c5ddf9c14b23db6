import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unusableInput } from '../errors.js';
import { openError } from '../io/open-file.js';

/**
 * The files that inputs stand for: a file for itself, a folder for every file below it whose name fits, sorted by path.
 *
 * @throws FILE_NOT_FOUND, UNUSABLE_INPUT where a folder holds none
 */
export async function findFiles(paths: readonly string[], pattern: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const stats = await stat(path).catch(async (error: unknown) => {
      throw await openError(error, path);
    });
    if (!stats.isDirectory()) {
      found.push(path);
      continue;
    }
    const names = await readdir(path, { recursive: true, withFileTypes: true });
    const files = names
      .filter((entry) => entry.isFile() && pattern.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    if (files.length === 0)
      throw unusableInput(
        path,
        `must hold files whose names fit ${String(pattern)}; it holds none`,
        'check that this is the right folder',
      );
    found.push(...files.sort());
  }
  return found;
}
