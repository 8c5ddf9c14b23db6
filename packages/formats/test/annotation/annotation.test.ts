import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportItems, loadItems } from '../../src/index.js';
import { platforms } from '../../src/annotation/platforms/platforms.js';
import { cellsOf } from '../cells-of.js';
import { jsonLines } from '../json-lines.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';
import { simulatedRaters } from './simulated-raters.js';

const { path, file } = temporaryFolder();

const ITEMS = [
  {
    id: 'item-one',
    src: 'source 1',
    ref: 'ref 1',
    doc: 'docA',
    tgt: { SystemX: 'out x1', SystemY: 'out y1' },
    scores: { SystemX: { metricQ: 0.123 }, SystemY: { metricQ: 0.456 } },
    goldpan: { utility: 7.77 },
  },
  {
    id: 'item-two',
    src: 'source 2',
    tgt: { SystemX: 'out x2' },
    scores: { SystemX: { metricQ: 0.789 } },
    big: 12345678901234567890n,
  },
];
const itemLines = ITEMS.map(
  (item) =>
    `${JSON.stringify(item, (_, value) => (typeof value === 'bigint' ? `BIG` : value)).replace('"BIG"', '12345678901234567890')}\n`,
).join('');

async function exported(format: string, options: object = {}, items?: number[]) {
  const input = file(itemLines, `in-${format}.jsonl`);
  const source = { file: await loadItems(input, { format: 'items', texts: false }), items };
  const report = await exportItems(source, path(`out-${format}`), {
    format,
    options: { min: 1, max: 5, ...options },
  });
  return { input, report, tasks: readFileSync(report.files[0], 'utf8'), key: report.files[1] };
}

const rated = (format: string, tasks: string, score: number | undefined = 4) =>
  simulatedRaters[format](tasks, () => [{ annotator: 'r', score }]).map(({ name, content }) =>
    file(content, `${format}-${name}`),
  );

describe.each(platforms.map(({ name }) => name))('%s', (format) => {
  test('tasks are blind: no system or metric name, no score and no utility, in any file but the key', async () => {
    const { report } = await exported(format);
    for (const name of report.files.filter((each) => each !== report.files[1])) {
      const text = readFileSync(name, 'utf8');
      for (const secret of ['SystemX', 'SystemY', 'metricQ', '0.123', '7.77'])
        expect(text).not.toContain(secret);
    }
    expect(readFileSync(report.files[1], 'utf8')).toContain('SystemX');
    expect(report).toMatchObject({
      items: 2,
      tasks: 3,
      notes: ['cells without an output, which make no task: 1'],
    });
  });

  test('the same items, options and seed give the same bytes; another seed gives other identifiers', async () => {
    const [first, again, other] = [
      await exported(format),
      await exported(format),
      await exported(format, {}),
    ];
    expect(again.tasks).toBe(first.tasks);
    expect(other.tasks).toBe(first.tasks);
    const source = { file: await loadItems(first.input, { format: 'items' }) };
    await exportItems(source, path('seeded'), { format, seed: 1, options: { min: 1, max: 5 } });
    expect(readFileSync(path('seeded'), 'utf8')).not.toBe(first.tasks);
  });

  test('judgements of a task that is not in the key are refused', async () => {
    const { tasks } = await exported(format, {}, [0]);
    const { key } = await exported(format, {}, [1]);
    expect((await errorOf(loadItems(rated(format, tasks), { format, options: { key } }))).message).toContain(
      'is not in the key',
    );
  });

  test('a score outside the scale is refused', async () => {
    const { tasks, key } = await exported(format);
    expect(
      (await errorOf(loadItems(rated(format, tasks, 9), { format, options: { key } }))).message,
    ).toContain('a score must be a number from 1 to 5; got 9');
  });

  // Appraise gives no texts back: there the identifier alone stands for the text.
  if (format !== 'appraise')
    test('a text that was changed is refused', async () => {
      const { tasks, key } = await exported(format);
      const changed = tasks.replace('out x2', 'out x3');
      expect(changed).not.toBe(tasks);
      expect(
        (await errorOf(loadItems(rated(format, changed), { format, options: { key } }))).message,
      ).toContain(
        'item "item-two", system "SystemX", rater "r": the text that was judged is not the text that was handed out',
      );
    });

  test('judgements are merged into the items, which stay as they are otherwise', async () => {
    const { tasks, key, input } = await exported(format);
    const read = await loadItems(rated(format, tasks), {
      format,
      options: { key, items: input, target: 'human_round2' },
    });
    const merged = await all(read.lines());
    expect(merged[1]).toContain('"big":12345678901234567890');
    const { judgements, ...item } = JSON.parse(merged[0]);
    expect(judgements.map((judgement: any) => judgement.system).sort()).toEqual(['SystemX', 'SystemY']);
    expect(judgements[0]).toMatchObject({ criterion: 'round2', value: 4 });
    expect(item).toEqual({
      ...ITEMS[0],
      criteria: { round2: { scale: 'stars', min: 1, max: 5 } },
      scores: { SystemX: { metricQ: 0.123, human_round2: 4 }, SystemY: { metricQ: 0.456, human_round2: 4 } },
    });
    expect(read.notes.join('\n')).toContain('human_round2: 3 ratings by 1 annotator');
  });

  test('items whose texts are others than those that were judged are refused', async () => {
    const { tasks, key, input } = await exported(format);
    writeFileSync(input, itemLines.replace('out y1', 'out y9'));
    const error = await errorOf(loadItems(rated(format, tasks), { format, options: { key, items: input } }));
    expect(error.message).toContain('item "item-one" has other texts than those that were judged');
  });
});

describe('the scale of the tasks', () => {
  const scaleOf = async (asked: object, options: object = {}, items?: string) => {
    const { tasks, key } = await exported('label-studio', asked);
    const read = await loadItems(rated('label-studio', tasks), {
      format: 'label-studio',
      options: { key, items, ...options },
    });
    return read.dataset.judgements!.criteria.map(({ scale, declared }) => ({ ...scale, declared }));
  };
  const higher = { better: 'higher', declared: true };

  test('comes back with the answers: few whole steps are an order, others distances', async () => {
    expect(await scaleOf({})).toEqual([{ kind: 'stars', min: 1, max: 5, ...higher }]);
    expect(await scaleOf({ max: 100 })).toEqual([{ kind: 'numbers', min: 1, max: 100, ...higher }]);
    expect(await scaleOf({ step: 0.5 })).toEqual([{ kind: 'numbers', min: 1, max: 5, ...higher }]);
  });

  test('says that lower is better, and answers stay as they were given; scores are turned round', async () => {
    const { tasks, key, input } = await exported('label-studio');
    for (const items of [undefined, input]) {
      const { dataset } = await loadItems(rated('label-studio', tasks), {
        format: 'label-studio',
        options: { key, items, 'lower-is-better': ['human'] },
      });
      const [{ scale }] = dataset.judgements!.criteria;
      expect(scale).toEqual({ kind: 'stars', min: 1, max: 5, better: 'lower' });
      expect(new Set(dataset.judgements!.values)).toEqual(new Set([4]));
      expect(new Set(dataset.scores('human').values)).toEqual(new Set([-4, NaN]));
    }
  });

  test('of the items says which end is the good one', async () => {
    const { tasks, key } = await exported('label-studio');
    const declares = (better: string) =>
      file(
        itemLines.replace('{', `{"criteria":{"human":{"scale":"stars","max":5,"better":"${better}"}},`),
        better,
      );
    const options = { key, items: declares('lower') };
    const { dataset } = await loadItems(rated('label-studio', tasks), { format: 'label-studio', options });
    expect(new Set(dataset.scores('human').values)).toEqual(new Set([-4, NaN]));
    const other = { key, items: declares('higher'), 'lower-is-better': ['human'] };
    const reading = loadItems(rated('label-studio', tasks), { format: 'label-studio', options: other });
    expect((await errorOf(reading)).message).toContain(
      'says of the criterion "human" that higher is better, lower-is-better that lower is',
    );
  });

  test('does not take the place of what the items say', async () => {
    const [one, two] = itemLines.trimEnd().split('\n');
    const declared = one.replace('{', '{"criteria":{"human":{"scale":"numbers","min":0}},');
    const judged = one.replace('{', '{"judgements":[{"system":"SystemY","rater":"ann","value":4.5}],');
    const overwrite = { overwrite: true };
    const kept = { kind: 'numbers', min: 0, ...higher };
    expect(await scaleOf({}, {}, file(`${declared}\n${two}\n`, 'declared.jsonl'))).toEqual([kept]);
    expect(await scaleOf({}, overwrite, file(`${judged}\n${two}\n`, 'judged.jsonl'))).toEqual([
      { kind: 'numbers', better: 'higher', declared: false },
    ]);
  });
});

test('a partial return is fine, and says how much is done', async () => {
  const { tasks, key } = await exported('label-studio');
  const some = JSON.stringify(
    JSON.parse(tasks)
      .slice(0, 1)
      .map((task: any) => ({
        ...task,
        annotations: [
          {
            completed_by: 7,
            lead_time: 12,
            result: [{ from_name: 'score', type: 'rating', value: { rating: 2 } }],
          },
          { was_cancelled: true, result: [] },
        ],
      })),
  );
  const read = await loadItems(file(some, 'some.json'), {
    format: 'label-studio',
    options: { key, 'keep-annotators': true },
  });
  expect(Object.values(cellsOf(read.dataset))[0]).toEqual({
    [read.dataset.systems[0]]: { human: 2, human_7: 2 },
  });
  expect(read.notes.slice(1)).toEqual([
    'tasks judged so far: 1 of 3',
    'answers without a score (skipped, rejected or unfinished): 1',
    'median time per judgement: 12 s (of 1)',
  ]);
});

test('times that cannot be are named by place; a judgement keeps its score', async () => {
  const { key } = await exported('appraise');
  const { tasks } = JSON.parse(readFileSync(key, 'utf8'));
  const row = (task: string, start: number, end: number) =>
    `ann,${task},1,TGT,eng,deu,3,d,False,[],${start},${end}\n`;
  const times = [row(tasks[0].id, 100, 112.5), row(tasks[1].id, 500, 90), row(tasks[2].id, 1, 700_000)];
  const read = await loadItems(file(times.join(''), 'times.csv'), { format: 'appraise', options: { key } });
  expect([...read.dataset.judgements!.seconds!].filter((took) => !Number.isNaN(took))).toEqual([12.5]);
  expect(read.dataset.judgements!.size).toBe(3);
  const note = read.notes.find((text) => text.startsWith('times below 0'))!;
  expect(note).toContain('left out: 2 (');
  expect(note).toMatch(
    /times\.csv:2, item "item-(one|two)", system "System[XY]", rater "ann": -410 s; .*times\.csv:3, /,
  );
});

test('the time of a Pearmut entry has no pauses, and is shared among its answers', async () => {
  const { key } = await exported('pearmut');
  const { tasks } = JSON.parse(readFileSync(key, 'utf8'));
  const two = tasks.filter((task: any) => task.item === 'item-one');
  const entry = {
    user_id: 'u',
    item_i: 0,
    annotation: [Object.fromEntries(two.map(({ id }: any) => [id, { score: 4 }]))],
    actions: [0, 10, 5010, 5040, 5060].map((time) => ({ time: 1e9 + time })),
  };
  const read = await loadItems(file(jsonLines(entry), 'pauses.jsonl'), {
    format: 'pearmut',
    options: { key },
  });
  // Steps of 10, 30 and 20 s, and one of 5,000 s that counts as their median; two answers.
  expect([...read.dataset.judgements!.seconds!]).toEqual([40, 40]);
});

test('line ends that a spreadsheet changed do not count as a changed text', async () => {
  const input = file(jsonLines({ id: 'a', src: 'one\ntwo', tgt: { A: 'x\r\ny' } }), 'ends.jsonl');
  const { files } = await exportItems(
    { file: await loadItems(input, { format: 'items' }) },
    path('ends.json'),
    { format: 'label-studio' },
  );
  const returned = simulatedRaters['label-studio'](
    readFileSync(files[0], 'utf8').replaceAll('\\r\\n', '\\n').replace('one\\ntwo', 'one\\r\\ntwo'),
    () => [{ annotator: 'r', score: 7 }],
  );
  const read = await loadItems(file(returned[0].content, 'ends-back.json'), {
    format: 'label-studio',
    options: { key: files[1] },
  });
  expect(cellsOf(read.dataset)).toEqual({ a: { A: { human: 7 } } });
});

test('the JSON-MIN export of Label Studio is read too', async () => {
  const { tasks, key } = await exported('label-studio');
  const flat = JSON.parse(tasks).map(({ data }: any) => ({
    ...data,
    id: 1,
    score: 3,
    annotator: 5,
    lead_time: 2,
  }));
  const read = await loadItems(file(JSON.stringify(flat), 'min.json'), {
    format: 'label-studio',
    options: { key },
  });
  expect(cellsOf(read.dataset)['item-two']).toEqual({ SystemX: { human: 3 } });
});

test.each([
  ['a list of one number', [{ number: 3 }]],
  ['a list of one rating', [{ rating: 3 }]],
  ['a choice', '3'],
])('JSON-MIN may give an answer as %s', async (_, score) => {
  const { tasks, key } = await exported('label-studio');
  const flat = JSON.parse(tasks).map(({ data }: any) => ({ ...data, id: 1, score, annotator: 5 }));
  const read = await loadItems(file(JSON.stringify(flat), 'min-list.json'), {
    format: 'label-studio',
    options: { key },
  });
  expect(cellsOf(read.dataset)['item-two']).toEqual({ SystemX: { human: 3 } });
});

test.each([
  ['a number for the results', { completed_by: 7, result: 5 }],
  ['results that are no objects', { completed_by: [1, 2], result: [null, 3, 'x', []] }],
  ['a value that is no object', { completed_by: { id: 3 }, result: [{ type: 'rating', value: 4 }] }],
  ['choices that are no list', { result: [{ from_name: 'score', value: { choices: { a: 1 } } }] }],
  ['a score that is an object', { result: [{ from_name: 'score', value: { number: { n: 1 } } }] }],
  ['an annotation that is none', null],
])('a return of Label Studio with %s is left out or refused, never a breakdown', async (_, annotation) => {
  const { tasks, key } = await exported('label-studio');
  const back = JSON.parse(tasks).map((task: any) => ({ ...task, annotations: [annotation] }));
  const reading = loadItems(file(JSON.stringify(back), 'odd.json'), {
    format: 'label-studio',
    options: { key },
  });
  const outcome = await reading.then(
    ({ notes }) => notes.join(),
    ({ code }) => code,
  );
  expect(outcome).toMatch(/answers without a score|^INVALID_INPUT$|^NO_ITEMS$|^UNUSABLE_INPUT$/);
});

test('judgements that the items have already are not overwritten unless that is wanted', async () => {
  const { tasks, key, input } = await exported('argilla');
  const options = { key, items: input, target: 'metricQ' };
  const returned = rated('argilla', tasks);
  expect((await errorOf(loadItems(returned, { format: 'argilla', options }))).message).toContain(
    'has a score of system "SystemX" in "metricQ" already',
  );
  const read = await loadItems(returned, { format: 'argilla', options: { ...options, overwrite: true } });
  expect(cellsOf(read.dataset)['item-two']).toEqual({ SystemX: { metricQ: 4 } });
});

test('judgements of the outputs that are judged anew give way, and scores are those of the judgements', async () => {
  const { tasks, key } = await exported('label-studio');
  const before =
    '"judgements":[{"system":"SystemX","rater":"old","value":1},{"system":"SystemY","rater":"old","value":2},{"system":"SystemX","rater":"old","criterion":"tone","value":3}],';
  const items = file(itemLines.replace('{', `{${before}`), 'judged.jsonl');
  const some = JSON.stringify(
    JSON.parse(rated('label-studio', tasks).map((path) => readFileSync(path, 'utf8'))[0]).filter(
      ({ data }: any) => data.output !== 'out y1',
    ),
  );
  const returned = file(some, 'some.json');
  const options = { key, items };
  expect((await errorOf(loadItems(returned, { format: 'label-studio', options }))).message).toContain(
    'has judgements of system "SystemX" in "human" already',
  );
  const read = await loadItems(returned, {
    format: 'label-studio',
    options: { ...options, overwrite: true },
  });
  expect(read.notes.join()).toContain(
    'judgements of other raters that were replaced, as overwrite=true says: 1;',
  );
  const { judgements, systems } = read.dataset;
  const said = Array.from(judgements!.values.subarray(0, judgements!.starts[1]), (value, j) => [
    systems[judgements!.systems[j]],
    judgements!.raters[judgements!.rater[j]],
    value,
  ]);
  expect(said).toEqual([
    ['SystemY', 'old', 2],
    ['SystemX', 'old', 3],
    ['SystemX', 'r', 4],
  ]);
  expect([...read.dataset.scores('human').values.subarray(0, 2)]).toEqual([4, 2]);
});

test('names are in the tasks when they need not be blind, and references can be left out', async () => {
  const open = await exported('label-studio', { blind: false, reference: false });
  expect(open.tasks).toContain('"system":"SystemX"');
  expect(open.tasks).not.toContain('ref 1');
});

test('a file that is no key, and a key for another platform, are refused', async () => {
  const { tasks, key, input } = await exported('doccano');
  expect(
    (await errorOf(loadItems(rated('doccano', tasks), { format: 'doccano', options: { key: input } })))
      .message,
  ).toMatch(/cannot be read|must be the key file/);
  expect(
    (await errorOf(loadItems(rated('doccano', tasks), { format: 'prodigy', options: { key } }))).message,
  ).toContain('must be a key for prodigy; it is one for doccano');
});

test('items without outputs make no tasks', async () => {
  const source = {
    file: await loadItems(file(jsonLines({ id: 'a', src: 's' }), 'no.jsonl'), { format: 'items' }),
  };
  expect((await errorOf(exportItems(source, path('none'), { format: 'pearmut' }))).message).toContain(
    'must have outputs ("tgt") to be judged',
  );
});

test('identical outputs of an item are one task unless asked otherwise', async () => {
  const input = file(
    jsonLines(
      { id: 'a', src: 's', tgt: { X: 'caf\u00e9', Y: 'cafe\u0301', Z: 'Cafe\u0301' } },
      { id: 'b', src: 's', tgt: { X: 'caf\u00e9', Y: 'tea' } },
    ),
    'twins.jsonl',
  );
  const source = { file: await loadItems(input, { format: 'items', texts: false }) };
  const report = await exportItems(source, path('twins'), { format: 'annotation-csv' });
  expect(report).toMatchObject({
    tasks: 4,
    notes: ['identical outputs of an item are judged once: 4 tasks for 5 cells'],
  });
  const each = await exportItems(source, path('each'), {
    format: 'annotation-csv',
    options: { merge: false },
  });
  expect(each.tasks).toBe(5);
  const returned = rated('annotation-csv', readFileSync(path('each'), 'utf8'), 70);
  const read = await loadItems(returned, {
    format: 'annotation-csv',
    options: { key: each.files[1], items: input },
  });
  expect(cellsOf(read.dataset)).toMatchObject({
    a: { X: { human: 70 }, Y: { human: 70 }, Z: { human: 70 } },
  });
});

test('an answer that names nobody is a judgement; a second answer of a person is told with its place', async () => {
  const { tasks, key, input } = await exported('annotation-csv');
  let answers = 0;
  const [answered] = simulatedRaters['annotation-csv'](tasks, () => [
    { annotator: '', score: ++answers },
    { annotator: '', score: 2 },
    { annotator: 'ann', score: 5 },
    { annotator: 'ann', score: 4 },
  ]);
  const returned = file(answered.content, 'unnamed.csv');
  const read = await loadItems(returned, { format: 'annotation-csv', options: { key, items: input } });
  const { raters, size } = read.dataset.judgements!;
  expect([...raters].sort()).toEqual(['ann', 'unnamed', 'unnamed 2']);
  expect(size).toBe(9);
  expect(read.notes.join('\n')).toContain('answers that name nobody: 6; the first of each output');
  expect(read.notes.join('\n')).toMatch(
    /ratings of what the same person rated before: 3 \(.*unnamed\.csv:\d+, item "item-\w+", system "System[XY]", rater "ann"; .*\); the last counts: take one/,
  );
  expect((cellsOf(read.dataset) as any)['item-two'].SystemX.human).toBeCloseTo((3 + 2 + 4) / 3, 12);
});
