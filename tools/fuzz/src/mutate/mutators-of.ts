import { mutateArchive } from './archive.js';
import { mutateBytes } from './bytes.js';
import { mutateByCompressing } from './compress.js';
import { mutateJson } from './json.js';
import { mutateJsonLine, mutateLines } from './lines.js';
import type { Mutator } from './mutator.js';
import { mutateParquet } from './parquet.js';
import { mutateTable } from './table.js';

const byEnding: readonly (readonly [ending: RegExp, mutators: readonly Mutator[]])[] = [
  [
    /\.jsonl$/,
    [mutateJsonLine, mutateJsonLine, mutateJsonLine, mutateLines, mutateBytes, mutateByCompressing],
  ],
  [/\.json$/, [mutateJson, mutateJson, mutateJson, mutateBytes, mutateByCompressing]],
  [/\.[ct]sv$/, [mutateTable, mutateTable, mutateTable, mutateLines, mutateBytes, mutateByCompressing]],
  [/\.(txt|docs|score)$/, [mutateTable, mutateLines, mutateLines, mutateBytes, mutateByCompressing]],
  [/\.parquet$/, [mutateParquet]],
  [/\.eval$/, [mutateArchive]],
];

/** The ways in which a file of that name can be damaged. */
export function mutatorsOf(name: string): readonly Mutator[] {
  return byEnding.find(([ending]) => ending.test(name))?.[1] ?? [mutateBytes];
}
