import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withFolder } from '../commands/with-folder.js';
import { scratchRoot } from '../paths.js';
import { executable } from './executable.js';
import type { Snippet } from './snippets.js';

/** Snippets that fail when they run, or whose comments about results are not true. Fragments, and those that declare values
 * they do not make, are not run. */
export async function checkRuns(all: readonly Snippet[]): Promise<string[]> {
  const folder = join(scratchRoot, 'runs');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const problems: string[] = [];
  const before = process.cwd();
  await withFolder(async (place) => {
    process.chdir(place);
    for (const { where, name, code, isFragment, declares } of all) {
      if (isFragment || declares) continue;
      const module = executable(code);
      // A module is loaded once per name, so other code needs another name.
      const file = join(
        folder,
        `${name}-${createHash('sha256').update(module).digest('hex').slice(0, 8)}.ts`,
      );
      writeFileSync(file, module);
      try {
        await import(pathToFileURL(file).href);
      } catch (error) {
        problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    process.chdir(before);
  });
  return problems;
}
