import { describe, expect, test } from 'vitest';
import { loadItems } from '../../../src/index.js';
import { cellsOf } from '../../cells-of.js';
import { jsonLines } from '../../json-lines.js';
import { all, errorOf, temporaryFolder } from '../../temporary-folder.js';

const { file } = temporaryFolder();
const linesOf = async (loaded: Awaited<ReturnType<typeof loadItems>>) =>
  (await all(loaded.lines())).map((line) => JSON.parse(line));

describe('argilla', () => {
  const response = (user_id: string, value: unknown, status?: string) => ({
    value,
    user_id,
    ...(status && { status }),
  });
  const record = (id: string, fields: object, metadata: object, responses: object) => ({
    ...{
      id,
      fields,
      metadata,
      suggestions: { quality: { value: 1, score: 0.2, agent: 'judge' } },
      responses,
    },
    ...{ vectors: {}, _server_id: `00000000-${id}` },
  });
  const RECORDS = [
    record(
      'r1',
      { instruction: 'Add 1 and 2', response: '3' },
      { model: 'x', prompt_id: 'p1' },
      {
        quality: [response('ann', 5), response('bob', 4)],
        kind: [response('ann', 'right'), response('bob', 'right')],
        why: [response('ann', ['a', 'b'])],
      },
    ),
    record(
      'r2',
      { instruction: 'Add 1 and 2', response: '4' },
      { model: 'y', prompt_id: 'p1' },
      {
        quality: [response('ann', 1), response('bob', 3, 'discarded')],
        kind: [response('ann', 'wrong')],
      },
    ),
    record(
      'r3',
      { instruction: 'Name a river', response: 'Elbe' },
      { model: 'x', prompt_id: 'p2' },
      {
        quality: [response('bob', 3, 'submitted')],
      },
    ),
    record('r4', { instruction: 'Name a river', response: 'Rome' }, { model: 'y', prompt_id: 'p2' }, {}),
  ];
  const CELLS = { p1: { x: { human: 4.5 }, y: { human: 1 } }, p2: { x: { human: 3 } } };

  test.each([
    ['an array, as to_json writes it', JSON.stringify(RECORDS, null, 2), 'records.json'],
    ['JSON lines', jsonLines(...RECORDS), 'records.jsonl'],
  ])('records are known and read: %s', async (_, content, name) => {
    const loaded = await loadItems(file(content, name));
    expect(loaded.format).toBe('argilla');
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
    const [first, second] = await linesOf(loaded);
    expect(first).toMatchObject({ id: 'p1', src: 'Add 1 and 2', tgt: { x: '3', y: '4' } });
    expect(first.judgements).toEqual([
      { system: 'x', rater: 'ann', value: 5 },
      { system: 'x', rater: 'bob', value: 4 },
      { system: 'y', rater: 'ann', value: 1 },
      { system: 'x', rater: 'ann', criterion: 'kind', value: 'right' },
      { system: 'x', rater: 'bob', criterion: 'kind', value: 'right' },
      { system: 'y', rater: 'ann', criterion: 'kind', value: 'wrong' },
    ]);
    // What nobody judged is there to be judged.
    expect(second.tgt).toEqual({ x: 'Elbe', y: 'Rome' });
    expect(loaded.notes).toEqual(
      expect.arrayContaining([
        'answers of several labels were left out',
        'tasks that nobody has judged yet: 1',
        'answers without a score (skipped, rejected or unfinished): 1',
      ]),
    );
  });

  test('flat records, as data sets have them, give the same cells', async () => {
    const flat = RECORDS.map(({ id, fields, metadata, responses }) => ({
      ...{ id, _server_id: 's', ...fields, ...metadata, 'quality.suggestion': 1 },
      ...Object.fromEntries(
        Object.entries(responses).flatMap(([question, given]: [string, any[]]) => [
          [`${question}.responses`, given.map(({ value }) => value)],
          [`${question}.responses.users`, given.map(({ user_id }) => user_id)],
          [`${question}.responses.status`, given.map(({ status = 'submitted' }) => status)],
        ]),
      ),
    }));
    const loaded = await loadItems(file(jsonLines(...flat), 'flat.jsonl'));
    expect(loaded.format).toBe('argilla');
    expect(cellsOf(loaded.dataset)).toEqual(CELLS);
  });

  test('a ranking of outputs that stand side by side counts negated ranks', async () => {
    const ranked = record(
      'r1',
      { prompt: 'q', 'response-1': 'one', 'response-2': 'two', 'response-3': 'three' },
      {},
      {
        order: [
          response('ann', [
            { value: 'response-2', rank: 1 },
            { value: 'response-1', rank: 2 },
            { value: 'response-3', rank: 2 },
          ]),
          response('bob', ['response-3', 'response-2', 'response-1']),
        ],
      },
    );
    const loaded = await loadItems(file(JSON.stringify([ranked]), 'ranked.json'));
    expect(cellsOf(loaded.dataset)).toEqual({
      r1: { 1: { human: -2.5 }, 2: { human: -1.5 }, 3: { human: -1.5 } },
    });
    expect(loaded.notes).toContain('ranks count negated, so that higher is better');
  });
});

describe('doccano', () => {
  const text = (id: number, fields: object, label: unknown[]) => ({ id, ...fields, label, Comments: [] });
  const ANN = [
    text(11, { text: 'Good day', source: 'Guten Tag', system: 'x' }, ['4']),
    text(12, { text: 'Hello', source: 'Guten Tag', system: 'y' }, ['2']),
    text(13, { text: 'Thanks 👋 all', source: 'Danke', system: 'x' }, ['3', '4']),
    text(14, { text: 'Thank you', source: 'Danke', system: 'y' }, []),
  ];
  const BOB = ANN.slice(0, 1).map((row) => ({ ...row, label: ['1'] }));

  test('exports are known and read; each file is of one person, and numbers of texts are no items', async () => {
    const loaded = await loadItems([
      file(jsonLines(...ANN), 'ann.jsonl'),
      file(jsonLines(...BOB), 'bob.jsonl'),
    ]);
    expect(loaded.format).toBe('doccano');
    expect(cellsOf(loaded.dataset)).toEqual({
      'Guten Tag': { x: { human: 2.5 }, y: { human: 2 } },
      Danke: {},
    });
    const [first, second] = await linesOf(loaded);
    expect(first.judgements.map(({ rater, value }: any) => [rater, value])).toEqual([
      ['ann', 4],
      ['bob', 1],
      ['ann', 2],
    ]);
    expect(second).toMatchObject({ id: 'Danke', tgt: { x: 'Thanks 👋 all', y: 'Thank you' } });
    expect(loaded.notes).toContain('texts with several labels were left out');
  });

  test('items that have a text and labels among their fields stay items', async () => {
    const item = { id: 1, text: 'a note', label: ['x'], scores: { A: { m: 1 } } };
    expect((await loadItems(file(jsonLines(item), 'items.jsonl'))).format).toBe('items');
  });

  test('marked places are kept beside a label, in characters', async () => {
    const rows = [
      text(1, { text: 'Thanks 👋 all', source: 'Danke', system: 'x' }, [
        '3',
        [9, 12, 'minor'],
        [90, 99, 'major'],
      ]),
    ];
    const loaded = await loadItems(file(jsonLines(...rows), 'ann.jsonl'));
    expect((await linesOf(loaded))[0].judgements).toEqual([
      {
        ...{ system: 'x', rater: 'ann', value: 3 },
        spans: [{ from: 9, to: 12, in: 'tgt', category: '', severity: 'minor' }],
      },
    ]);
  });

  test('an export without systems says what it is and what is missing', async () => {
    const rows = ANN.map(({ id, text, label }: any) => ({ id, text, label }));
    const error = await errorOf(loadItems(file(jsonLines(...rows), 'ann.jsonl')));
    expect(error.message).toMatch(
      /is an export of doccano; no field names a system; its fields are "text".*--format doccano --system-field NAME/s,
    );
  });
});

describe('prodigy', () => {
  const task = (fields: object, more: object = {}) => ({
    ...fields,
    ...{ _input_hash: 5, _task_hash: 6, _view_id: 'choice', answer: 'accept', _timestamp: 1_760_000_000 },
    ...{ _annotator_id: 'db-ann', _session_id: 'db-ann', ...more },
  });
  const stars = [1, 2, 3].map((id) => ({ id, text: `${id} stars` }));

  test('choices of a number are known and read, with person, time and marks', async () => {
    const cell = (text: string, system: string) => ({
      text,
      options: stars,
      meta: { system, item_id: 'i1', src: 's' },
    });
    const loaded = await loadItems(
      file(
        jsonLines(
          task(cell('Good 👋 day', 'x'), { accept: [3], spans: [{ start: 7, end: 10, label: 'style' }] }),
          task(cell('Hello', 'y'), { accept: [1], _annotator_id: 'db-bob' }),
          task(cell('Hello', 'y'), { accept: [1, 2] }),
          task(cell('Hi', 'z'), { accept: [2], answer: 'ignore' }),
        ),
        'out.jsonl',
      ),
    );
    expect(loaded.format).toBe('prodigy');
    expect(cellsOf(loaded.dataset)).toEqual({ i1: { x: { human: 3 }, y: { human: 1 } } });
    const [first] = await linesOf(loaded);
    expect(first).toMatchObject({ src: 's', tgt: { x: 'Good 👋 day', y: 'Hello', z: 'Hi' } });
    expect(first.judgements[0]).toEqual({
      ...{ system: 'x', rater: 'db-ann', value: 3, time: new Date(1.76e12).toISOString() },
      spans: [{ from: 7, to: 10, in: 'tgt', category: 'style', severity: '' }],
    });
    expect(loaded.notes).toContain('answers of several options were left out');
  });

  test('yes and no to a label count 1 and 0', async () => {
    const loaded = await loadItems(
      file(
        jsonLines(
          task({ text: 'Good day', label: 'FINE', source: 's', model: 'x' }),
          task({ text: 'Hello', label: 'FINE', source: 's', model: 'y' }, { answer: 'reject' }),
        ),
        'yes.jsonl',
      ),
    );
    expect(cellsOf(loaded.dataset)).toEqual({ s: { x: { human: 1 }, y: { human: 0 } } });
  });

  test('outputs that a recipe compares are side by side, whatever their order was', async () => {
    const pair = (id: number, order: readonly string[], accept: readonly string[]) => {
      const texts: Record<string, string> = { A: `short ${id}`, B: `long ${id}` };
      const options = order.map((name) => ({ id: name, text: texts[name] }));
      const mapping = { [order[0]]: 'accept', [order[1]]: 'reject' };
      return task({ id, input: `question ${id}`, ...texts, mapping, options }, { accept });
    };
    const loaded = await loadItems(
      file(
        jsonLines(pair(1, ['A', 'B'], ['A']), pair(2, ['B', 'A'], ['A']), pair(3, ['B', 'A'], ['B'])),
        'ab.jsonl',
      ),
    );
    expect(cellsOf(loaded.dataset)).toEqual({
      1: { A: { human: 1 }, B: { human: 0 } },
      2: { A: { human: 1 }, B: { human: 0 } },
      3: { A: { human: 0 }, B: { human: 1 } },
    });
    expect((await linesOf(loaded))[1]).toMatchObject({
      src: 'question 2',
      tgt: { A: 'short 2', B: 'long 2' },
    });
  });
});

test('more than twenty different words are comments', async () => {
  const rows = Array.from({ length: 22 }, (_, at) => ({
    ...{
      id: `r${at}`,
      fields: { prompt: `q${at}`, response: `a${at}` },
      metadata: { model: 'x' },
      suggestions: {},
    },
    responses: { why: [{ value: `word ${at}`, user_id: 'ann' }], quality: [{ value: at, user_id: 'ann' }] },
  }));
  const loaded = await loadItems(file(JSON.stringify(rows), 'comments.json'));
  expect(loaded.dataset.metrics).toEqual(['human']);
  expect(loaded.guesses.join()).toContain('answers that were not read: "why"');
});

test('raters can be named by a field', async () => {
  const row = { id: 1, text: 'Good day', source: 's', system: 'x', person: 'zoe', label: ['4'] };
  const options = { 'rater-field': 'person' };
  const loaded = await loadItems(file(jsonLines(row), 'all.jsonl'), { format: 'doccano', options });
  expect([...loaded.dataset.judgements!.raters]).toEqual(['zoe']);
  const wrong = loadItems(file(jsonLines(row), 'all.jsonl'), {
    format: 'doccano',
    options: { 'rater-field': 'who' },
  });
  expect((await errorOf(wrong)).message).toContain('no field of its tasks is called "who"');
});
