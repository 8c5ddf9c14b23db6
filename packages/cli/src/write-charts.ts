import type { ResultDocument } from '@goldpan/core';
import { writeFileAtomic } from '@goldpan/formats';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What charts can be written as. */
export type ChartFormat = 'svg' | 'png';

/**
 * Writes every chart of a result into a folder, which is made where it is not there: `compare-gains.svg`.
 *
 * @param prefix - begins the names, to tell results apart
 * @throws PNG_NOT_AVAILABLE, WRITE_FAILED
 */
export async function writeCharts(
  result: ResultDocument,
  { folder, format, prefix }: { folder: string; format: ChartFormat; prefix: string },
): Promise<void> {
  // Drawing needs libraries of its own: they are loaded only when something is drawn.
  const { svgsOf } = await import('@goldpan/report/svg');
  await mkdir(folder, { recursive: true });
  for (const { name, svg } of svgsOf(result)) {
    const content = format === 'svg' ? svg : await (await import('@goldpan/report/png')).pngOf(svg);
    await writeFileAtomic(join(folder, `${prefix}${name}.${format}`), content);
  }
}
