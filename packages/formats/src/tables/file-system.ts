import { basename } from 'node:path';

/** In place of a column of systems: each file holds the results of one system, and is named after it. */
export const FROM_FILE_NAME = 'from-file-name';

/** The system that a file is named after: its name without folder and endings of data files. */
export function systemOfFile(path: string): string {
  return basename(path).replace(/(\.(csv|tsv|parquet|jsonl?))?(\.gz)?$/i, '');
}
