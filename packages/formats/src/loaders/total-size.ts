import { stat } from 'node:fs/promises';

/** Bytes of some files together; a folder counts nothing, so the total is 0 where it is unknown. */
export async function totalSize(paths: readonly string[]): Promise<number> {
  const stats = await Promise.all(paths.map((path) => stat(path)));
  return stats.every((each) => each.isFile()) ? stats.reduce((sum, { size }) => sum + size, 0) : 0;
}
