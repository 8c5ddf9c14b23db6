import type { Rng } from '@goldpan/core';
import { oneOf, type Mutator } from './mutator.js';
import { oddText } from './odd-values.js';

/** Changes cells, columns or rows of a table, its quotes or its delimiter. */
export const mutateTable: Mutator = (content, rng) => {
  const text = content.toString('utf8');
  const delimiter = text.split('\n')[0].includes('\t') ? '\t' : ',';
  const rows = text.split('\n').map((line) => line.split(delimiter));
  for (let edits = 1 + rng.integer(3); edits > 0; edits--) edit(rows, rng);
  const other = rng.integer(8) === 0 ? oneOf([';', '\t', ',', '|', ''], rng) : delimiter;
  return Buffer.from(rows.map((cells) => cells.join(other)).join('\n'));
};

function edit(rows: string[][], rng: Rng): void {
  const row = oneOf(rows, rng);
  const at = rng.integer(row.length);
  const kind = rng.integer(8);
  if (kind === 0) row.splice(at, 1);
  else if (kind === 1) row.splice(at, 0, oddText(rng));
  else if (kind === 2) for (const each of rows) each.splice(at, 1);
  else if (kind === 3) for (const each of rows) each.push(each[at] ?? '');
  else if (kind === 4) row[at] = `"${row[at]}`;
  else if (kind === 5) rows[0][at % rows[0].length] = oneOf(HEADS, rng);
  else if (kind === 6) row[at] = quoted(oddText(rng));
  else row[at] = oddText(rng);
}

const HEADS = [
  '',
  ' ',
  'item',
  'system',
  'score',
  'metric',
  'annotator',
  'human',
  '__proto__',
  'A',
  'seconds',
  'time',
];

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
