import { describe, expect, test } from 'vitest';
import { loadItems } from '../../../src/index.js';
import { cellsOf } from '../../cells-of.js';
import { jsonLines } from '../../json-lines.js';
import { all, errorOf, temporaryFolder } from '../../temporary-folder.js';

const { file } = temporaryFolder();

const said = (score: number | null, spans: object[] = [], more: object = {}) => ({
  score,
  error_spans: spans,
  textfield: null,
  ...more,
});
const mark = (start_i: number, end_i: number, severity: string, category: string | null = null) => ({
  start_i,
  end_i,
  category,
  severity,
});
const A = { item_id: 'news-0', src: 'Guten Tag', tgt: { Gamma: 'Good\nday 👋 you', Base: 'Hello' } };
const B = { item_id: 'news-1', src: 'Danke', tgt: { Base: 'Thanks', Gamma: 'Thank you' } };

const entry = (
  user_id: string,
  item_i: unknown,
  annotation: unknown,
  item: unknown = [A, B],
  start = 1.75e9,
) => ({
  annotation,
  actions: [
    { time: start, action: 'load' },
    { time: start + 8, action: 'score', index: 0, model: 'Gamma', value: 70 },
    { time: start + 20, action: 'submit' },
  ],
  item,
  user_id,
  item_i,
});

const LOG = [
  entry('tidy-fox', 'welcome_0', [{ Gamma: said(1), Base: said(2) }], [A]),
  entry('tidy-fox', 3, [
    // The line end has no number, the hand has two, and the last number of a mark is in it.
    { Gamma: said(70, [mark(4, 6, 'minor'), mark(11, 13, 'major', 'Accuracy/Addition')]), Base: said(95) },
    { Base: said(100), Gamma: said(40, [mark(9, 9, 'critical')]) },
  ]),
  entry('calm-owl', 3, [{ Gamma: said(60), Base: said(null) }, null]),
];

const read = (entries: readonly object[], options: object = {}) =>
  loadItems(
    file(jsonLines(...entries), 'campaign.jsonl'),
    Object.keys(options).length > 0 ? { format: 'pearmut', options } : {},
  );
const linesOf = async (loaded: Awaited<ReturnType<typeof read>>) =>
  (await all(loaded.lines())).map((line) => JSON.parse(line));

describe('the log of a campaign', () => {
  test('is known without a format, and every cell, text, rater, time and mark of it is read', async () => {
    const loaded = await read(LOG);
    expect(loaded.format).toBe('pearmut');
    expect(cellsOf(loaded.dataset)).toEqual({
      'news-0': { Gamma: { human: 65 }, Base: { human: 95 } },
      'news-1': { Base: { human: 100 }, Gamma: { human: 40 } },
    });
    const [a, b] = await linesOf(loaded);
    expect(a).toMatchObject({ src: 'Guten Tag', tgt: { Gamma: 'Good\nday 👋 you', Base: 'Hello' } });
    const when = new Date(1.75e12 + 20_000).toISOString();
    expect(a.judgements).toEqual([
      {
        ...{ system: 'Gamma', rater: 'tidy-fox', value: 70, seconds: 5, time: when },
        spans: [
          { from: 5, to: 8, in: 'tgt', category: '', severity: 'minor' },
          { from: 11, to: 14, in: 'tgt', category: 'Accuracy/Addition', severity: 'major' },
        ],
      },
      { system: 'Gamma', rater: 'calm-owl', value: 60, seconds: 10, time: when },
      { system: 'Base', rater: 'tidy-fox', value: 95, seconds: 5, time: when },
    ]);
    // A mark behind the last character is of what is missing: it has no place.
    expect(b.judgements[0].spans).toEqual([{ in: 'tgt', category: '', severity: 'critical' }]);
    expect(loaded.notes).toContain('answers to tutorials and attention checks were left out');
    expect(loaded.notes).toContain('answers without a score (skipped, rejected or unfinished): 1');
  });

  test('of what a person submitted again the last counts, and nothing from before a reset', async () => {
    const again = entry('tidy-fox', 3, [
      { Gamma: said(10), Base: said(20) },
      { Base: said(30), Gamma: said(5) },
    ]);
    const loaded = await read([...LOG, again]);
    expect(cellsOf(loaded.dataset)['news-1']).toEqual({ Base: { human: 30 }, Gamma: { human: 5 } });
    expect(loaded.notes.join()).toContain('submitted again: 1; the last of each counts');
    const reset = await read([...LOG, { user_id: 'tidy-fox', item_i: 3, annotation: '__RESET__' }]);
    expect(cellsOf(reset.dataset)).toEqual({ 'news-0': { Gamma: { human: 60 } } });
    expect(reset.notes.join()).toContain('reset, and left out: 1');
  });

  test('sliders are criteria, whether the log has them as such or as the score', async () => {
    const sliders = { Fluency: 3, Adequacy: 80 };
    const loaded = await read([
      entry(
        'u',
        0,
        [{ Gamma: said(null, [], { sliders }), Base: { score: { Fluency: 1, Adequacy: 55 } } }],
        [A],
      ),
    ]);
    expect(cellsOf(loaded.dataset)).toEqual({
      'news-0': {
        Gamma: { human_Fluency: 3, human_Adequacy: 80 },
        Base: { human_Fluency: 1, human_Adequacy: 55 },
      },
    });
  });

  test('items without an identifier are joined by their source texts', async () => {
    const { item_id: _, ...nameless } = A;
    const loaded = await read([
      entry('u', 0, [{ Gamma: said(1), Base: said(2) }], [nameless]),
      entry('v', 7, [{ Gamma: said(3) }], [nameless]),
    ]);
    expect(cellsOf(loaded.dataset)).toEqual({ 'Guten Tag': { Gamma: { human: 2 }, Base: { human: 2 } } });
  });
});

test('a log of an older version has no items and one object of answers: its numbers stand for the items', async () => {
  const older = (user_id: string, item_i: number, annotation: object, time: number) => ({
    ...{
      user_id,
      item_i,
      annotation,
      comment: 'fine',
      actions: [{ time: 1_705_680_000, type: 'focus' }],
      time,
    },
  });
  const loaded = await read([
    older('alice', 0, { 'Tower-7B': said(85, [mark(11, 16, 'minor')]), Aya: said(92) }, 45),
    older('bob', 0, { 'Tower-7B': said(93) }, 40),
    older('alice', 1, { Aya: said(90) }, 35),
  ]);
  expect(loaded.format).toBe('pearmut');
  expect(cellsOf(loaded.dataset)).toEqual({
    0: { 'Tower-7B': { human: 89 }, Aya: { human: 92 } },
    1: { Aya: { human: 90 } },
  });
  // Without the output a mark has no place.
  const spans = [{ in: 'tgt', category: '', severity: 'minor' }];
  expect((await linesOf(loaded))[0].judgements[0]).toMatchObject({ rater: 'alice', seconds: 22.5, spans });
  expect(loaded.guesses.join()).toContain('the log has no items');
});

test('a log whose entries are longer than what is looked at is known', async () => {
  const long = { ...A, src: 'x'.repeat(70_000) };
  const loaded = await read([entry('u', 0, [{ Gamma: said(4), Base: said(5) }], [long])]);
  expect(loaded.format).toBe('pearmut');
});

test('items that say what scores are right are attention checks, wherever they stand', async () => {
  const check = { ...A, src: 'Other words', validation: { Gamma: { score: [0, 15] } } };
  const loaded = await read([...LOG, entry('v', 9, [{ Gamma: said(3) }], [check])]);
  expect(cellsOf(loaded.dataset)['news-0'].Gamma).toEqual({ human: 65 });
  expect(loaded.dataset.judgements!.raters).not.toContain('v');
});

test('an item with two outputs of one system is refused by line', async () => {
  const other = { ...A, tgt: { ...A.tgt, Base: 'Hi' } };
  const error = await errorOf(read([...LOG, entry('v', 9, [{ Base: said(1) }], [other])]));
  expect(error.message).toMatch(/campaign\.jsonl:4: item "news-0", system "Base" must have one output/);
});
