import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that lasts as long as the test file; `file` writes one of its files and returns the path. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  const path = (name: string) => join(folder, name);
  const file = (content: string | Uint8Array, name = `file-${++count}.jsonl`) => {
    writeFileSync(path(name), content);
    return path(name);
  };
  return { folder, path, file };
}

/** The Goldpan error that a promise ends with. */
export async function errorOf(promise: Promise<unknown>): Promise<any> {
  return promise.then(
    () => {
      throw new Error('an error was expected');
    },
    (error: unknown) => error,
  );
}

/** Everything an asynchronous iterable yields. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
