import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parquetWriteBuffer } from 'hyparquet-writer';
import {
  builtInLoaders,
  checkItems,
  exportItems,
  loadItems,
  readItems,
  withVectors,
} from '../../src/index.js';
import { describeOptions } from '@goldpan/core';
import { smallInputs } from '../hostile/small-inputs.js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { folder, path, file } = temporaryFolder();
const caseFile = (name: string) => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));

describe('options of a format', () => {
  test.each(builtInLoaders.map(({ name }) => name))('that %s does not have are refused', async (format) => {
    const input = smallInputs.find((small) => small.format === format)!;
    const root = join(folder, `options-${format}`);
    for (const [name, content] of Object.entries(input.files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    const paths = input.paths.map((name) => join(root, name));
    const error = await errorOf(loadItems(paths, { format, options: { ...input.options, colour: 'red' } }));
    expect([error.code, error.message]).toEqual([
      'INVALID_OPTIONS',
      expect.stringContaining('there is no option "colour"'),
    ]);
  });

  test('say in every loader which scores are better when they are lower', () => {
    for (const { name, options } of builtInLoaders)
      expect(
        describeOptions(options).map((option) => option.name),
        name,
      ).toContain('lower-is-better');
  });
});

describe('lower is better', () => {
  test('turns the scores of an item file round, and nothing else of its lines', async () => {
    const line = '{"id":"a", "n":1.00,"scores":{"A":{"ter":2,"m":3},"B":{"ter":null}}}';
    const found = await loadItems(file(line), { format: 'items', options: { 'lower-is-better': ['ter'] } });
    expect(found.dataset.metrics).toEqual(['neg-ter', 'm']);
    expect([...found.dataset.scores('neg-ter').values]).toEqual([-2, NaN]);
    expect(await all(found.lines())).toEqual([
      '{"id":"a", "n":1.00,"scores":{"A":{"neg-ter":-2,"m":3},"B":{"neg-ter":null}}}',
    ]);
  });

  test('turns the target round under its own name, also where a data set has it by another', async () => {
    const rows = [
      { example_id: '1', annotations: { A: { normalized_acu: 0.25, acu: 4 } }, system_outputs: { A: 'o' } },
    ];
    const options = { 'lower-is-better': ['human', 'human_acu'] };
    const found = await loadItems(file(rows.map((row) => JSON.stringify(row)).join('\n')), {
      format: 'rose',
      options,
    });
    expect(found.dataset.scores('human').values[0]).toBe(-0.25);
    expect(found.dataset.scores('human_acu').values[0]).toBe(-4);
  });
});

describe('what cannot be kept exactly', () => {
  test.each([
    ['{"id":"a","id":"b"}', '"id"', 11],
    ['{"id":"a","scores":{"A":{"m":1,"k":2,"m":3}}}', '"scores.A.m"', 38],
    ['{"id":"a","src":"say \\":\\" twice: \\\\","x":[{"y":1},{"y":2,"\\u0079":3}]}', '"x[1].y"', 59],
  ])('a field that occurs twice is refused with line, column and field: %s', async (line, field, column) => {
    const name = file(`{"id":"first","src":"a \\":: colon"}\n${line}\n`);
    const error = await errorOf(readItems(name));
    expect(error.fields.problems).toMatchObject([{ line: 2 }]);
    expect(error.message).toContain(`${name}:2, column ${column}: the field ${field} must be there once`);
  });

  test('an id beyond 2⁵³ stays itself, beside its neighbours, in the dataset and in what is written', async () => {
    const ids = [
      '9007199254740993',
      '9007199254740992',
      '9007199254740994',
      '123456789012345678901234567890',
    ];
    const name = file(ids.map((id, at) => `{"${at === 1 ? 'i' : 'id'}": ${id},"doc":${id}}\n`).join(''));
    const { dataset, records, lines } = await readItems(name);
    expect(dataset.ids).toEqual(ids);
    expect(dataset.documents).toEqual(ids);
    expect((await all(records())).map((record) => record.id ?? record.i)).toEqual(ids);
    expect((await all(lines()))[0]).toBe('{"id": 9007199254740993,"doc":9007199254740993}');
    expect((await checkItems(name)).counts.items).toBe(4);
  });

  test('an id beyond 2⁵³ comes back from the people who judged its outputs', async () => {
    const name = file('{"id":9007199254740993,"tgt":{"A":"x"}}\n');
    const tasks = path('large.csv');
    await exportItems({ file: await readItems(name) }, tasks, { format: 'annotation-csv' });
    const judged = readFileSync(tasks, 'utf8').replace(/,,,1(\r?\n)/g, ',7,ann,1$1');
    writeFileSync(tasks, judged);
    const options = { key: `${tasks}.key.json`, items: name };
    const { dataset } = await loadItems(tasks, { format: 'annotation-csv', options });
    expect(dataset.ids).toEqual(['9007199254740993']);
    expect(dataset.scores('human').values[0]).toBe(7);
  });

  test('systems that differ by blanks are two, and it is said', async () => {
    const table = file(
      'item,system,metric,score\na,A b,m,1\na,A b ,m,2\na,A  b,m,3\na,B,m,4\n',
      'blanks.csv',
    );
    const { dataset, notes } = await loadItems(table);
    expect(dataset.systems).toEqual(['A b', 'A b ', 'A  b', 'B']);
    expect(notes.filter((note) => note.includes('differ by blanks alone'))).toHaveLength(2);
    expect(notes.join()).toContain('"A b" and "A b "');
  });

  test.each([
    ['', 'UNUSABLE_INPUT'],
    ['canary: do not train on this\n', undefined],
  ])('a score line too many is refused unless the sources begin with a canary (%j)', async (canary, code) => {
    const root = join(folder, `surplus-${canary.length}`);
    const files = {
      'sources/en-de.txt': `${canary}a\nb\n`,
      'system-outputs/en-de/A.txt': `${canary}x\ny\n`,
      'human-scores/en-de.mqm.seg.score': 'A\t0\nA\t1\nA\t2\n',
    };
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    const reading = loadItems(root, { format: 'mt-metrics-eval' });
    if (code === undefined) expect([...(await reading).dataset.scores('human').values]).toEqual([1, 2]);
    else expect((await errorOf(reading)).code).toBe(code);
  });
});

describe('no internal error', () => {
  test.each(builtInLoaders.map(({ name }) => name))('of %s for a path that is not there', async (format) => {
    const options = smallInputs.find((small) => small.format === format)?.options;
    expect((await errorOf(loadItems(path('absent'), { format, options }))).code).toBe('FILE_NOT_FOUND');
  });

  test('for values that are nested deeply, in lines and in documents', async () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const error = await errorOf(readItems(file(`{"id":"a","scores":${deep}}\n`)));
    expect(error.message).toContain('nested 500 levels deep');
    for (const [format, text] of [
      ['label-studio', `[{"data":${deep}}]`],
      ['promptfoo', `{"results":{"results":[${deep}]}}`],
      ['inspect', `{"eval":{"model":"m","task":"t"},"samples":[${deep}]}`],
    ] as const) {
      const key = smallInputs.find((small) => small.format === format)!.options;
      const found = await errorOf(
        loadItems(file(text, 'deep.json'), { format, options: key && { key: file(text, 'deep.key.json') } }),
      );
      expect([format, found.code]).toEqual([format, 'UNUSABLE_INPUT']);
    }
  });

  test('for objects with a member toString where a name should be', async () => {
    const odd = { toString: 1, valueOf: 2 };
    for (const [format, record] of [
      ['rose', { example_id: odd, annotations: { A: { acu: 1 } }, system_outputs: {} }],
      ['qe4pe', { doc_id: odd, segment_in_doc_id: odd, tgt_lang: odd, translator_main_id: odd }],
      [
        'biomqm',
        { DOC_ID: 'd', SEG_ID: 's', MT_Engine: 'A', Annotator_ID: odd, target_errors: [{ severity: odd }] },
      ],
      ['items', { id: odd, scores: { A: odd } }],
    ] as const) {
      const outcome = await loadItems(file(JSON.stringify(record), 'odd.jsonl'), { format }).catch(
        (error: unknown) => error as { code?: string },
      );
      if ('code' in outcome) expect([format, outcome.code]).toEqual([format, 'INVALID_INPUT']);
    }
  });
});

describe('Parquet', () => {
  test('that never ends is given up, and that is damaged refused, with a typed error', async () => {
    const { dataset } = await readItems(file('{"id":"a"}\n{"id":"b"}\n'));
    const endless = await errorOf(withVectors(dataset, caseFile('hang.parquet')));
    expect([endless.code, endless.message]).toEqual([
      'UNUSABLE_INPUT',
      expect.stringContaining('takes more than 2 seconds'),
    ]);
    const damaged = await errorOf(loadItems(caseFile('damaged.parquet'), { format: 'long-table' }));
    expect([damaged.code, damaged.message]).toEqual([
      'UNUSABLE_INPUT',
      expect.stringContaining('cannot be read as Parquet'),
    ]);
  });

  test('with a column without a name is refused', async () => {
    const columnData = [
      { name: 'item', data: ['a'] },
      { name: '', data: ['A'] },
    ];
    const name = file(new Uint8Array(parquetWriteBuffer({ columnData })), 'nameless.parquet');
    for (const format of ['long-table', 'wide-table'])
      expect(await errorOf(loadItems(name, { format }))).toMatchObject({
        code: 'UNUSABLE_INPUT',
        message: expect.stringContaining('name'),
      });
  });
});

test('a gzip file of millions of line ends is passed over in blocks, and what follows keeps its line', async () => {
  const ends = '\n'.repeat(1_000_000) + '\r\n'.repeat(1_000_000);
  const found = await readItems(file(gzipSync(`${ends}{"id":"a"}\n`)));
  expect(found.counts).toMatchObject({ lines: 2_000_001, blank: 2_000_000, items: 1 });
  expect(found.dataset.origin!(0)).toMatch(/:2000001$/);
  expect(await all(found.lines())).toEqual(['{"id":"a"}']);
});
