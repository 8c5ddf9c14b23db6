import { openFile } from '../io/open-file.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import { bytesOfRanges } from '../items/write-rejected.js';

/** What was set aside: a part of a file, or the text of a record that is no line of its own. */
export type RejectedPart =
  { readonly path: string; readonly start: number; readonly end: number } | { readonly text: string };

/** Writes what was set aside, lines byte for byte, file after file; then the other records, one per line. */
export async function writeRejectedParts(path: string, parts: readonly RejectedPart[]): Promise<void> {
  await writeFileAtomic(path, contentOf(parts));
}

async function* contentOf(parts: readonly RejectedPart[]): AsyncGenerator<string | Uint8Array> {
  const byFile = new Map<string, { start: number; end: number }[]>();
  for (const part of parts) {
    if ('text' in part) continue;
    const ranges = byFile.get(part.path) ?? [];
    ranges.push(part);
    byFile.set(part.path, ranges);
  }
  for (const [path, ranges] of byFile) {
    const file = await openFile(path);
    try {
      yield* bytesOfRanges({ file, path, ranges: ranges.sort((a, b) => a.start - b.start) });
    } finally {
      await file.close();
    }
  }
  for (const part of parts) if ('text' in part) yield `${part.text}\n`;
}
