import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFailed } from '../errors.js';
import { systemReason } from '../io/system-reason.js';

/** Which items are wanted, of how many. */
export interface Wanted {
  readonly size: number;
  /** Default all. */
  readonly items?: ArrayLike<number>;
}

/**
 * The items of a second reading as JSON text, in the order that is wanted. An ascending order is streamed; another one goes
 * through a file in the temporary folder, so that memory holds one item at a time.
 */
export async function* rereadLines(
  again: () => AsyncIterable<string>,
  { size, items = Uint32Array.from({ length: size }, (_, item) => item) }: Wanted,
): AsyncGenerator<string, void, void> {
  if (isAscending(items)) yield* stream(again(), items);
  else yield* sorted(again(), items);
}

async function* stream(lines: AsyncIterable<string>, items: ArrayLike<number>) {
  let position = 0;
  let next = 0;
  if (items.length === 0) return;
  for await (const text of lines) {
    if (position++ !== items[next]) continue;
    yield text;
    if (++next === items.length) return;
  }
}

async function* sorted(lines: AsyncIterable<string>, items: ArrayLike<number>) {
  const folder = await mkdtemp(join(tmpdir(), 'goldpan-'));
  try {
    const file = await open(join(folder, 'items'), 'wx+', 0o600);
    try {
      const index = await spool(file, lines);
      for (let i = 0; i < items.length; i++) {
        const line = Buffer.alloc(index[items[i]].length);
        await file.read(line, 0, line.length, index[items[i]].start);
        yield line.toString('utf8');
      }
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(file: FileHandle, lines: AsyncIterable<string>) {
  const index: { start: number; length: number }[] = [];
  let start = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    await file.writeFile(Buffer.concat(waiting)).catch((error: unknown) => {
      throw writeFailed('a file in the temporary folder', systemReason(error), 'make room there');
    });
    waiting = [];
    waitingBytes = 0;
  };
  for await (const text of lines) {
    const line = Buffer.from(text);
    index.push({ start, length: line.length });
    start += line.length;
    waiting.push(line);
    waitingBytes += line.length;
    if (waitingBytes > 1 << 20) await flush();
  }
  await flush();
  return index;
}

function isAscending(items: ArrayLike<number>): boolean {
  for (let i = 1; i < items.length; i++) if (items[i] <= items[i - 1]) return false;
  return true;
}
