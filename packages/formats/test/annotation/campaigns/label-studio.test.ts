import { describe, expect, test } from 'vitest';
import { loadItems } from '../../../src/index.js';
import { cellsOf } from '../../cells-of.js';
import { all, errorOf, temporaryFolder } from '../../temporary-folder.js';

const { file } = temporaryFolder();

interface Asked {
  readonly data: object;
  readonly results: readonly object[];
  readonly by?: unknown;
  readonly more?: object;
}

let region = 0;
const result = (type: string, from_name: string, value: object, to_name = 'out', id = `r${++region}`) => ({
  id,
  type,
  value,
  origin: 'manual',
  to_name,
  from_name,
});
const stars = (rating: number, name = 'quality', to = 'out') => result('rating', name, { rating }, to);
const number = (value: number, name: string) => result('number', name, { number: value });
const choice = (name: string, ...choices: string[]) => result('choices', name, { choices });

/** An export as the project page gives it: tasks that nobody else handed out, one annotation each unless rows share a task. */
function exported(rows: readonly Asked[]): string {
  return JSON.stringify(
    rows.map(({ data, results, by = 1, more }, at) => ({
      id: 100 + at,
      annotations: [
        {
          id: 900 + at,
          completed_by: by,
          result: results,
          was_cancelled: false,
          ground_truth: false,
          created_at: '2026-03-02T09:15:00.250000Z',
          updated_at: '2026-03-02T09:16:00.250000Z',
          lead_time: 10 + at,
          prediction: {},
          ...more,
        },
      ],
      file_upload: 'tasks.json',
      drafts: [],
      predictions: [],
      data,
      meta: {},
      inner_id: at + 1,
    })),
    null,
    2,
  );
}

const TEXTS: Record<string, string> = { a: 'Guten Tag', b: 'Bis bald 👋 dann', c: 'Danke' };
const task = (segment_id: string, model: string, translation: string) => ({
  segment_id,
  source: TEXTS[segment_id],
  model,
  translation,
  doc_id: segment_id === 'c' ? 'd2' : 'd1',
});

const ROWS: readonly Asked[] = [
  { data: task('a', 'gpt', 'Good day'), results: [stars(5)], by: { id: 3, email: 'ann@x.org' } },
  { data: task('a', 'opus', 'Hello'), results: [stars(3)], by: { id: 3, email: 'ann@x.org' } },
  { data: task('b', 'gpt', 'See you 👋 then'), results: [stars(4)], by: 7 },
  { data: task('b', 'opus', 'Soon'), results: [stars(2)], by: 7 },
  { data: task('c', 'gpt', 'Thanks'), results: [stars(1)], by: 7, more: { was_cancelled: true } },
  { data: task('c', 'opus', 'Thank you'), results: [stars(4)], by: 7 },
];

const CELLS = {
  a: { gpt: { human: 5 }, opus: { human: 3 } },
  b: { gpt: { human: 4 }, opus: { human: 2 } },
  c: { opus: { human: 4 } },
};

const read = (content: string, options: object = {}, name = 'export.json') =>
  loadItems(file(content, name), Object.keys(options).length > 0 ? { format: 'label-studio', options } : {});
const linesOf = async (loaded: Awaited<ReturnType<typeof read>>) =>
  (await all(loaded.lines())).map((line) => JSON.parse(line));

describe('the JSON export', () => {
  test('is known without a format, and every cell, text, rater and time of it is read', async () => {
    const loaded = await read(exported(ROWS));
    expect(loaded.format).toBe('label-studio');
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
    const [a, b, c] = await linesOf(loaded);
    expect(a).toEqual({
      id: 'a',
      src: 'Guten Tag',
      doc: 'd1',
      tgt: { gpt: 'Good day', opus: 'Hello' },
      scores: { gpt: { human: 5 }, opus: { human: 3 } },
      judgements: [
        { system: 'gpt', rater: 'ann@x.org', value: 5, seconds: 10, time: '2026-03-02T09:15:00.250Z' },
        { system: 'opus', rater: 'ann@x.org', value: 3, seconds: 11, time: '2026-03-02T09:15:00.250Z' },
      ],
    });
    expect(b.judgements.map(({ rater }: any) => rater)).toEqual(['7', '7']);
    expect(c).toMatchObject({ doc: 'd2', tgt: { gpt: 'Thanks', opus: 'Thank you' } });
    expect(c.judgements).toHaveLength(1);
    expect(loaded.notes).toContain('answers without a score (skipped, rejected or unfinished): 1');
    expect(loaded.guesses).toEqual([
      expect.stringContaining(
        'item = "segment_id", source = "source", document = "doc_id", system = "model", output = "translation", answers = "quality" (numbers)',
      ),
    ]);
  });

  test('several people of one task are several judgements', async () => {
    const tasks = JSON.parse(exported(ROWS));
    tasks[0].annotations.push({ ...tasks[0].annotations[0], id: 999, completed_by: 8, result: [stars(2)] });
    const loaded = await read(JSON.stringify(tasks));
    expect(cellsOf(loaded.dataset).a).toEqual({ gpt: { human: 3.5 }, opus: { human: 3 } });
    expect([...loaded.dataset.judgements!.raters].sort()).toEqual(['7', '8', 'ann@x.org']);
  });

  test('several questions are criteria; numbers and choices that are numbers are scores', async () => {
    const rows = ROWS.map((row, at) => ({
      ...row,
      results: [stars(at % 5), number(10 * at, 'adequacy'), choice('fluency', String(at + 1))],
    }));
    const loaded = await read(exported(rows));
    expect(cellsOf(loaded.dataset).b.opus).toEqual({
      human_quality: 3,
      human_adequacy: 30,
      human_fluency: 4,
    });
    const [a] = await linesOf(loaded);
    // The time was taken once.
    expect(a.judgements.filter(({ seconds }: any) => seconds !== undefined)).toHaveLength(2);
    const chosen = await read(exported(rows), { 'score-field': ['adequacy'] });
    expect(cellsOf(chosen.dataset).b.opus).toEqual({ human: 30 });
    expect(chosen.guesses.join()).toContain('answers that were not read: "quality", "fluency"');
  });

  test('choices in words are categories, or levels of the order that is named', async () => {
    const words = ['bad', 'fair', 'good', 'fair', 'good', 'bad'];
    const rows = ROWS.map((row, at) => ({ ...row, results: [choice('verdict', words[at])] }));
    const plain = await read(exported(rows));
    expect(plain.dataset.metrics).toEqual([]);
    expect((await linesOf(plain))[0].judgements[1]).toMatchObject({ system: 'opus', value: 'fair' });
    expect(plain.guesses.join()).toContain(
      'answers to "verdict" are words, which are categories and give no score: "bad", "fair", "good"',
    );
    const ordered = await read(exported(rows), { levels: ['bad', 'fair', 'good'] });
    expect(cellsOf(ordered.dataset)).toEqual({
      a: { gpt: { human: 1 }, opus: { human: 2 } },
      b: { gpt: { human: 3 }, opus: { human: 2 } },
      c: { opus: { human: 1 } },
    });
  });

  test('marked errors lie in the output or the source by code points, and choices of a region belong to it', async () => {
    const labels = (start: number, end: number, text: string, label: string, id: string, to = 'out') =>
      result('labels', 'errors', { start, end, text, labels: [label] }, to, id);
    const rows: Asked[] = [
      {
        data: task('b', 'gpt', 'See you 👋 then'),
        results: [
          stars(4),
          // The waving hand is two UTF-16 units and one character.
          labels(11, 15, 'then', 'style', 'm1'),
          result('choices', 'severity', { choices: ['Major'] }, 'out', 'm1'),
          labels(0, 3, 'Bis', 'minor', 'm2', 'src'),
          labels(2, 5, 'nowhere', 'style', 'm3'),
        ],
      },
      ROWS[3],
    ];
    const loaded = await read(exported(rows));
    const [{ judgements }] = await linesOf(loaded);
    expect(judgements[0].spans).toEqual([
      { from: 10, to: 14, in: 'tgt', category: 'style', severity: 'major' },
      { from: 0, to: 3, in: 'src', category: '', severity: 'minor' },
    ]);
    expect(loaded.notes.join()).toContain(
      'lie neither in the output nor in the source, and were left out: 1',
    );
  });

  test('identifiers that number the tasks are passed over, and items joined by their source texts', async () => {
    const rows = ROWS.map((row, at) => {
      const { segment_id: _, ...data } = row.data as Record<string, string>;
      return { ...row, data: { ...data, id: at } };
    });
    const loaded = await read(exported(rows));
    expect(cellsOf(loaded.dataset)).toEqual({
      'Guten Tag': CELLS.a,
      'Bis bald 👋 dann': CELLS.b,
      Danke: CELLS.c,
    });
    expect(loaded.guesses[0]).toContain('items = source texts');
    const named = await read(exported(rows), { 'item-field': 'id' });
    expect(named.dataset.size).toBe(6);
  });

  test('members of members are fields, and any field can be named', async () => {
    const rows = ROWS.map((row) => {
      const { segment_id, source, model, translation } = row.data as Record<string, string>;
      return { ...row, data: { info: { segment_id, who: model }, quelle: source, zeile: translation } };
    });
    expect((await errorOf(read(exported(rows)))).message).toMatch(
      /is an export of Label Studio; no field names a system; its fields are "info.segment_id", "info.who", "quelle", "zeile".*--format label-studio --system-field NAME/s,
    );
    const loaded = await read(exported(rows), {
      'system-field': ['info.who'],
      'output-field': ['zeile'],
      'source-field': 'quelle',
    });
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
    expect((await linesOf(loaded))[0]).toMatchObject({ src: 'Guten Tag', tgt: { opus: 'Hello' } });
    const wrong = await errorOf(read(exported(rows), { 'system-field': ['who'] }));
    expect(wrong.message).toContain('no field of its tasks is called "who"');
  });

  test('files of one system each are named after it', async () => {
    const own = (model: string) =>
      file(
        exported(
          ROWS.filter(({ data }) => (data as any).model === model).map((row) => {
            const { model: _, ...data } = row.data as Record<string, string>;
            return { ...row, data };
          }),
        ),
        `${model}.json`,
      );
    const loaded = await loadItems([own('gpt'), own('opus')], {
      format: 'label-studio',
      options: { 'system-field': ['from-file-name'] },
    });
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
  });

  test('tasks at odds with each other are refused by place, and set aside where that is wanted', async () => {
    const rows = [...ROWS, { data: task('a', 'gpt', 'Good morning'), results: [stars(1)] }];
    const error = await errorOf(read(exported(rows)));
    expect(error.message).toMatch(/export\.json record 7: item "a", system "gpt" must have one output/);
    const without = ROWS.map((row) => ({ ...row, data: { ...row.data, model: null } }));
    expect((await errorOf(read(exported([...ROWS, without[0]])))).message).toContain(
      'item "a": every task must name its system; the field "model" is empty',
    );
  });

  test('tasks that Goldpan handed out are told as such', async () => {
    const rows = ROWS.map((row) => ({
      ...row,
      data: { task: 'f4ba29e14793430f', source: 's', reference: '', output: 'o' },
    }));
    expect((await errorOf(read(exported(rows)))).message).toContain('give their key file with --key');
  });
});

describe('side by side', () => {
  const pair = (id: string, [first, second]: readonly [string, string]) => ({
    id,
    prompt: `What is ${id}?`,
    response_a: `${first} says ${id}`,
    response_b: `${second} says ${id}`,
    model_a: first,
    model_b: second,
  });
  const pairwise = (selected: string) => result('pairwise', 'pw', { selected }, 'response_a,response_b');

  test('the better output counts 1, the other 0, by the systems that wrote them, however they were shuffled', async () => {
    const rows: Asked[] = [
      { data: pair('q1', ['gpt', 'opus']), results: [pairwise('left')] },
      { data: pair('q2', ['opus', 'gpt']), results: [pairwise('left')] },
      { data: pair('q3', ['opus', 'llama']), results: [pairwise('right')] },
    ];
    const loaded = await read(exported(rows));
    expect(loaded.format).toBe('label-studio');
    expect(cellsOf(loaded.dataset)).toEqual({
      q1: { gpt: { human: 1 }, opus: { human: 0 } },
      q2: { opus: { human: 1 }, gpt: { human: 0 } },
      q3: { opus: { human: 0 }, llama: { human: 1 } },
    });
    const [first] = await linesOf(loaded);
    expect(first.tgt).toEqual({ gpt: 'gpt says q1', opus: 'opus says q1' });
    expect(first.criteria).toEqual({ human: { scale: 'numbers', min: 0, max: 1 } });
    // Both outputs were judged in the time of the task.
    expect(first.judgements.map(({ seconds }: any) => seconds)).toEqual([5, 5]);
  });

  test.each([
    ['A is better', 1, 0],
    ['Response B', 0, 1],
    ['opus', 0, 1],
    ['Tie', 0.5, 0.5],
  ])('a choice "%s" is a preference', async (words, gpt, opus) => {
    const loaded = await read(
      exported([{ data: pair('q1', ['gpt', 'opus']), results: [choice('better', words)] }]),
    );
    expect(cellsOf(loaded.dataset)).toEqual({ q1: { gpt: { human: gpt }, opus: { human: opus } } });
  });

  test('a rater who compares an output with several others gives it the share of those it beats', async () => {
    const rows: Asked[] = [
      { data: pair('q1', ['gpt', 'opus']), results: [pairwise('left')] },
      { data: pair('q1', ['llama', 'gpt']), results: [pairwise('left')] },
    ];
    const loaded = await read(exported(rows));
    expect(cellsOf(loaded.dataset)).toEqual({
      q1: { gpt: { human: 0.5 }, opus: { human: 0 }, llama: { human: 1 } },
    });
    expect(loaded.notes.join()).not.toContain('rated before');
  });

  test('scores of each side are told by the name of the question or of the text', async () => {
    const rows: Asked[] = [
      {
        data: pair('q1', ['gpt', 'opus']),
        results: [stars(5, 'rating_a'), stars(2, 'rating_b'), stars(3, 'style', 'response_b')],
      },
    ];
    const loaded = await read(exported(rows));
    expect(cellsOf(loaded.dataset)).toEqual({
      q1: { gpt: { human_rating: 5 }, opus: { human_rating: 2, human_style: 3 } },
    });
  });

  test('sides stand for systems where nothing says who wrote which, and that is said', async () => {
    const data = { text1: 'one', text2: 'two', prompt: 'q' };
    const loaded = await read(
      exported([{ data, results: [result('pairwise', 'pw', { selected: 'right' }, 'txt-1,txt-2')] }]),
    );
    expect(cellsOf(loaded.dataset)).toEqual({ q: { 1: { human: 0 }, 2: { human: 1 } } });
    expect(loaded.guesses.join()).toContain('where they were shuffled, name the fields that say it');
  });
});

/** The other exports as the converter writes them: the fields of the task, then the answers, then who and when. */
function flatRows(text: (value: unknown) => unknown = (value) => value): Record<string, unknown>[] {
  return ROWS.filter(({ more }) => more === undefined).map(({ data, by = 1 }, at) => ({
    ...(data as Record<string, unknown>),
    id: 100 + at,
    quality: text([{ rating: [5, 3, 4, 2, 4][at] }]),
    note: text('a comment, of several words'),
    annotator: (by as any).email ?? by,
    annotation_id: 900 + at,
    created_at: '2026-03-02T09:15:00.250000Z',
    updated_at: '2026-03-02T09:16:00.250000Z',
    lead_time: 10 + at,
  }));
}

describe('flat exports', () => {
  test('JSON-MIN is known and read', async () => {
    const loaded = await read(JSON.stringify(flatRows(), null, 2), {}, 'min.json');
    expect(loaded.format).toBe('label-studio');
    expect(cellsOf(loaded.dataset)).toEqual({ ...CELLS, c: { opus: { human: 4 } } });
    expect((await linesOf(loaded))[1].judgements[1]).toEqual({
      system: 'opus',
      rater: '7',
      value: 2,
      seconds: 13,
      time: '2026-03-02T09:15:00.250Z',
    });
    expect(loaded.guesses.join()).toContain('fields that were not read: "note"');
  });

  test('CSV is known and read, with results as JSON and columns of the task renamed', async () => {
    const rows = flatRows((value) => (typeof value === 'string' ? value : JSON.stringify(value))).map(
      ({ translation, ...row }) => ({ ...row, _data_translation: translation }),
    );
    const names = Object.keys(rows[0]).sort();
    const quote = (value: unknown) =>
      typeof value === 'number' ? String(value) : `"${String(value).replaceAll('"', '""')}"`;
    const csv = [names, ...rows.map((row) => names.map((name) => (row as any)[name]))]
      .map((values) => `${values.map(quote).join(',')}\r\n`)
      .join('');
    const loaded = await read(csv, {}, 'export.csv');
    expect(loaded.format).toBe('label-studio');
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
    const [a] = await linesOf(loaded);
    expect(a).toMatchObject({ doc: 'd1', tgt: { gpt: 'Good day' } });
    expect(a.judgements[0]).toMatchObject({ rater: 'ann@x.org', seconds: 10 });
  });

  test('answers that are words or numbers alone are found by their names, or named', async () => {
    const rows = flatRows().map(({ quality: _, ...row }, at) => ({
      ...row,
      grade: ['A', 'B'][at % 2],
      stil: at,
    }));
    const byNumbers = await read(JSON.stringify(rows), {}, 'min.json');
    expect(cellsOf(byNumbers.dataset).a).toEqual({ gpt: { human: 0 }, opus: { human: 1 } });
    const named = await read(
      JSON.stringify(rows),
      { 'score-field': ['grade'], levels: ['B', 'A'] },
      'min.json',
    );
    expect(cellsOf(named.dataset).a).toEqual({ gpt: { human: 2 }, opus: { human: 1 } });
    const none = rows.map(({ stil: _, ...row }) => row);
    const error = await errorOf(read(JSON.stringify(none), {}, 'min.json'));
    expect(error.message).toMatch(/has no answers that say something of one output.*--score-field NAME/s);
  });
});

test('names that objects have of their own are fields like any other', async () => {
  const rows = ROWS.map((row) => ({ ...row, data: { ...row.data, model: '__proto__', constructor: 'x' } }));
  const loaded = await read(exported([rows[0], rows[2]]));
  expect(loaded.dataset.systems).toEqual(['__proto__']);
});
