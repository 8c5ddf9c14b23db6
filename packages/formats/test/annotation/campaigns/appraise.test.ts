import { describe, expect, test } from 'vitest';
import { loadItems } from '../../../src/index.js';
import { cellsOf } from '../../cells-of.js';
import { all, errorOf, temporaryFolder } from '../../temporary-folder.js';

const { file } = temporaryFolder();
const linesOf = async (loaded: Awaited<ReturnType<typeof loadItems>>) =>
  (await all(loaded.lines())).map((line) => JSON.parse(line));

const csv = (...rows: readonly (readonly unknown[])[]) =>
  rows
    .map((row) =>
      row.map((value) => (/[",]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value)),
    )
    .map((row) => `${row.join(',')}\r\n`)
    .join('');

const errors = JSON.stringify([
  { start_i: 5, end_i: 6, severity: 'minor', error_type: null },
  { start_i: 'missing', end_i: 'missing', severity: 'major', error_type: 'Accuracy/Omission' },
]);
const cell = (
  account: string,
  system: string,
  segment: number,
  score: number,
  more: { type?: string; doc?: string; marks?: string } = {},
) => {
  const { type = 'TGT', doc = 'news.7', marks = '[]' } = more;
  return [
    account,
    system,
    segment,
    type,
    'eng',
    'deu',
    score,
    doc,
    'False',
    marks,
    1_760_000_000,
    1_760_000_012.5,
  ];
};

/** Document tasks with marked errors: 12 values. */
const ROWS = [
  cell('engdeu01', 'sysA', 119, 80, { marks: errors }),
  cell('engdeu01', 'sysB', 119, 55),
  cell('engdeu02', 'sysA', 119, 60),
  cell('engdeu01', 'sysB', 120, 90),
  cell('engdeu01', 'sysA', 119, 3, { type: 'BAD', doc: 'news.7#bad' }),
  cell('engdeu01', 'ende-tutorial1', 1_000_000, 100, { doc: 'ende-tutorial1' }),
];
const CELLS = {
  'eng-deu#news.7#119': { sysA: { human: 70 }, sysB: { human: 55 } },
  'eng-deu#news.7#120': { sysB: { human: 90 } },
};

const item = (targetID: string, itemID: number, targetText: string, itemType = 'TGT') => ({
  ...{
    mqm: [],
    documentID: 'news.7',
    sourceID: 'en-de',
    sourceText: `source ${itemID}`,
    isCompleteDocument: false,
  },
  ...{ targetID, itemID, targetText, itemType, _item: '' },
});
const BATCHES = [
  {
    items: [
      item('sysA', 119, 'Hallo 👋 du'),
      item('sysB', 119, 'Guten Tag'),
      item('sysA', 119, 'Unsinn', 'BAD'),
    ],
    task: { batchNo: 1, requiredAnnotations: 1, sourceLanguage: 'eng', targetLanguage: 'deu' },
  },
  { items: [item('sysB', 120, 'Danke')], task: { batchNo: 2 } },
];

describe('scores', () => {
  test('without a header are known and read: cells, raters, times, and marks without a place', async () => {
    const loaded = await loadItems(file(csv(...ROWS), 'scores.csv'));
    expect(loaded.format).toBe('appraise');
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
    const [first] = await linesOf(loaded);
    expect(first.doc).toBe('news.7');
    expect(first.judgements[0]).toEqual({
      ...{
        system: 'sysA',
        rater: 'engdeu01',
        value: 80,
        seconds: 12.5,
        time: new Date(1_760_000_012_500).toISOString(),
      },
      spans: [
        { in: 'tgt', category: '', severity: 'minor' },
        { in: 'tgt', category: 'Accuracy/Omission', severity: 'major' },
      ],
    });
    expect(first.judgements.map(({ rater }: any) => rater)).toEqual(['engdeu01', 'engdeu02', 'engdeu01']);
    expect(loaded.notes).toContain('rows of references, tutorials and quality checks were left out');
  });

  test('with the batches have their texts, and marks their places', async () => {
    const loaded = await loadItems([
      file(csv(...ROWS), 'scores.csv'),
      file(JSON.stringify(BATCHES, null, 2), 'batches.json'),
    ]);
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
    const [first, second] = await linesOf(loaded);
    expect(first).toMatchObject({ src: 'source 119', tgt: { sysA: 'Hallo 👋 du', sysB: 'Guten Tag' } });
    expect(second).toMatchObject({ src: 'source 120', tgt: { sysB: 'Danke' } });
    // Units 5 and 6 are the blank and the first half of the hand, which is one character.
    expect(first.judgements[0].spans[0]).toMatchObject({ from: 5, to: 7 });
  });

  test('documents that were shown in part or again are the same documents', async () => {
    const again = [...ROWS, cell('engdeu03', 'sysB', 120, 70, { doc: 'news.7#incomplete' })];
    const twice = [...again, cell('engdeu03', 'sysB', 120, 50, { doc: 'news.7#dup#dup' })];
    const loaded = await loadItems(file(csv(...twice), 'again.csv'));
    expect(cellsOf(loaded.dataset)).toEqual({ ...CELLS, 'eng-deu#news.7#120': { sysB: { human: 75 } } });
    expect(loaded.notes.join()).toContain('what the same person rated before: 1');
  });

  test.each([
    [
      'sentences, 9 values',
      ['ann', 'sysA', 4, 'TGT', 'eng', 'deu', 71, 1_760_000_000, 1_760_000_008],
      'eng-deu#4',
      8,
    ],
    [
      'sentences of batches, 11',
      ['ann', 'sysA', 4, 'TGT', 'eng', 'deu', 71, 1_760_000_000.5, 1_760_000_008, 3, 99],
      'eng-deu#4',
      7.5,
    ],
    [
      'documents, 11',
      ['ann', 'sysA', 4, 'TGT', 'eng', 'deu', 71, 'doc1', 'True', 1_760_000_000, 1_760_000_004],
      'eng-deu#doc1#4',
      4,
    ],
    [
      'pairs with errors, 11',
      ['ann', 'sysA', 4, 'TGT', 'eng', 'deu', 71, 'omission', '', 1_760_000_000, 1_760_000_004],
      'eng-deu#4',
      4,
    ],
    ['sentences without times', ['ann', 'sysA', 4, 'TGT', 'eng', 'deu', 71], 'eng-deu#4', undefined],
  ])('of %s are told apart by what they hold', async (_, row, id, seconds) => {
    const loaded = await loadItems(file(csv(row), 'rows.csv'), { format: 'appraise' });
    const [first] = await linesOf(loaded);
    expect(first).toMatchObject({ id, scores: { sysA: { human: 71 } } });
    expect(first.judgements[0].seconds).toBe(seconds);
  });

  test('rows that are cut off or have no number as score are refused by line', async () => {
    const error = await errorOf(
      loadItems(file(csv(ROWS[0], ROWS[1].slice(0, 5), ROWS[2].with(6, 'good')), 'bad.csv'), {
        format: 'appraise',
      }),
    );
    expect(error.message).toMatch(/bad\.csv:2: a row must have at least 7 values/);
    expect(error.message).toMatch(/bad\.csv:3: the score, the 7th value, must be a number; got "good"/);
  });
});

test('batches alone are known, and what they lack is said', async () => {
  const error = await errorOf(loadItems(file(JSON.stringify(BATCHES), 'batches.json')));
  expect(error.message).toContain('it holds no answers');
});

describe('a table of answers', () => {
  const table = 'Segment ID,Model,Source,Translation,Adequacy,Fluency,Worker ID,Duration,Submit Time\r\n';
  const rows = [
    's1,x,Guten Tag,Good day,90,80,ann,12.5,2026-03-02T09:15:00Z',
    's1,y,Guten Tag,Hello,40,70,ann,8,2026-03-02T09:16:00Z',
    's1,x,Guten Tag,Good day,70,,bob,4,2026-03-02T09:17:00Z',
    's2,y,Danke,Thanks,30,20,bob,5,2026-03-02T09:18:00Z',
  ];

  test('with other names than Goldpan gives is read with guesses', async () => {
    const loaded = await loadItems(file(table + rows.join('\r\n'), 'answers.csv'), {
      format: 'annotation-csv',
    });
    expect(cellsOf(loaded.dataset)).toEqual({
      s1: { x: { human_Adequacy: 80, human_Fluency: 80 }, y: { human_Adequacy: 40, human_Fluency: 70 } },
      s2: { y: { human_Adequacy: 30, human_Fluency: 20 } },
    });
    const [first] = await linesOf(loaded);
    expect(first).toMatchObject({ src: 'Guten Tag', tgt: { x: 'Good day', y: 'Hello' } });
    expect(first.judgements[0]).toEqual({
      ...{ system: 'x', rater: 'ann', criterion: 'Adequacy', value: 90, seconds: 12.5 },
      time: '2026-03-02T09:15:00.000Z',
    });
  });

  test('side by side has a preference', async () => {
    const pairs =
      'prompt,response_a,response_b,winner,rater\nq1,one,two,A,ann\nq1,one,two,tie,bob\nq2,three,four,B,ann\n';
    const loaded = await loadItems(file(pairs, 'pairs.csv'), { format: 'annotation-csv' });
    expect(cellsOf(loaded.dataset)).toEqual({
      q1: { a: { human: 0.75 }, b: { human: 0.25 } },
      q2: { a: { human: 0 }, b: { human: 1 } },
    });
  });
});
