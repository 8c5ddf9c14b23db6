import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();
const loaded = (...items: object[]) => loadItems(file(jsonLines(...items)), { format: 'items' });

test('lm-eval-samples writes the document numbers of each task, sorted', async () => {
  const source = await loaded(
    { id: 'a', task: 't', doc_id: 9 },
    { id: 'b', task: 'u', doc_id: 0 },
    { id: 'c', task: 't', doc_id: 5 },
  );
  await exportItems({ file: source, items: [0, 2, 1] }, path('s.json'), { format: 'lm-eval-samples' });
  expect(readFileSync(path('s.json'), 'utf8')).toBe('{"t":[5,9],"u":[0]}\n');
  const error = await errorOf(
    exportItems({ file: await loaded({ id: 'a' }) }, path('s'), { format: 'lm-eval-samples' }),
  );
  expect([error.code, error.message]).toEqual([
    'CANNOT_EXPORT',
    expect.stringContaining('item "a" must have "task" and "doc_id"'),
  ]);
});

test('inspect-samples writes one line of sample ids, of one task', async () => {
  const source = await loaded(
    { id: 'a', sample_id: 'x1', domain: 't' },
    { id: 'b', sample_id: 2, domain: 'u' },
    { id: 'c', sample_id: 'x3', domain: 't' },
  );
  await exportItems({ file: source, items: [2, 0, 1] }, path('ids'), {
    format: 'inspect-samples',
    options: { task: 't' },
  });
  expect(readFileSync(path('ids'), 'utf8')).toBe('x3,x1\n');
  expect(
    (await errorOf(exportItems({ file: source }, path('ids'), { format: 'inspect-samples' }))).message,
  ).toContain('they are of t, u');
});

test('a format that is not there is answered with the nearest name', async () => {
  const error = await errorOf(
    exportItems({ file: await loaded({ id: 'a' }) }, path('x'), { format: 'label-studo' }),
  );
  expect([error.code, error.message]).toEqual([
    'UNKNOWN_FORMAT',
    expect.stringContaining('did you mean "label-studio"?'),
  ]);
});
