import { open, stat } from 'node:fs/promises';
import { isGzip } from '../io/read-bytes.js';

/** How many lines a file has if it goes on as it begins, and a tenth more; undefined where that cannot be told. */
export async function expectedItems([path, ...others]: readonly string[]): Promise<number | undefined> {
  const stats = others.length === 0 ? await stat(path).catch(() => undefined) : undefined;
  // A pipe can be opened only once.
  if (!stats?.isFile()) return undefined;
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    if (await isGzip(file)) return undefined;
    const start = Buffer.alloc(Math.min(stats.size, 256 * 1024));
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    const lines = start.subarray(0, bytesRead).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
    return bytesRead === stats.size ? lines : Math.ceil((1.1 * lines * stats.size) / bytesRead);
  } finally {
    await file.close();
  }
}
