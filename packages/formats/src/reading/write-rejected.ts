import { openFile } from '../io/open-file.js';
import { readBytes } from '../io/read-bytes.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import type { RecordPlace } from './intake.js';

/** A part of a file: from the first byte to before the last. */
interface FilePart {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What was set aside: a part of a file, or a record that is no line of its own. */
export type RejectedPart = FilePart | RecordPlace;

/** Writes what was set aside, lines byte for byte, file after file; then the other records, one per line. */
export async function writeRejected(path: string, parts: readonly RejectedPart[]): Promise<void> {
  await writeFileAtomic(path, contentOf(parts));
}

async function* contentOf(parts: readonly RejectedPart[]): AsyncGenerator<string | Uint8Array> {
  const byFile = new Map<string, FilePart[]>();
  for (const part of parts) {
    if (!('path' in part)) continue;
    const own = byFile.get(part.path);
    if (own === undefined) byFile.set(part.path, [part]);
    else own.push(part);
  }
  for (const [path, own] of byFile) yield* bytesOf(path, own);
  for (const part of parts) if (!('path' in part)) yield `${part.text()}\n`;
}

/** Some parts of a file, byte for byte. One pass over it, however long the parts. */
async function* bytesOf(path: string, parts: readonly FilePart[]): AsyncGenerator<Uint8Array> {
  const sorted = parts.toSorted((a, b) => a.start - b.start);
  let position = 0;
  let next = 0;
  const file = await openFile(path);
  try {
    for await (const chunk of readBytes(file, path)) {
      const chunkEnd = position + chunk.length;
      for (; next < sorted.length && sorted[next].start < chunkEnd; next++) {
        const { start, end } = sorted[next];
        yield Buffer.from(chunk.subarray(Math.max(0, start - position), end - position));
        if (end > chunkEnd) break;
      }
      position = chunkEnd;
    }
  } finally {
    await file.close();
  }
}
