import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportItems, loadItems, withCosts, writeSelected } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { all, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const span = fc.record({
  from: fc.nat({ max: 3 }),
  to: fc.integer({ min: 4, max: 7 }),
  in: fc.constantFrom('src', 'tgt'),
  category: fc.constantFrom('style', '<b>', '__proto__'),
  severity: fc.constantFrom('minor', 'Major'),
});
const details = {
  system: fc.constantFrom('x', 'y', '__proto__'),
  seconds: optional(fc.double({ min: 0, max: 600_000, noNaN: true })),
  time: optional(fc.constantFrom('2026-05-01T12:30:00Z', '1999-12-31')),
  spans: optional(fc.array(span, { minLength: 1, maxLength: 3 })),
};
const rated = fc.record({
  ...details,
  rater: fc.constantFrom('ann', '=bob', 'constructor', 7),
  criterion: fc.constantFrom('human', 'fluency', 'toString'),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
});
const repeated = fc.record({
  ...details,
  repeat: fc.integer({ min: 1, max: 3 }),
  criterion: fc.constantFrom('acc', 'hasOwnProperty'),
  value: fc.integer({ min: 0, max: 1 }),
});
const judgements = fc.uniqueArray(fc.oneof(rated, repeated), {
  selector: (of: any) => `${of.system} ${of.rater ?? of.repeat} ${of.criterion}`,
  maxLength: 8,
});
const items = fc
  .array(judgements, { minLength: 2, maxLength: 5 })
  .map((lists) => lists.map((list, at) => JSON.parse(JSON.stringify({ id: `i${at}`, judgements: list }))));

const judged = (records: any[]) => records.map(({ id, judgements: list }) => ({ id, judgements: list }));

test('raters, criteria, spans, seconds, times and repeats come through conversion, costs and selection as they were', async () => {
  await fc.assert(
    fc.asyncProperty(items, async (records) => {
      const read = await loadItems(file(jsonLines(...records), 'in.jsonl'));
      const out = path('out.jsonl');
      const written = async () => judged(await all((await loadItems(out)).records()));
      await exportItems({ file: read }, out, { format: 'items' });
      expect(await written()).toEqual(judged(records));
      const costs = Float64Array.from(records, (_, at) => at + 0.5);
      await exportItems({ file: withCosts(read, costs) }, out, { format: 'items' });
      expect(await written()).toEqual(judged(records));
      const last = records.length - 1;
      const entries = [last, 0].map((item, at) => ({ item, goldpan: { rank: at + 1 } }));
      await writeSelected(out, read, entries);
      expect(await written()).toEqual(judged([records[last], records[0]]));
    }),
    { numRuns: 30, seed: 15 },
  );
});

test('what CSV does not hold of judgements is said with counts', async () => {
  const record = {
    id: 'a',
    criteria: { fluency: { scale: 'ordered', levels: ['bad', 'good'] } },
    judgements: [
      { system: 'x', rater: 'ann', value: 3, spans: [{ category: 'style', severity: 'minor' }] },
      { system: 'x', rater: 'bob', value: 4 },
      { system: 'x', rater: 'ann', criterion: 'tone', value: 'warm' },
      ...[1, 2, 3].map((repeat) => ({ system: 'x', repeat, criterion: 'acc', value: repeat - 1 })),
    ],
  };
  const source = { file: await loadItems(file(jsonLines(record, { ...record, id: 'b' }), 'lost.jsonl')) };
  const notesOf = async (layout: string, chosen?: number[]) =>
    (
      await exportItems({ ...source, items: chosen }, path('lost.csv'), {
        format: 'long-csv',
        options: { layout },
      })
    ).notes;
  const scales = 'declared scales, which CSV does not hold: "fluency" (levels are written as 1, 2, 3)';
  expect(await notesOf('rows')).toEqual([
    'judgements without a row of their own: 2',
    'values of repeated runs, which are read back as their mean alone: 6',
    'marked errors, which CSV does not hold: 2',
    scales,
  ]);
  expect(await notesOf('columns', [1])).toEqual([
    'judgements without a row of their own: 6',
    'marked errors, which CSV does not hold: 1',
    scales,
  ]);
});

test('CSV keeps who said what on any scale with an order, as scores count it', async () => {
  const record = {
    id: 'a',
    criteria: {
      tone: { scale: 'ordered', levels: ['bad', 'fair', 'good'] },
      errors: { scale: 'stars', min: 0, max: 9, better: 'lower' },
    },
    judgements: [
      { system: 'x', rater: 'ann', criterion: 'tone', value: 'good' },
      { system: 'x', rater: 'bob', criterion: 'tone', value: 'fair' },
      { system: 'x', rater: 'ann', criterion: 'errors', value: 0 },
      { system: 'x', rater: 'bob', criterion: 'errors', value: 3 },
      { system: 'y', rater: 'bob', criterion: 'errors', value: 2 },
    ],
  };
  const read = await loadItems(file(jsonLines(record), 'scales.jsonl'));
  const { notes } = await exportItems({ file: read }, path('scales.csv'), { format: 'long-csv' });
  expect(notes).toEqual([
    'declared scales, which CSV does not hold: "tone" (levels are written as 1, 2, 3), "errors" (lower is better, so values are negated)',
  ]);
  const { dataset } = await loadItems(path('scales.csv'));
  expect([...dataset.judgements!.values]).toEqual([3, 2, 0, -3, -2]);
  for (const column of ['human_tone', 'human_errors'])
    expect([...dataset.scores(column).values]).toEqual([...read.dataset.scores(column).values]);
});
