import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isWithinEdits } from '../../src/annotation/is-within-edits.js';
import { exportItems, loadItems } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { simulatedRaters } from './simulated-raters.js';

const { path, file } = temporaryFolder();

/** Levenshtein's distance by the full table. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j - 1] + Number(a[i - 1] !== b[j - 1]), next[j - 1] + 1, row[j] + 1));
    row = next;
  }
  return row[b.length];
}

test('two texts are within a number of edits exactly where the full table says so', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      expect(isWithinEdits(a, b, most)).toBe(editsBetween(a, b) <= most);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('long outputs that nearly agree are judged once where that is asked for, and come back to every system', async () => {
  const long = 'This sentence is long enough to be the same.';
  const tgt = {
    A: long,
    B: `${long}!`,
    C: long.replace('enough', 'anough'),
    D: `${long} Or not?`,
    E: 'yes',
    F: 'no',
  };
  const input = file(jsonLines({ id: 'i', src: 's', tgt }), 'near.jsonl');
  const source = { file: await loadItems(input, { format: 'items', texts: false }) };
  const tasksWith = async (near: number) => {
    const out = path(`near-${near}.csv`);
    const report = await exportItems(source, out, { format: 'annotation-csv', options: { near } });
    const { tasks } = JSON.parse(readFileSync(report.files[1], 'utf8'));
    return {
      out,
      key: report.files[1],
      groups: tasks.map((t: any) => [t.system, ...(t.also ?? [])].join('')).sort(),
    };
  };
  expect((await tasksWith(0)).groups).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  expect((await tasksWith(1)).groups).toEqual(['ABC', 'D', 'E', 'F']);
  const { out, key } = await tasksWith(2);
  const sheet = readFileSync(out, 'utf8');
  expect(sheet).toContain(long);
  const judged = simulatedRaters['annotation-csv'](sheet, () => [{ annotator: 'ann', score: 40 }]).map(
    ({ name, content }) => file(content, name),
  );
  const { dataset } = await loadItems(judged, { format: 'annotation-csv', options: { key, items: input } });
  expect(Array.from(dataset.scores('human').values)).toEqual([40, 40, 40, 40, 40, 40]);
});
