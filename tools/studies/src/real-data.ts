import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { datasetFromItems, type JudgedData } from '@goldpan/core';
import { judgedData } from '@goldpan/estimation';

/** The fully judged test sets with metrics of a folder of item files, by name. */
export function realData(folder: string): [name: string, data: JudgedData][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file): [string, JudgedData] => {
      const lines = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      const dataset = datasetFromItems(lines.map((line) => JSON.parse(line)));
      return [file.replace('.jsonl', ''), judgedData(dataset)];
    })
    .filter(([, { metrics }]) => metrics.length > 0);
}
