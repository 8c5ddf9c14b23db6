import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repeatVariance } from '@goldpan/core';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { jsonLines } from '../json-lines.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), content);
  return path(name);
}

/** A stored archive with every entry in a zstd frame of one raw block: magic, sizes in four bytes, the block, its bytes. */
function zstdArchive(stored: Uint8Array): Buffer {
  const entries = Object.entries(unzipSync(stored));
  const frames = entries.map(([name, content]) => {
    const frame = Buffer.alloc(12 + content.length);
    frame.writeUInt32LE(0xfd2fb528, 0);
    frame[4] = 0xa0;
    frame.writeUInt32LE(content.length, 5);
    frame.writeUIntLE(content.length * 8 + 1, 9, 3);
    frame.set(content, 12);
    return [name, frame] as const;
  });
  const zip = Buffer.from(zipSync(Object.fromEntries(frames), { level: 0 }));
  const before = Buffer.from(stored);
  const central = 'PK\x01\x02';
  for (let at = zip.indexOf(central, 0, 'latin1'), from = before.indexOf(central, 0, 'latin1'); at >= 0;) {
    zip.writeUInt16LE(93, at + 10);
    // Checksum and size are of the unpacked bytes.
    before.copy(zip, at + 16, from + 16, from + 20);
    before.copy(zip, at + 24, from + 24, from + 28);
    [at, from] = [zip.indexOf(central, at + 4, 'latin1'), before.indexOf(central, from + 4, 'latin1')];
  }
  return zip;
}

describe('lm-eval', () => {
  const sample = (doc_id: number, filter: string, scores: object, more: object = {}) => ({
    doc_id,
    doc: { question: `q${doc_id}` },
    target: `t${doc_id}`,
    arguments: { gen_args_0: { arg_0: `prompt ${doc_id}`, arg_1: {} } },
    resps: [[`raw ${doc_id}`]],
    filtered_resps: [`out ${doc_id}`],
    filter,
    metrics: Object.keys(scores),
    doc_hash: `hash${doc_id}`,
    prompt_hash: 'p',
    target_hash: 't',
    ...scores,
    ...more,
  });
  const name = (model: string) => `lm/${model}/samples_gsm8k_2024-10-01T12-00-00.123456.jsonl`;

  test('calls models as the file of results does, and keeps the tasks that are named', async () => {
    const [time, later] = ['2024-10-01T12-00-00.123456', '2024-10-02T12-00-00.123456'];
    const log = (task: string, when: string, score: number) =>
      write(`named/samples_${task}_${when}.jsonl`, jsonLines(sample(0, 'none', { acc: score })));
    log('arc', time, 1);
    log('gsm8k', time, 1);
    log('arc', later, 0);
    write(`named/results_${time}.json`, '{"model_name": "org/a__b", "x": NaN}');
    write(`named/run_${later}.json`, '{"model_name": "peft/c"}');
    const read = await loadItems(path('named'), { options: { task: ['arc'] } });
    expect(read.format).toBe('lm-eval');
    expect(cellsOf(read.dataset)).toEqual({ 'arc:0': { 'org/a__b': { acc: 1 }, 'peft/c': { acc: 0 } } });
  });

  test('a file of results that names no model leaves the name of the folder', async () => {
    const when = '2024-10-01T12-00-00.123456';
    write(`unnamed/org__x/samples_arc_${when}.jsonl`, jsonLines(sample(0, 'none', { acc: 1 })));
    write(`unnamed/org__x/results_${when}.json`, '{"model_name": ""}');
    const read = await loadItems(path('unnamed'), { format: 'lm-eval' });
    expect(read.dataset.systems).toEqual(['org/x']);
  });

  test('joins the models of a task on the document hash, one metric per filter', async () => {
    write(
      name('org__a'),
      jsonLines(
        sample(0, 'strict-match', { exact_match: 1 }),
        sample(0, 'flexible-extract', { exact_match: 1 }),
        sample(1, 'strict-match', { exact_match: 0 }),
        sample(1, 'flexible-extract', { exact_match: true }),
      ),
    );
    write(
      `${name('org__b')}.gz`,
      gzipSync(
        jsonLines(
          sample(
            7,
            'strict-match',
            { exact_match: 0 },
            { doc_hash: 'hash1', resps: [['b1']], filtered_resps: ['b1'] },
          ),
          sample(0, 'strict-match', { exact_match: 0 }),
        ),
      ),
    );
    const read = await loadItems(path('lm'), { format: 'lm-eval' });
    expect(cellsOf(read.dataset)).toEqual({
      'gsm8k:0': {
        'org/a': { 'exact_match,strict-match': 1, 'exact_match,flexible-extract': 1 },
        'org/b': { 'exact_match,strict-match': 0 },
      },
      'gsm8k:1': {
        'org/a': { 'exact_match,strict-match': 0, 'exact_match,flexible-extract': 1 },
        'org/b': { 'exact_match,strict-match': 0 },
      },
    });
    const records = await all(read.records([1]));
    expect(records).toEqual([
      expect.objectContaining({
        src: 'prompt 1',
        ref: 't1',
        tgt: { 'org/a': 'out 1', 'org/b': 'b1' },
        task: 'gsm8k',
        doc_id: 1,
        doc_hash: 'hash1',
      }),
    ]);
    expect(read.dataset.outputs!(1, 1)).toBe('b1');
    const one = await loadItems([path(name('org__a'))], {
      options: { filter: 'strict-match', systems: ['mine'] },
    });
    expect(cellsOf(one.dataset)['gsm8k:0']).toEqual({ mine: { exact_match: 1 } });
    expect(one.notes).toEqual(['results of other filters than "strict-match" were left out']);
  });

  test('documents that occur twice are two items, and another document of the same number is told apart', async () => {
    const a = write(
      'dup/a/samples_t_2024-10-01T00-00-00.1.jsonl',
      jsonLines(
        sample(0, 'none', { acc: 1 }, { doc_hash: 'same' }),
        sample(1, 'none', { acc: 0 }, { doc_hash: 'same' }),
      ),
    );
    const b = write(
      'dup/b/samples_t_2024-10-01T00-00-00.1.jsonl',
      jsonLines(
        sample(0, 'none', { acc: 0.25 }, { doc_hash: 'same' }),
        sample(1, 'none', { acc: 0.5 }, { doc_hash: 'other123456' }),
      ),
    );
    const read = await loadItems([a, b], { texts: false });
    expect(cellsOf(read.dataset)).toEqual({
      't:0': { a: { acc: 1 }, b: { acc: 0.25 } },
      't:1': { a: { acc: 0 } },
      't:1:other123:1': { b: { acc: 0.5 } },
    });
    expect(read.notes[0]).toContain('different documents under the same number');
  });

  test('values that are no number per sample are noted, and lines that are no sample are named', async () => {
    const log = write(
      'odd/m/samples_t_2024-10-01T00-00-00.1.jsonl',
      `${jsonLines(sample(0, 'none', { acc: 1, bleu: ['a', 'b'] }))}{"acc": nan}\n[]\n{"doc": 1}\n`,
    );
    const error = await errorOf(loadItems(log));
    expect(error.fields.problems.map((problem: any) => [problem.line, problem.text.includes('nan')])).toEqual(
      [
        [2, true],
        [3, false],
        [4, false],
      ],
    );
    const read = await loadItems(log, { skipInvalid: path('odd/rest') });
    expect([cellsOf(read.dataset), read.notes]).toEqual([
      { 't:0': { m: { acc: 1 } } },
      ['bleu is no number per sample and was left out'],
    ]);
  });

  test('a score that is NaN is missing, with a note, and the texts of its line are read', async () => {
    const log = write(
      'nan/m/samples_t_2024-10-01T00-00-00.1.jsonl',
      jsonLines(sample(0, 'none', { f1: 'NAN' }), sample(1, 'none', { f1: 0.5 })).replace('"NAN"', 'NaN'),
    );
    const read = await loadItems(log);
    expect([read.format, [...read.dataset.scores('f1').values]]).toEqual(['lm-eval', [NaN, 0.5]]);
    expect(read.dataset.outputs!(0, 0)).toBe('out 0');
    expect(read.notes).toEqual(['NaN and Infinity, which Python writes into JSON, count as missing']);
  });

  test('two logs of the same model and task are refused, unless they are named', async () => {
    const logs = ['1', '2'].map((day) =>
      write(`same/m/samples_t_2024-10-0${day}T00-00-00.1.jsonl`, jsonLines(sample(0, 'none', { acc: 1 }))),
    );
    expect((await errorOf(loadItems(logs))).message).toContain('has results of system "m" for task "t", as');
    expect((await loadItems(logs, { options: { systems: ['first', 'second'] } })).dataset.systems).toEqual([
      'first',
      'second',
    ]);
  });
});

describe('inspect', () => {
  const head = (model: string) => ({ version: 2, status: 'success', eval: { task: 'arc', model } });
  const sample = (id: number, epoch: number, scores: object, input: unknown = `in ${id}`) => ({
    id,
    epoch,
    input,
    target: ['B', 'b'],
    output: { completion: `out ${id}` },
    scores: Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, { value, answer: 'x' }])),
  });
  const archive = (model: string, samples: ReturnType<typeof sample>[], level: 0 | 9 = 9) => {
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const entries = samples.map(
      (each) => [`samples/${each.id}_epoch_${each.epoch}.json`, text(each)] as const,
    );
    return zipSync(
      { ...Object.fromEntries(entries), '../../evil.json': text('x'), 'header.json': text(head(model)) },
      { level },
    );
  };

  test('joins the models on the sample, averages epochs, and reads letters, dicts and lists', async () => {
    const chat = [
      { role: 'system', content: 'be good' },
      { role: 'user', content: [{ type: 'text', text: 'in 2' }] },
    ];
    const a = write(
      'inspect/a.eval',
      archive('a', [
        sample(1, 1, { choice: 'C', judge: { style: 4, ok: 'yes' } }),
        sample(1, 2, { choice: 'I' }),
        sample(2, 1, { choice: 'P' }, chat),
      ]),
    );
    const b = write(
      'inspect/b.json',
      JSON.stringify({ ...head('b'), samples: [sample(2, 1, { choice: 'N', list: [0.5, true] }, chat)] }),
    );
    const read = await loadItems([a, b], { format: 'inspect', options: { human: ['judge/style'] } });
    expect(cellsOf(read.dataset)).toEqual({
      'arc:1': { a: { choice: 0.5, human: 4, 'judge/ok': 1 } },
      'arc:2': { a: { choice: 0.5 }, b: { choice: 0, 'list/0': 0.5, 'list/1': 1 } },
    });
    expect([read.dataset.sources![1], read.dataset.references![1]]).toEqual(['be good\nin 2', 'B\nb']);
    expect(read.notes).toEqual(['cells with several epochs: 1; their mean counts']);
    // Epochs are judgements by runs, not items; a single one is the score itself.
    const [{ judgements }, other] = await all(read.records());
    expect(judgements).toEqual([
      { system: 'a', repeat: 1, criterion: 'choice', value: 1 },
      { system: 'a', repeat: 2, criterion: 'choice', value: 0 },
    ]);
    expect(other.judgements).toBeUndefined();
    expect(repeatVariance(read.dataset.judgements!, 0)).toEqual({ variance: 0.5, cells: 1, runs: 2 });
    for (const each of [a, b]) expect((await loadItems(each)).format).toBe('inspect');
    expect(
      cellsOf(
        (await loadItems(write('inspect/stored.eval', archive('a', [sample(1, 1, { choice: 'C' })], 0))))
          .dataset,
      ),
    ).toEqual({ 'arc:1': { a: { choice: 1 } } });
  });

  test('NaN and Infinity, as Python writes them, are missing scores, in texts they stay', async () => {
    const text = JSON.stringify({
      ...head('m'),
      results: { stderr: 'NAN' },
      samples: [
        sample(1, 1, { s: 0.5, t: 'INF' }),
        sample(2, 1, { s: 'NAN', t: 2 }, String.raw`is "NaN" : NaN, \or -Infinity?`),
      ],
    });
    const log = text.replaceAll('"NAN"', 'NaN').replaceAll('"INF"', '-Infinity');
    const zipped = zipSync(
      Object.fromEntries(
        [
          ['header.json', JSON.stringify(head('z')).replace('{', '{"stderr":NaN,')],
          ['samples/1_epoch_1.json', '{"id":1,"input":"in 1","scores":{"s":{"value":NaN},"t":{"value":1}}}'],
        ].map(([name, content]) => [name, new TextEncoder().encode(content)]),
      ),
    );
    const read = await loadItems([write('nan/m.json', log), write('nan/z.eval', zipped)]);
    expect(cellsOf(read.dataset)).toEqual({
      'arc:1': { m: { s: 0.5 }, z: { t: 1 } },
      'arc:2': { m: { t: 2 } },
    });
    expect(read.dataset.sources![1]).toBe(String.raw`is "NaN" : NaN, \or -Infinity?`);
    expect(read.notes).toContain('NaN and Infinity, which Python writes into JSON, count as missing');
  });

  test('an archive packed by zstd is read, and refused where it is damaged', async () => {
    const samples = [sample(1, 1, { s: 0.25 }), sample(2, 1, { s: 1 })];
    const good = zstdArchive(archive('zst', samples, 0));
    const read = await loadItems(write('zstd/good.eval', good));
    expect(cellsOf(read.dataset)).toEqual({ 'arc:1': { zst: { s: 0.25 } }, 'arc:2': { zst: { s: 1 } } });
    const first = 30 + good.readUInt16LE(26);
    for (const at of [first, first + 9, first + 20]) {
      const bytes = Buffer.from(good);
      bytes[at] ^= 0xff;
      const error = await errorOf(loadItems(write('zstd/bad.eval', bytes), { format: 'inspect' }));
      expect(error.code).toBe('BAD_COMPRESSION');
    }
  });

  test('a sample whose input differs between models is refused', async () => {
    const logs = ['x', 'y'].map((input) =>
      write(
        `differ/${input}.json`,
        JSON.stringify({ ...head(input), samples: [sample(1, 1, { s: 1 }, input)] }),
      ),
    );
    expect((await errorOf(loadItems(logs))).message).toContain(
      'sample 1 must have the same input for every model; that of y differs',
    );
  });

  test('an archive that is cut off, damaged, encrypted, packed in a way that is not read, overlapping or larger than it says is refused', async () => {
    const good = Buffer.from(archive('a', [sample(1, 1, { s: 1 }), sample(2, 1, { s: 1 })]));
    const central = good.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const changed = (at: number, write: (bytes: Buffer, at: number) => void) => {
      const bytes = Buffer.from(good);
      write(bytes, at);
      return bytes;
    };
    const bad: [Buffer, string][] = [
      [good.subarray(0, good.length - 30), 'its end is missing'],
      [
        changed(60, (bytes, at) => bytes.writeUInt32LE(0xdeadbeef, at)),
        'a damaged zip entry "samples/1_epoch_1.json"',
      ],
      [changed(central + 8, (bytes, at) => bytes.writeUInt16LE(1, at)), 'an encrypted zip entry'],
      [changed(central + 10, (bytes, at) => bytes.writeUInt16LE(12, at)), 'packed by method 12'],
      [changed(central + 24, (bytes, at) => bytes.writeUInt32LE(5, at)), 'a damaged zip entry'],
      [
        changed(central + 24, (bytes, at) => bytes.writeUInt32LE(0xfffffff0, at)),
        'at most 268435456 are read',
      ],
      [changed(central + 20, (bytes, at) => bytes.writeUInt32LE(good.length, at)), 'overlap'],
      [
        changed(good.length - 6, (bytes, at) => bytes.writeUInt32LE(0x7fffffff, at)),
        'points outside the file',
      ],
    ];
    for (const [bytes, part] of bad) {
      const error = await errorOf(loadItems(write('bad.eval', bytes), { format: 'inspect' }));
      expect([error.code, error.message]).toEqual(['BAD_COMPRESSION', expect.stringContaining(part)]);
    }
    const unfinished = zipSync({ '_journal/start.json': new TextEncoder().encode('{}') });
    expect((await errorOf(loadItems(write('open.eval', unfinished)))).message).toContain(
      'must have a header.json; the run it logs did not end',
    );
  });
});

test('helm: joins runs on the instance, averages trials, skips perturbations and bookkeeping', async () => {
  const stat = (name: string, mean: number) => ({ name: { name, split: 'test' }, count: 1, sum: mean, mean });
  const run = (model: string, stats: object[]) => {
    const folder = `suite/mmlu:subject=law,model=${model},groups=x`;
    write(
      `${folder}/instances.json`,
      JSON.stringify([
        {
          id: 'id1',
          input: { text: 'q' },
          split: 'test',
          references: [
            { output: { text: 'no' }, tags: [] },
            { output: { text: 'yes' }, tags: ['correct'] },
          ],
        },
        { id: 'id2', input: { text: 'q2' }, split: 'train', references: [] },
      ]),
    );
    write(
      `${folder}/display_predictions.json`,
      JSON.stringify([{ instance_id: 'id1', train_trial_index: 0, predicted_text: `by ${model}` }]),
    );
    write(`${folder}/per_instance_stats.json`, JSON.stringify(stats));
    if (model === 'b_b')
      write(
        `${folder}/run_spec.json`,
        JSON.stringify({ name: folder.slice(6), adapter_spec: { model: 'b/b' } }),
      );
  };
  run('a', [
    { instance_id: 'id1', train_trial_index: 0, stats: [stat('exact_match', 1), stat('num_bytes', 9)] },
    { instance_id: 'id1', train_trial_index: 1, stats: [stat('exact_match', 0)] },
    {
      instance_id: 'id1',
      perturbation: { name: 'typos' },
      train_trial_index: 0,
      stats: [stat('exact_match', 0)],
    },
    { instance_id: 'id2', train_trial_index: 0, stats: [stat('exact_match', 1)] },
  ]);
  run('b_b', [{ instance_id: 'id1', train_trial_index: 0, stats: [stat('exact_match', 1)] }]);
  const read = await loadItems(path('suite'), { format: 'helm', options: { split: 'test' } });
  const id = 'mmlu:subject=law,groups=x:id1';
  expect(cellsOf(read.dataset)).toEqual({ [id]: { a: { exact_match: 0.5 }, 'b/b': { exact_match: 1 } } });
  expect([read.dataset.sources, read.dataset.references, read.dataset.outputs!(0, 1)]).toEqual([
    ['q'],
    ['yes'],
    'by b_b',
  ]);
  expect(read.notes).toEqual([
    'perturbed instances were left out',
    'instances of other splits than test were left out',
    'cells with several trials: 1; their mean counts',
  ]);
  expect((await loadItems(path('suite/mmlu:subject=law,model=a,groups=x'))).format).toBe('helm');
  const suite = await loadItems(path('suite'));
  expect([suite.format, suite.dataset.systems]).toEqual(['helm', ['a', 'b/b']]);
});

test('helm: a run without files for its web pages is read from the state of its scenario', async () => {
  const state = (id: string, text: string, perturbation?: object) => ({
    instance: {
      id,
      split: 'test',
      input: { text: `q ${id}` },
      references: [{ output: { text: `yes ${id}` }, tags: ['correct'] }],
      perturbation,
    },
    result: { success: true, completions: [{ text }] },
  });
  const folder = 'state/boolq:model=c';
  const stats = (id: string, mean: number | string) => ({
    instance_id: id,
    stats: [{ name: { name: 'exact_match' }, mean }],
  });
  const states = [state('id1', 'out 1'), state('id1', 'TYPO', { name: 'typos' }), state('id2', 'out 2')];
  write(`${folder}/scenario_state.json`, JSON.stringify({ request_states: states }));
  write(
    `${folder}/per_instance_stats.json`,
    JSON.stringify([stats('id1', 0.5), stats('id2', 'NAN')]).replace('"NAN"', 'NaN'),
  );
  const { dataset, format } = await loadItems(path(folder));
  expect([format, dataset.systems, [...dataset.scores('exact_match').values]]).toEqual([
    'helm',
    ['c'],
    [0.5, NaN],
  ]);
  expect([dataset.sources, dataset.references]).toEqual([
    ['q id1', 'q id2'],
    ['yes id1', 'yes id2'],
  ]);
  expect([dataset.outputs!(0, 0), dataset.outputs!(1, 0)]).toEqual(['out 1', 'out 2']);
  write(`${folder}/scenario_state.json`, '{"request_states": 3}');
  expect((await errorOf(loadItems(path(folder)))).message).toContain('must have "request_states"');
});

test('promptfoo: providers with prompts are systems, tests are items, named scores are metrics', async () => {
  const result = (
    provider: unknown,
    promptIdx: number,
    testIdx: number,
    score: number,
    named: object = {},
  ) => ({
    provider,
    promptIdx,
    testIdx,
    prompt: { label: `p${promptIdx}` },
    vars: { topic: `t${testIdx}` },
    response: { output: `o${testIdx}` },
    score,
    success: score > 0.5,
    namedScores: named,
    gradingResult: null,
  });
  const rows = [
    result({ id: 'openai:x', label: 'X' }, 0, 0, 1, { tone: 0.5 }),
    result({ id: 'openai:x', label: 'X' }, 1, 0, 0.25),
    result('y', 0, 0, 0),
  ];
  const log = file(
    JSON.stringify({ evalId: 'e', results: { version: 3, prompts: [], results: rows } }),
    'pf.json',
  );
  const read = await loadItems(log);
  expect([read.format, cellsOf(read.dataset)]).toEqual([
    'promptfoo',
    {
      'test-0': {
        'X p0': { score: 1, pass: 1, tone: 0.5 },
        'X p1': { score: 0.25, pass: 0 },
        'y p0': { score: 0, pass: 0 },
      },
    },
  ]);
  expect(read.dataset.sources).toEqual(['t0']);
  const lines = await loadItems(file(jsonLines(...[rows[0], rows[2]]), 'pf.jsonl'), {
    format: 'promptfoo',
    options: { metrics: ['score'] },
  });
  expect(cellsOf(lines.dataset)).toEqual({ 'test-0': { X: { score: 1 }, y: { score: 0 } } });
  const differ = file(jsonLines(rows[0], { ...rows[2], vars: { topic: 'z' } }), 'pf2.jsonl');
  expect((await errorOf(loadItems(differ, { format: 'promptfoo' }))).message).toContain(
    ':2: test 0 must have the same vars for every provider',
  );
});

test('openai-evals: events of several models are joined on the sample', async () => {
  const log = (model: string, correct: boolean) =>
    file(
      jsonLines(
        { spec: { completion_fns: [model], eval_name: 'arith.dev' } },
        {
          run_id: 'r',
          event_id: 0,
          sample_id: 'arith.dev.0',
          type: 'sampling',
          data: { prompt: [{ role: 'user', content: '1+1' }], sampled: [`by ${model}`] },
        },
        {
          run_id: 'r',
          event_id: 1,
          sample_id: 'arith.dev.0',
          type: 'match',
          data: { correct, expected: '2', picked: '2' },
        },
        { run_id: 'r', event_id: 2, sample_id: 'arith.dev.0', type: 'metrics', data: { f1: 0.5, note: 'x' } },
        { final_report: { accuracy: 1 } },
      ),
      `${model}.jsonl`,
    );
  const read = await loadItems([log('m1', true), log('m2', false)]);
  expect([read.format, cellsOf(read.dataset)]).toEqual([
    'openai-evals',
    { 'arith.dev.0': { m1: { match: 1, f1: 0.5 }, m2: { match: 0, f1: 0.5 } } },
  ]);
  expect([read.dataset.sources, read.dataset.references, read.dataset.outputs!(0, 1)]).toEqual([
    ['1+1'],
    ['2'],
    'by m2',
  ]);
});
