import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { writeFailed } from '../errors.js';

/**
 * Refuses an output that is one of the inputs, or another output, under whatever name: another path, a symbolic link, a hard link. Devices
 * and folders may be shared.
 *
 * @throws WRITE_FAILED
 */
export async function refuseSharedFiles(
  outputs: readonly string[],
  inputs: readonly string[],
): Promise<void> {
  const read = new Set<string>();
  for (const input of inputs) {
    const file = await fileOf(input);
    if (file !== undefined) read.add(file);
  }
  const written = new Map<string, string>();
  for (const output of outputs) {
    const file = (await fileOf(output)) ?? (await placeOf(output));
    if (file === undefined) continue;
    if (read.has(file)) throw writeFailed(output, 'it is the input', 'name another file');
    const other = written.get(file);
    if (other !== undefined)
      throw writeFailed(
        output,
        `${other} is another output and the same file`,
        'give each output a file of its own',
      );
    written.set(file, output);
  }
}

/** What tells a file from all others, whatever its names; undefined where there is none. */
async function fileOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found?.isFile() ? `${found.dev}:${found.ino}` : undefined;
}

/** Where a file will be made; undefined where something else is there. */
async function placeOf(path: string): Promise<string | undefined> {
  if ((await stat(path).catch(() => undefined)) !== undefined) return undefined;
  const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)));
  return join(folder, basename(path));
}
