import type { FileHandle } from 'node:fs/promises';
import { readBytes } from '../io/read-bytes.js';
import { writeFileAtomic } from '../io/write-file-atomic.js';
import type { ByteRange } from './item-collector.js';

/** Parts of a file, in order. */
export interface FileParts {
  readonly file: FileHandle;
  readonly path: string;
  readonly ranges: readonly ByteRange[];
}

/** Copies parts of a file, byte for byte, into another. One pass over the file, however long the parts. */
export async function writeRejected(path: string, parts: FileParts): Promise<void> {
  await writeFileAtomic(path, bytesOfRanges(parts));
}

/** The bytes of parts of a file. */
export async function* bytesOfRanges({ file, path, ranges }: FileParts): AsyncGenerator<Uint8Array> {
  let position = 0;
  let next = 0;
  if (ranges.length === 0) return;
  for await (const chunk of readBytes(file, path)) {
    const chunkEnd = position + chunk.length;
    for (; next < ranges.length && ranges[next].start < chunkEnd; next++) {
      const { start, end } = ranges[next];
      yield Buffer.from(chunk.subarray(Math.max(0, start - position), end - position));
      if (end > chunkEnd) break;
    }
    position = chunkEnd;
  }
}
