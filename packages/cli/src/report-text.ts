import type { ResultDocument } from '@goldpan/core';
import { markdownOf } from '@goldpan/report';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, relative, sep } from 'node:path';
import { notAResultFile, unknownReportFormat } from './errors.js';
import type { ChartFormat } from './chart-files.js';

/** Reads a result that was kept as JSON. @throws NOT_A_RESULT_FILE */
export async function readResult(path: string): Promise<ResultDocument> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw notAResultFile(basename(path), error instanceof Error ? error.message : String(error));
  }
}

/**
 * Does what draws results. Only a result that a command printed surely holds all that is drawn; a file may hold anything.
 *
 * @param paths - the files that the results came from
 * @throws NOT_A_RESULT_FILE where something is not there, or is not what it should be
 */
export async function drawn<T>(paths: readonly string[], draw: () => Promise<T>): Promise<T> {
  try {
    return await draw();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw notAResultFile(paths.map((path) => basename(path)).join(' or '), error.message);
  }
}

/** How results are put together. */
export interface Rendering {
  readonly output: string;
  readonly title?: string;
  /** Where charts go as files of their own. */
  readonly images?: { readonly folder: string; readonly format: ChartFormat };
}

/** A report in the format that the name of its file ends in. @throws UNKNOWN_REPORT_FORMAT */
export async function reportText(
  results: readonly ResultDocument[],
  { output, title, images }: Rendering,
): Promise<string> {
  const kind = extname(output).toLowerCase();
  if (kind === '.html') return (await import('@goldpan/report/html')).htmlOf(results, { title });
  if (kind !== '.md') throw unknownReportFormat(output);
  return results
    .map((result, place) => {
      if (!images) return markdownOf(result);
      const folder = relative(dirname(output), images.folder).split(sep).map(encodeURIComponent).join('/');
      const prefix = prefixOf(place, results.length);
      return markdownOf(result, { chartPath: (name) => `${folder}/${prefix}${name}.${images.format}` });
    })
    .join('\n');
}

/** What the names of a result's charts begin with, so that two results of one command are told apart. */
export function prefixOf(place: number, results: number): string {
  return results === 1 ? '' : `${place + 1}-`;
}
