import type { ResultDocument } from '@goldpan/core';
import { join } from 'node:path';

/** What charts can be written as. */
export type ChartFormat = 'svg' | 'png';

/** A chart as a file. */
export interface ChartFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Every chart of a result, with its place in a folder: `compare-gains.svg`.
 *
 * @param prefix - begins the names, to tell results apart
 * @throws PNG_NOT_AVAILABLE
 */
export async function chartFiles(
  result: ResultDocument,
  { folder, format, prefix }: { folder: string; format: ChartFormat; prefix: string },
): Promise<ChartFile[]> {
  // Drawing needs libraries of its own: they are loaded only when something is drawn.
  const { svgsOf } = await import('@goldpan/report/svg');
  const files: ChartFile[] = [];
  for (const { name, svg } of svgsOf(result)) {
    const content = format === 'svg' ? svg : await (await import('@goldpan/report/png')).pngOf(svg);
    files.push({ path: join(folder, `${prefix}${name}.${format}`), content });
  }
  return files;
}
