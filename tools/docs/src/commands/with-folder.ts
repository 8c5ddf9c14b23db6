import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.js';

/** Does work in a folder of its own, in which `examples` and `node_modules` are those of the workspace; removes it afterwards. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-docs-'));
  try {
    for (const name of ['examples', 'node_modules']) symlinkSync(join(root, name), join(folder, name), 'dir');
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
