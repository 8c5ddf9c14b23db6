import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

const items = () => file(jsonLines({ id: 'one', tgt: { X: 'x', Y: 'y' } }), 'items.jsonl');

/** The table of tasks, filled in, and its key. */
async function filled(criteria: readonly string[], fill: (row: number, column: number) => string) {
  const source = { file: await loadItems(items(), { format: 'items' }) };
  const { files } = await exportItems(source, path('tasks.csv'), {
    format: 'annotation-csv',
    options: { criteria },
  });
  const [head, ...rows] = readFileSync(files[0], 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const asked = criteria.length === 0 ? ['score'] : criteria;
  const answers = rows.map((row, r) =>
    row.map((value, at) =>
      head[at] === 'annotator' ? 'ann' : asked.includes(head[at]) ? fill(r, asked.indexOf(head[at])) : value,
    ),
  );
  return {
    table: file([head, ...answers].map((row) => row.join(',')).join('\n'), 'filled.csv'),
    key: files[1],
  };
}

test('a question called human is the criterion human, beside others', async () => {
  const { table, key } = await filled(['human', 'overall'], (row, column) => String(10 * (row + 1) + column));
  const { dataset } = await loadItems(table, { format: 'annotation-csv', options: { key, items: items() } });
  expect(dataset.metrics).toEqual(['human', 'human_overall']);
  expect(dataset.judgements!.criteria.map(({ name }) => name)).toEqual(['human', 'overall']);
  expect(new Set(dataset.scores('human').values)).toEqual(new Set([10, 20]));
});

test('a text in the place of a score is shown as it was given', async () => {
  const { table, key } = await filled([], (row) => (row === 0 ? 'quite good' : '7'));
  const error = await errorOf(loadItems(table, { format: 'annotation-csv', options: { key } }));
  expect(error.message).toContain('a score must be a number from 0 to 100; got "quite good"');
});

test('human scores of a table keep names that say so', async () => {
  const table = file('item,system,human,fluency,human_tone\na,X,1,2,3\na,Y,2,3,4\n', 'table.csv');
  const human = ['human', 'fluency', 'human_tone'];
  const { dataset } = await loadItems(table, { format: 'long-table', options: { metrics: human, human } });
  expect(dataset.metrics).toEqual(['human', 'human_fluency', 'human_tone']);
});

test('what raters of a table said stays, and its scale says that lower is better', async () => {
  const table = file('item,system,annotator,errors\na,X,r,0\na,X,q,3\na,Y,r,2\n', 'errors.csv');
  for (const human of [[], ['errors']]) {
    const options = { metrics: ['errors'], human, 'lower-is-better': ['errors'] };
    const { dataset } = await loadItems(table, { format: 'long-table', options });
    expect(dataset.metrics).toEqual(['human']);
    expect(dataset.judgements!.criteria[0].scale).toEqual({ kind: 'numbers', better: 'lower' });
    expect([...dataset.judgements!.values]).toEqual([0, 3, 2]);
    expect([...dataset.scores('human').values]).toEqual([-1.5, -2]);
  }
});
