import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { datasetFromItems } from '@goldpan/core';
import { fixturePath, goldenItems } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { checkItems, readItems } from '../../src/index.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { folder, path, file } = temporaryFolder();
const line = (id: string, score: unknown = 1) =>
  JSON.stringify({ id, scores: { A: { m: score }, B: { m: 2 } } });

describe('readItems', () => {
  test('gives the dataset that the parsed items give', async () => {
    const items = goldenItems('synth_edge');
    const { dataset, counts } = await readItems(fixturePath('synth_edge.jsonl'));
    const expected = datasetFromItems(items);
    expect(counts).toMatchObject({ lines: 60, items: 60, blank: 0, rejected: 0 });
    expect(dataset.ids).toEqual(expected.ids);
    expect(dataset.sources).toEqual(expected.sources);
    for (const metric of expected.metrics) expect(dataset.scores(metric)).toEqual(expected.scores(metric));
  });

  test('names the file and line of an item as its origin', async () => {
    const name = file(`${line('a')}\n\n${line('b')}\n`);
    const { dataset } = await readItems(name);
    expect(dataset.origin!(1)).toBe(`${name}:3`);
  });

  test('reads gzip by its first bytes, whatever the name, and hashes the bytes on disk', async () => {
    const bytes = gzipSync(`${line('a')}\n${line('b')}\n`);
    const read = await readItems(file(bytes, 'packed.jsonl'));
    expect(read.dataset.ids).toEqual(['a', 'b']);
    expect(read.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('reads CR LF, a byte order mark, blank lines and a last line without an end', async () => {
    const read = await readItems(file(`\ufeff${line('a')}\r\n \t\r\n\r\n${line('b')}`));
    expect(read.dataset.ids).toEqual(['a', 'b']);
    expect(read.counts).toMatchObject({ lines: 4, items: 2, blank: 2 });
    expect(await all(read.lines())).toEqual([line('a'), line('b')]);
  });

  test('takes a system called __proto__ and a text with line separators', async () => {
    const text = '{"id":"a\u2028b","tgt":{"__proto__":"x"},"scores":{"__proto__":{"constructor":1}}}';
    const { dataset } = await readItems(file(text));
    expect(dataset.systems).toEqual(['__proto__']);
    expect(dataset.scores('constructor').values[0]).toBe(1);
    expect(dataset.ids).toEqual(['a\u2028b']);
  });

  test('keeps no texts when told so, and gives them back from the file', async () => {
    const item = { id: 'a', src: 'source', tgt: { A: 'out' }, scores: { A: { m: 1 } } };
    const read = await readItems(file(JSON.stringify(item)), { texts: false });
    expect(read.dataset.sources).toBeUndefined();
    expect(read.dataset.outputs).toBeUndefined();
    expect(await all(read.records())).toEqual([item]);
  });

  test('gives the records of any items in any order, also from gzip and more than once', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => line(`item ${i} ü`, i));
    for (const content of [lines.join('\n'), gzipSync(lines.join('\n'))]) {
      const read = await readItems(file(content));
      for (const items of [[699, 0, 3, 3], []]) {
        expect(await all(read.lines(items))).toEqual(items.map((item) => lines[item]));
      }
      expect((await all(read.records())).length).toBe(700);
    }
  });

  test.each([
    ['even', () => ''],
    ['longer at first', (i: number) => 'x'.repeat(i < 2000 ? 400 : 0)],
    ['shorter at first', (i: number) => 'x'.repeat(i < 2000 ? 0 : 400)],
  ])('gives the same scores however well the number of lines could be guessed (%s)', async (_, padding) => {
    const lines = Array.from({ length: 9001 }, (_, i) =>
      JSON.stringify({ id: i, src: padding(i), scores: { A: { m: i }, ...(i > 5000 && { B: { k: -i } }) } }),
    );
    const [plain, packed] = await Promise.all(
      [lines.join('\n'), gzipSync(lines.join('\n'))].map((content, i) =>
        readItems(file(content, `guess-${i}`), { texts: false }),
      ),
    );
    for (const metric of ['m', 'k'])
      expect(plain.dataset.scores(metric)).toEqual(packed.dataset.scores(metric));
    expect(plain.dataset.scores('m').values.slice(0, 4)).toEqual(Float64Array.of(0, NaN, 1, NaN));
    expect(plain.dataset.scores('k').values.at(-1)).toBe(-9000);
  });

  test('reports how far it is', async () => {
    const seen: unknown[] = [];
    const name = file(line('a'));
    await readItems(name, { onProgress: (progress) => seen.push(progress) });
    const size = readFileSync(name).length;
    expect(seen).toEqual([{ bytes: size, totalBytes: size, items: 0 }]);
  });

  test('stops when its signal says so', async () => {
    const error = await errorOf(readItems(file(line('a')), { signal: AbortSignal.abort() }));
    expect(error.name).toBe('AbortError');
  });
});

describe('bad input', () => {
  const textOf = async (content: string | Uint8Array) => {
    const name = file(content);
    const error = await errorOf(readItems(name));
    return String(error.message).replaceAll(name, 'F');
  };

  test.each([
    ['text that is not JSON', '{"id": "a", "src": x}', ['F:1, column 20', 'field "src"', '"x"']],
    ['a Python dict', "{'id': 1}", ['F:1, column 2', `"'"`, 'json.dumps']],
    [
      'NaN as Python writes it',
      '{"id": "a", "scores": {"A": {"m": 1, "k": NaN}}}',
      ['F:1, column 43', 'NaN', 'field "scores.A.k"', 'null'],
    ],
    [
      '-Infinity',
      '{"id": "a", "scores": {"A": {"m": -Infinity}}}',
      ['F:1', '-Infinity', '"scores.A.m"', 'null'],
    ],
    [
      'a line that is cut off',
      '{"id": "a"}\n{"id": "b", "sco',
      ['F:2, column 17', 'the end of the line', 'cut off'],
    ],
    ['an array', '[1]', ['F:1', 'an item must be an object; got [1]']],
    [
      'a score that is text',
      line('a7', '0.5'),
      ['F:1 (item "a7"), system "A", metric "m"', 'finite number or null; got "0.5"'],
    ],
    [
      'a score beyond the largest number',
      line('a7', 0).replace('"m":0', '"m":1e999'),
      ['F:1 (item "a7"), system "A", metric "m"', 'got Infinity'],
    ],
    [
      'an output that is a number',
      '{"id":"a","tgt":{"B":3}}',
      ['F:1 (item "a")', 'system "B" must be a text'],
    ],
    [
      'an id that an earlier item has',
      `${line('a')}\n${line('b')}\n${line('a')}`,
      ['F:3 (item "a")', 'must be unique; F:1 has it too'],
    ],
    ['scores that are no object', '{"id":"a","scores":3}', ['F:1 (item "a")', '"scores" must be an object']],
  ])('%s is named with file, line, item and system', async (_, content, parts) => {
    const text = await textOf(content);
    for (const part of parts) expect(text).toContain(part);
  });

  test('bytes that are not UTF-8 are named by line and column', async () => {
    const latin1 = Buffer.concat([
      Buffer.from(`${line('a')}\n{"id":"caf`),
      Buffer.from([0xe9]),
      Buffer.from('"}'),
    ]);
    expect(await textOf(latin1)).toContain('F:2, column 11: the line must be UTF-8');
  });

  test('the first ten problems are collected in one error and the reading goes on between them', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? '{' : line(`${i}`)));
    const name = file(lines.join('\n'));
    const error = await errorOf(readItems(name));
    expect(error.code).toBe('INVALID_INPUT');
    expect(error.fields.problems.map((problem: any) => problem.line)).toEqual([
      1, 3, 5, 7, 9, 11, 13, 15, 17, 19,
    ]);
    expect(error.fields.more).toBe(true);
    expect(error.message).toContain('10 or more records');
  });

  test('fewer problems are counted exactly', async () => {
    const error = await errorOf(readItems(file(`{\n${line('a')}\n{`)));
    expect(error.message).toContain('has 2 records that cannot be used');
    expect(error.fields).toMatchObject({ more: false, problems: [{ line: 1 }, { line: 3 }] });
  });

  test.each([
    ['an empty file', '', 'NO_ITEMS'],
    ['a file of blank lines', '\n\r\n', 'NO_ITEMS'],
    ['a truncated gzip file', gzipSync('x'.repeat(5000)).subarray(0, 30), 'BAD_COMPRESSION'],
    [
      'a damaged gzip file',
      Buffer.concat([gzipSync(line('a')).subarray(0, 10), Buffer.alloc(40, 7)]),
      'BAD_COMPRESSION',
    ],
    ['a zstd file', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'BAD_COMPRESSION'],
    ['UTF-16 text', Buffer.from('\ufeff{}', 'utf16le'), 'BAD_COMPRESSION'],
  ])('%s is refused', async (_, content, code) => {
    expect((await errorOf(readItems(file(content)))).code).toBe(code);
  });

  test('a folder is refused', async () => {
    expect(await errorOf(readItems(folder))).toMatchObject({ code: 'NOT_A_FILE' });
  });

  test('an absent file is answered with the nearest name, and an absent folder is named', async () => {
    file(line('a'), 'wmt23.jsonl');
    const error = await errorOf(readItems(path('wmt32.jsonl')));
    expect(error.code).toBe('FILE_NOT_FOUND');
    expect(error.message).toContain('did you mean "wmt23.jsonl"?');
    expect((await errorOf(readItems(path('no/such.jsonl')))).message).toContain('the folder');
  });

  test('a line longer than allowed is refused, and the lines after it are read', async () => {
    const name = file(`${line('a')}\n{"id":"${'b'.repeat(300)}"}\n${line('c')}`);
    const error = await errorOf(readItems(name, { maxLineLength: 100 }));
    expect(error.fields.problems).toMatchObject([{ line: 2 }]);
    const read = await readItems(name, { maxLineLength: 100, skipInvalid: path('long') });
    expect(read.dataset.ids).toEqual(['a', 'c']);
  });

  test('a file that changed since it was read is not mixed up', async () => {
    const name = file(line('a'));
    const read = await readItems(name);
    file(line('abc'), name.slice(folder.length + 1));
    expect((await errorOf(all(read.lines()))).code).toBe('FILE_CHANGED');
  });
});

describe('skipInvalid', () => {
  const bad = [
    Buffer.from('{"id":\r\n'),
    Buffer.from([0x22, 0xff, 0x0a]),
    Buffer.from(`${line('a', 'x')}\n`),
    Buffer.from('{"id": "cut'),
  ];
  const content = Buffer.concat([
    Buffer.from('\ufeff'),
    bad[0],
    Buffer.from(`${line('a')}\n\n`),
    bad[1],
    Buffer.from(`${line('b')}\r\n`),
    bad[2],
    bad[3],
  ]);

  test.each([
    ['plain', content],
    ['gzip', gzipSync(content)],
  ])('sets the lines that cannot be used aside byte for byte (%s) and goes on', async (_, bytes) => {
    const read = await readItems(file(bytes), { skipInvalid: path('rejected') });
    expect(read.dataset.ids).toEqual(['a', 'b']);
    expect(read.counts).toMatchObject({ lines: 7, items: 2, blank: 1, rejected: 4 });
    expect(readFileSync(path('rejected'))).toEqual(Buffer.concat(bad));
  });

  test('keeps the scales that lines declare which are set aside, where they are scales', async () => {
    const judged = (id: string, value: unknown) =>
      JSON.stringify({ id, judgements: [{ system: 'A', rater: 'ann', criterion: 'tone', value }] });
    const scales = '{"tone":{"scale":"ordered","levels":["bad","good"]},"other":{"scale":"no such"}}';
    const lines = `{"id":"a","criteria":${scales}}\n${judged('b', 'good')}\n${judged('c', 'odd')}\n`;
    for (const read of [readItems, checkItems]) {
      const { criteria, counts } = await read(file(lines), { skipInvalid: path('rejected') });
      expect(counts).toMatchObject({ items: 1, rejected: 2 });
      expect(criteria).toEqual([
        {
          name: 'tone',
          declared: true,
          scale: { kind: 'ordered', levels: ['bad', 'good'], better: 'higher' },
        },
      ]);
    }
  });

  test('refuses to write what is set aside over the input', async () => {
    const name = file('{');
    const error = await errorOf(readItems(name, { skipInvalid: name }));
    expect([error.code, readFileSync(name, 'utf8')]).toEqual(['WRITE_FAILED', '{']);
  });

  test('makes an empty file when nothing is rejected', async () => {
    await readItems(file(line('a')), { skipInvalid: path('none') });
    expect(readFileSync(path('none'), 'utf8')).toBe('');
  });

  test('fails, and writes nothing, when no line can be used', async () => {
    mkdirSync(path('sub'), { recursive: true });
    const error = await errorOf(readItems(file('{\n['), { skipInvalid: path('sub/never') }));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: { more: false } });
    expect(() => readFileSync(path('sub/never'))).toThrow('ENOENT');
  });
});
