import { readFileSync } from 'node:fs';
import type { Dataset } from '@goldpan/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { neutralText, plainText } from '../../src/tables/neutral-text.js';
import { cellsOf } from '../cells-of.js';
import { jsonLines } from '../json-lines.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', "'=x", '@a', '-', '', "'", 'a,"b"\r\nc', '\t', '\rx', ' '),
);
const name = text.filter((value) => value.trim() !== '' && !value.includes('\u0000'));
const score = fc.double({ noNaN: true, noDefaultInfinity: true });
const items = fc.uniqueArray(
  fc.record({
    id: name,
    src: fc.option(text, { nil: undefined }),
    doc: fc.option(name, { nil: undefined }),
    cost: fc.option(score, { nil: undefined }),
    tgt: fc.dictionary(name, text, { maxKeys: 3 }),
    scores: fc.dictionary(name, fc.dictionary(name, score, { minKeys: 1, maxKeys: 3 }), {
      minKeys: 1,
      maxKeys: 3,
    }),
  }),
  { selector: (item) => item.id, minLength: 1, maxLength: 5 },
);

test('neutral texts are never a formula and lose nothing', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(plainText(neutralText(value))).toBe(value);
      expect(neutralText(value)).not.toMatch(/^[=+\-@\t\r]/);
      expect(neutralText(value)).not.toBe('');
    }),
  );
});

test.each(['rows', 'columns'])('what is written as CSV (%s) is read back as it was', async (layout) => {
  await fc.assert(
    fc.asyncProperty(items, async (records) => {
      const before = await loadItems(file(jsonLines(...records), 'in.jsonl'), { format: 'items' });
      const fixed = [
        'item',
        'system',
        'output',
        'source',
        'reference',
        'document',
        'domain',
        'cost',
        'goldpan',
        'metric',
        'score',
        'annotator',
        'seconds',
        'time',
      ];
      fc.pre(before.dataset.metrics.every((metric) => !fixed.includes(metric)));
      await exportItems({ file: before }, path('out.csv'), { format: 'long-csv', options: { layout } });
      const read = await loadItems(path('out.csv'), { format: 'long-table' });
      expect(cellsOf(read.dataset)).toEqual(cellsOf(before.dataset));
      const texts = async (loaded: typeof before) =>
        (await all(loaded.records())).map(({ id, src, doc, tgt, cost }: any) => ({
          id,
          src: src ?? null,
          doc: doc ?? null,
          cost: cost ?? null,
          tgt: tgt ?? {},
        }));
      expect(await texts(read)).toEqual((await texts(before)).map((item) => ({ ...item, doc: item.doc })));
    }),
    { numRuns: 30 },
  );
});

const judgedItems = fc.uniqueArray(
  fc.record({
    id: name,
    judgements: fc.uniqueArray(
      fc.record({
        system: fc.constantFrom('x', 'y', '__proto__'),
        rater: fc.constantFrom('ann', '=bob', 'constructor'),
        criterion: fc.constantFrom('human', 'fluency', 'toString'),
        value: fc.integer({ min: -5, max: 100 }),
        seconds: fc.option(fc.double({ min: 0, max: 1000, noNaN: true }), { nil: undefined }),
        time: fc.option(fc.constantFrom('2026-05-01T12:30:00.000Z', '1999-12-31T23:59:59.001Z'), {
          nil: undefined,
        }),
      }),
      { selector: ({ system, rater, criterion }) => `${system} ${rater} ${criterion}`, minLength: 1 },
    ),
  }),
  { selector: (item) => item.id, minLength: 1, maxLength: 4 },
);

/** Judgements of a dataset, one text each, in any order. */
function judgementTexts({ judgements, ids, systems }: Dataset): string[] {
  const { starts, raters, criteria, seconds, times } = judgements!;
  return ids
    .flatMap((id, item) =>
      Array.from({ length: starts[item + 1] - starts[item] }, (_, at) => {
        const j = starts[item] + at;
        const names = [id, systems[judgements!.systems[j]], raters[judgements!.rater[j]]];
        const criterion = criteria[judgements!.criterion[j]].name;
        return JSON.stringify([
          ...names,
          criterion,
          judgements!.values[j],
          seconds?.[j],
          times?.[j],
        ]).replaceAll('undefined', 'null');
      }),
    )
    .map((text) => text.replace(/,null/g, ''))
    .sort();
}

test('judgements that are written as CSV are read back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(judgedItems, async (records) => {
      const before = await loadItems(file(jsonLines(...records), 'judged.jsonl'), { format: 'items' });
      await exportItems({ file: before }, path('judged.csv'), { format: 'long-csv' });
      const read = await loadItems(path('judged.csv'), { format: 'long-table' });
      expect(judgementTexts(read.dataset)).toEqual(judgementTexts(before.dataset));
      expect(cellsOf(read.dataset)).toEqual(cellsOf(before.dataset));
      const again = await loadItems(file(jsonLines(...(await all(read.records()))), 'again.jsonl'));
      expect(judgementTexts(again.dataset)).toEqual(judgementTexts(before.dataset));
    }),
    { numRuns: 30 },
  );
});

test('a score that is not the mean of its judgements is written without them, and said', async () => {
  const item = {
    id: 'a',
    scores: { x: { human: 7 } },
    judgements: [{ system: 'x', rater: 'ann', value: 3 }],
  };
  const before = await loadItems(file(jsonLines(item), 'median.jsonl'));
  const { notes } = await exportItems({ file: before }, path('median.csv'), { format: 'long-csv' });
  expect(notes.join()).toContain('not the mean of their judgements and were written without these: 1');
  expect(cellsOf((await loadItems(path('median.csv'))).dataset)).toEqual({ a: { x: { human: 7 } } });
});

test('a CSV file of either layout is known by its header', async () => {
  const source = {
    file: await loadItems(file(jsonLines({ id: 'a', scores: { A: { m: 1 } } }), 'known.jsonl')),
  };
  for (const layout of ['rows', 'columns']) {
    await exportItems(source, path('known.csv'), { format: 'long-csv', options: { layout } });
    const read = await loadItems(path('known.csv'));
    expect([read.format, cellsOf(read.dataset)]).toEqual(['long-table', { a: { A: { m: 1 } } }]);
  }
});

test('a subset in the order of a ranking is written in that order, and the same bytes come out each time', async () => {
  const records = [0, 1, 2].map((i) => ({ id: `i${i}`, scores: { A: { m: i } } }));
  const source = { file: await loadItems(file(jsonLines(...records), 'order.jsonl')), items: [2, 0] };
  await exportItems(source, path('a.csv'), { format: 'long-csv' });
  await exportItems(source, path('b.csv'), { format: 'long-csv' });
  expect(readFileSync(path('a.csv'), 'utf8')).toBe(
    'item,system,metric,score,output,source,reference,document,domain,cost,goldpan\r\ni2,A,m,2,,,,,,,1\r\ni0,A,m,0,,,,,,,1\r\n',
  );
  expect(readFileSync(path('b.csv'))).toEqual(readFileSync(path('a.csv')));
});

test('items without scores and outputs are counted, and clashing names are refused', async () => {
  const source = {
    file: await loadItems(
      file(jsonLines({ id: 'a', scores: { A: { cost: 1 } } }, { id: 'b' }), 'clash.jsonl'),
    ),
  };
  const report = await exportItems(source, path('c.csv'), { format: 'long-csv' });
  expect(report).toMatchObject({
    items: 1,
    notes: ['items without scores and outputs, which got no row: 1'],
  });
  const error = await errorOf(
    exportItems(source, path('d.csv'), { format: 'long-csv', options: { layout: 'columns' } }),
  );
  expect([error.code, error.message]).toEqual(['CANNOT_EXPORT', expect.stringContaining('"cost"')]);
});
