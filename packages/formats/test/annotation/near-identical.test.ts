import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { simulatedRaters } from './simulated-raters.js';

const { path, file } = temporaryFolder();

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
      notes: report.notes,
      groups: tasks.map((t: any) => [t.system, ...(t.also ?? [])].join('')).sort(),
    };
  };
  expect((await tasksWith(0)).groups).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  expect((await tasksWith(1)).groups).toEqual(['ABC', 'D', 'E', 'F']);
  const { out, key, notes } = await tasksWith(2);
  expect(notes).toEqual([
    'identical or nearly identical outputs of an item are judged once: 4 tasks for 6 cells',
  ]);
  const sheet = readFileSync(out, 'utf8');
  expect(sheet).toContain(long);
  const judged = simulatedRaters['annotation-csv'](sheet, () => [{ annotator: 'ann', score: 40 }]).map(
    ({ name, content }) => file(content, name),
  );
  const { dataset } = await loadItems(judged, { format: 'annotation-csv', options: { key, items: input } });
  expect(Array.from(dataset.scores('human').values)).toEqual([40, 40, 40, 40, 40, 40]);
});
