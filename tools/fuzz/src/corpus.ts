import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FuzzInput, Use } from './fuzz-input.js';

const folder = fileURLToPath(new URL('../fixtures/corpus', import.meta.url));

/** The file of a corpus folder that says what is done with the others. */
export const USE = 'input.json';

/** The sound inputs that damaged ones are made from: a folder each, sorted by name. */
export interface Corpus {
  /** For loaders. */
  readonly readings: readonly FuzzInput[];
  /** For command lines. */
  readonly commands: readonly FuzzInput[];
}

export function readCorpus(): Corpus {
  const all = readdirSync(folder)
    .sort()
    .map((name) => inputIn(join(folder, name), name));
  return {
    readings: all.filter(({ use }) => use.command === undefined),
    commands: all.filter(({ use }) => use.command !== undefined),
  };
}

function inputIn(root: string, name: string): FuzzInput {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  const files = new Map(paths.map((path) => [path.slice(root.length + 1), readFileSync(path)]));
  const use = JSON.parse(String(files.get(USE))) as Use;
  files.delete(USE);
  return { name, files, use };
}
