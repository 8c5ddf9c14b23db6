import { stat } from 'node:fs/promises';
import { writeFailed } from '../errors.js';

/**
 * Refuses an output that is one of the inputs, under whatever name: another path, a symbolic link, a hard link.
 *
 * @throws WRITE_FAILED
 */
export async function refuseSameFile(output: string, inputs: readonly string[]): Promise<void> {
  const written = await stat(output).catch(() => undefined);
  if (written === undefined || !written.isFile()) return;
  for (const input of inputs) {
    const read = await stat(input).catch(() => undefined);
    if (read?.ino === written.ino && read.dev === written.dev) {
      throw writeFailed(output, 'it is the input', 'name another file');
    }
  }
}
