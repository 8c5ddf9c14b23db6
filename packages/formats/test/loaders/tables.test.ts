import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();
const long = (content: string | Uint8Array, options?: object, name?: string) =>
  loadItems(file(content, name ?? `t-${content.length}-${JSON.stringify(options ?? 0).length}.csv`), {
    format: 'long-table',
    options,
  });

describe('long-table', () => {
  test('reads rows in any order, quotes, CR LF, a byte order mark and missing cells', async () => {
    const read = await long(
      '\ufeffitem,system,metric,score,source,output\r\nb,B,m,2,"src ""b"",\r\nmore",out\r\na,A,m,1.5e1,,\r\na,B,k,NaN,,x\r\n\r\nb,A,m,,"src ""b"",\r\nmore",\r\n',
    );
    expect(cellsOf(read.dataset)).toEqual({ b: { B: { m: 2 } }, a: { A: { m: 15 } } });
    expect(read.dataset.ids).toEqual(['b', 'a']);
    expect(read.dataset.sources![0]).toBe('src "b",\r\nmore');
    expect(read.dataset.outputs!(1, 0)).toBe('x');
    expect(read.format).toBe('long-table');
  });

  test('takes a column "rater" for the raters, and their rows in any order', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `i${i},A,${i % 7},r${i % 3}`);
    const header = 'item,system,score,rater';
    const shuffled = rows.map((_, i) => rows[(i * 27 + 19) % 40]);
    const [given, other] = [
      await long([header, ...rows].join('\n')),
      await long([header, ...shuffled, ''].join('\n')),
    ];
    expect(given.dataset.judgements!.raters).toEqual(['r0', 'r1', 'r2']);
    expect(cellsOf(given.dataset).i19).toEqual({ A: { human: 5 } });
    for (const id of given.dataset.ids)
      expect(cellsOf(other.dataset)[id]).toEqual(cellsOf(given.dataset)[id]);
  });

  test('refuses more raters than there may be in the line of the first that is too many', async () => {
    const rows = Array.from({ length: 2 ** 16 }, (_, i) => `i,A,1,r${i}\n`).join('');
    expect((await errorOf(long(`item,system,score,annotator\n${rows}`))).message).toMatch(
      /:65537: rater "r65535": there may be at most 65535 raters; check that the column/,
    );
  });

  test('knows its own header, so that the format need not be named', async () => {
    const read = await loadItems(file('item,system,score\na,A,1\n', 'own.csv'));
    expect([read.format, cellsOf(read.dataset)]).toEqual(['long-table', { a: { A: { score: 1 } } }]);
  });

  test('reads TSV, gzip and other column names', async () => {
    const name = file(gzipSync('seg\tsys\tBLEU\tTER\n1\tA\t30\t0.4\n'), 'x.tsv.gz');
    const options = { item: 'seg', system: 'sys', metrics: ['BLEU', 'TER'], 'lower-is-better': ['TER'] };
    const read = await loadItems(name, { format: 'long-table', options });
    expect(cellsOf(read.dataset)).toEqual({ 1: { A: { BLEU: 30, 'neg-TER': -0.4 } } });
  });

  test('reads Parquet as it reads CSV', async () => {
    const columns = [
      { name: 'item', data: ['a', 'a', 'b'] },
      { name: 'system', data: ['A', 'B', '__proto__'] },
      { name: 'metric', data: ['m', 'm', 'm'] },
      { name: 'score', data: [1, 2.5, null], type: 'DOUBLE' as const, nullable: true },
    ];
    const name = file(new Uint8Array(parquetWriteBuffer({ columnData: columns })), 'x.parquet');
    const read = await loadItems(name, { format: 'long-table' });
    expect(cellsOf(read.dataset)).toEqual({ a: { A: { m: 1 }, B: { m: 2.5 } }, b: {} });
  });

  test('ratings with a rater become judgements, with their seconds and times', async () => {
    const read = await long(
      'item,system,score,annotator,seconds,time\na,A,2,x,1.5,2026-05-01 12:30\na,A,6,y,,\n',
    );
    const [{ judgements }] = (await all(read.records())) as any;
    expect(judgements).toEqual([
      { system: 'A', rater: 'x', value: 2, seconds: 1.5, time: '2026-05-01T12:30:00.000Z' },
      { system: 'A', rater: 'y', value: 6 },
    ]);
    expect(read.dataset.views!.get('human')).toEqual({ criterion: 'human' });
  });

  test.each([
    ['-1,', '"seconds" must be from 0 to less than a week'],
    ['604800,', 'less than a week'],
    ['soon,', 'got "soon"'],
    ['1,noon', '"time" must be such as'],
  ])('a rating with the time %s is refused by line and rater', async (times, problem) => {
    const content = `item,system,score,annotator,seconds,time\na,A,2,x,${times}\n`;
    const error = await errorOf(long(content));
    expect(error.message).toContain(':2');
    expect(error.message).toContain('rater "x"');
    expect(error.message).toContain(problem);
  });

  test.each([
    ['mean', { A: { human: 4, human_x: 2, human_y: 6 }, B: { human: 8, human_x: 8 } }],
    ['median', { A: { human: 4, human_x: 2, human_y: 6 }, B: { human: 8, human_x: 8 } }],
    [
      'z-mean',
      { A: { human: -Math.SQRT1_2 / 2, human_x: 2, human_y: 6 }, B: { human: Math.SQRT1_2, human_x: 8 } },
    ],
  ])('keeps annotators apart and combines them by %s', async (rule, expected) => {
    const content = 'item,system,score,annotator\na,A,2,x\na,A,6,y\na,B,8,x\n';
    const read = await long(content, { rule, 'keep-annotators': true });
    const { human, ...rest } = cellsOf(read.dataset).a.A;
    expect(human).toBeCloseTo((expected as any).A.human, 12);
    expect(rest).toEqual({ human_x: 2, human_y: 6 });
    expect(cellsOf(read.dataset).a.B.human).toBeCloseTo((expected as any).B.human, 12);
    expect(read.notes[0]).toContain('human: 3 ratings by 2 annotators');
  });

  test.each([
    [
      'a score that is text',
      'item,system,metric,score\na,A,m,x\n',
      ':2: system "A", metric "m": a score must be a number or empty; got "x"',
    ],
    ['an infinite score', 'item,system,metric,score\na,A,m,inf\n', ':2: system "A"'],
    ['a decimal comma', 'item,system,metric,score\na,A,m,"0,5"\n', ':2: system "A"'],
    [
      'a row that is too long',
      'item,system,metric,score\na,A,m,1,2\n',
      ':2: the row must have 4 values like the header; it has 5',
    ],
    [
      'a cell twice',
      'item,system,metric,score\na,A,m,1\na,A,m,1\n',
      ':3: system "A", metric "m": an earlier row has a score of this cell',
    ],
    [
      'a quote inside a value',
      'item,system,metric,score\na,5" A,m,1\n',
      ':2: quotes must enclose a whole value',
    ],
    [
      'quotes that never close',
      'item,system,metric,score\nb,"A,m,1\na,A,m,1\n',
      ':2: the quotes that open in this record must close',
    ],
    [
      'two sources of an item',
      'item,system,score,source\na,A,1,x\na,B,1,y\n',
      ':3: item "a" must have one "src"',
    ],
    ['a header that is not UTF-8', '\u00ff'.repeat(3), ':1, column 1: the line must be UTF-8'],
    ['a row without an item', 'item,system,score\n,A,1\n', ':2: every row must name its item'],
    ['a row without a metric', 'item,system,metric,score\na,A,,1\n', ':2: every row must name its metric'],
  ])('%s is named with file and line', async (_, content, part) => {
    const bytes = content.startsWith('\u00ff') ? Buffer.from(content, 'latin1') : content;
    expect((await errorOf(long(bytes))).message).toContain(part);
  });

  test('a missing column is answered with the nearest one', async () => {
    const error = await errorOf(long('items,system,score\na,A,1\n'));
    expect(error.code).toBe('UNUSABLE_INPUT');
    expect(error.message).toContain(
      'must have a column "item"; its columns are "items", "system", "score" (did you mean "items"?)',
    );
  });

  test('of several damaged columns of a Parquet file the first is told, and the others disturb nobody', async () => {
    const text = [
      'UEFSMRUGFRQVGFwVBBUAFQQVABUAFQAAAAokAQAAAGEBAAAAYhUGFRQVGFwVBBUAFQQVABUAxJaV8EhgjtF1LRUAAAAKJAEA',
      'AABBAQAAAEIVBhUkFSRcFQQVABUEFQAVBBUAAAADAxAAAAUBJPA/AAAAAAAABEAVBBlMSARyb290FQYAFQwlABgEaXRlbSUA',
      'ABUMJQAYBnN5c3RlbSUAABUKJQIYBXNjb3JlABYEGRwZPCYIHBUMGRUAGRgEaXRlbRUCFgQWPhZCJgg8NgAoAWIYAWEAGRwV',
      'BhUAFQIAAAAmShwVDBkVABkYBnN5c3RlbRUCFgQWPhZCJko8NgAoAUIYAUEAGRwVBhUAFQIAAAAmjAEcFQoZFQAZGAVz429y',
      'ZRUCFgQWThZOJowBPDYAKAgAAAAAAAAEQBgIAAAAAAAA8D82AAAZHBUGFQAVAgAAABbKARYENtIBACgJaHlwYXJxdWV0GTwc',
      'AAAcAAAcAAAA+gAAAFBBUjE=',
    ];
    const error = await errorOf(long(Buffer.from(text.join(''), 'base64'), undefined, 'damaged.parquet'));
    expect(error.code).toBe('UNUSABLE_INPUT');
    // Where the thread that reads failed behind its answer, the error came up here, in who did not wait for it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const sound = parquetWriteBuffer({
      columnData: ['item', 'system', 'score'].map((name) => ({ name, data: ['1'], type: 'STRING' as const })),
    });
    expect((await long(new Uint8Array(sound), undefined, 'sound.parquet')).dataset.size).toBe(1);
  });

  test('a Parquet file that declares no columns is refused by name', async () => {
    const bytes = parquetWriteBuffer({ columnData: [{ name: 'item', data: ['a'], type: 'STRING' }] });
    const damaged = Buffer.from(bytes);
    // The root of the schema says how many children it has, as a zigzag number behind its name.
    const root = damaged.indexOf('root') + 4;
    expect(damaged.subarray(root, root + 2)).toEqual(Buffer.from([0x15, 2]));
    damaged[root + 1] = 0;
    const error = await errorOf(long(damaged, undefined, 'bare.parquet'));
    expect(error.code).toBe('UNUSABLE_INPUT');
    expect(error.message).toContain('bare.parquet must have a column "item"; its columns are none');
  });

  test('a table whose columns nobody knows is taken for one, and says which option is missing', async () => {
    const error = await errorOf(loadItems(file('id,model,rating\n1,gpt,4\n', 'other.csv')));
    expect(error.message).toContain('must have a column "item"; its columns are "id", "model", "rating"');
    expect(error.message).toContain('--item COLUMN');
    const semicolons = await errorOf(loadItems(file('item;system;score\na;A;1\n', 'semicolons.csv')));
    expect(semicolons.message).toContain(`--delimiter ';'`);
    const json = await errorOf(loadItems(file('{"id": 1, "scores": 2}\n', 'lines.csv')));
    expect(json.message).toContain('lines.csv:1');
  });

  test('rows that cannot be used are set aside byte for byte, and the others are read', async () => {
    const bad = ['a,A,m,"x\r\ny"\r\n', 'only one\n', 'b,A,m,bad'];
    const content = `item,system,metric,score\n${bad[0]}a,A,m,1\n${bad[1]}c,"B",m,2\n${bad[2]}`;
    const read = await loadItems(file(content, 'mixed.csv'), {
      format: 'long-table',
      skipInvalid: path('rest.csv'),
    });
    expect(cellsOf(read.dataset)).toEqual({ a: { A: { m: 1 } }, c: { B: { m: 2 } } });
    expect(readFileSync(path('rest.csv'), 'utf8')).toBe(bad.join(''));
    expect(read.counts.rejected).toBe(3);
  });

  test('gives the items back as records, in any order', async () => {
    const read = await loadItems(file('item,system,score,output\na,A,1,x\nb,A,2,y\n', 'back.csv'), {
      texts: false,
    });
    const a = { id: 'a', tgt: { A: 'x' }, scores: { A: { score: 1 } } };
    const b = { id: 'b', tgt: { A: 'y' }, scores: { A: { score: 2 } } };
    expect(read.dataset.outputs).toBeUndefined();
    expect(await all(read.records())).toEqual([a, b]);
    expect(await all(read.records([1, 0, 1]))).toEqual([b, a, b]);
    expect(await all(read.records([1]))).toEqual([b]);
  });
});

describe('files of one system each', () => {
  const options = { system: 'from-file-name', item: 'user_input', metrics: ['faithfulness'] };

  test('are named after their files and joined on the texts of the items', async () => {
    const paths = [
      file('user_input,response,faithfulness\n"What, X?",y,1\nWhat Z?,z,nan\n', 'gpt.4o.csv'),
      file('user_input\tfaithfulness\nWhat Z?\t0.5\nWhat, X?\t0.25\nMore?\t0\n', 'other.tsv'),
    ];
    const read = await loadItems(paths, {
      format: 'long-table',
      options: { ...options, output: 'response' },
    });
    expect(cellsOf(read.dataset)).toEqual({
      'What, X?': { 'gpt.4o': { faithfulness: 1 }, other: { faithfulness: 0.25 } },
      'What Z?': { other: { faithfulness: 0.5 } },
      'More?': { other: { faithfulness: 0 } },
    });
    expect(read.dataset.outputs!(0, 0)).toBe('y');
  });

  test('a question that comes twice in a file is refused, and so is a missing column of systems', async () => {
    const twice = file('user_input,faithfulness\nq,1\nq,0\n', 'twice.csv');
    expect((await errorOf(loadItems(twice, { format: 'long-table', options }))).message).toContain(
      'system "twice", metric "faithfulness": an earlier row has a score',
    );
    const error = await errorOf(
      loadItems(twice, { format: 'long-table', options: { ...options, system: 'system' } }),
    );
    expect(error.advice).toContain('--system from-file-name');
  });

  test('a column of that name holds the systems', async () => {
    const named = file('user_input,from-file-name,faithfulness\nq,a,1\nq,b,0\n', 'named.csv');
    const read = await loadItems(named, { format: 'long-table', options });
    expect(read.dataset.systems).toEqual(['a', 'b']);
  });
});

describe('wide-table', () => {
  const wide = (content: string, options?: object) =>
    loadItems(file(content, `w${content.length}.csv`), { format: 'wide-table', options });

  test('reads a column per system', async () => {
    const read = await wide('item,source,A,B\n1,s,0.5,\n2,t,1,2\n');
    expect(cellsOf(read.dataset)).toEqual({
      1: { A: { human: 0.5 } },
      2: { A: { human: 1 }, B: { human: 2 } },
    });
    expect(read.dataset.sources).toEqual(['s', 't']);
  });

  test('reads columns of systems and metrics, and outputs', async () => {
    const read = await wide('item,A:BLEU,A:human,out_A,note\n1,30,4,text,x\n', {
      separator: ':',
      systems: ['A'],
      'output-prefix': 'out_',
    });
    expect(cellsOf(read.dataset)).toEqual({ 1: { A: { BLEU: 30, human: 4 } } });
    expect(read.dataset.outputs!(0, 0)).toBe('text');
  });

  test('columns that come in pairs are outputs and scores, told by their names alone', async () => {
    const text =
      'item,Output A,Output B,Output C,Score A,Score B,comment\n1,x,y,z,0.5,0.7,good\n2,v,w,u,,–0.1,bad\n';
    const read = await loadItems(file(text, 'pairs.csv'));
    expect(read.format).toBe('wide-table');
    expect(cellsOf(read.dataset)).toEqual({
      1: { A: { human: 0.5 }, B: { human: 0.7 } },
      2: { B: { human: -0.1 } },
    });
    expect(read.dataset.outputs!(0, read.dataset.systems.indexOf('C'))).toBe('z');
    expect(read.guesses).toEqual([
      'columns named "Output " are outputs and "Score " scores of the systems whose names follow (output-prefix, score-prefix)',
    ]);
  });

  test('one pair is none, and what is told by options stays as it is told', async () => {
    expect((await errorOf(wide('item,Output A,Score A\n1,x,0.5\n'))).message).toContain('got "x"');
    const told = await wide('item,Output A,Output B,Score A,Score B\n1,x,y,0.5,0.7\n', {
      systems: ['Score A'],
    });
    expect(cellsOf(told.dataset)).toEqual({ 1: { 'Score A': { human: 0.5 } } });
    const prefix = await wide('item,s:A:f1,s:A:bleu,s:B:f1,o:A\n1,0.5,0.7,0.25,x\n', {
      'score-prefix': 's:',
      separator: ':',
    });
    expect(cellsOf(prefix.dataset)).toEqual({ 1: { A: { f1: 0.5, bleu: 0.7 }, B: { f1: 0.25 } } });
  });

  test('a table without identifiers is told the format with the option', async () => {
    const error = await errorOf(
      loadItems(file('q,Output A,Output B,Score A,Score B\n1,x,y,0.5,0.7\n', 'q.csv')),
    );
    expect(error.message + error.advice).toContain('--format wide-table --item COLUMN');
  });

  test('a column that is no system is named, and so is an item that comes twice', async () => {
    expect((await errorOf(wide('item,A,note\n1,2,hello\n'))).message).toContain(
      'system "note", metric "human"',
    );
    expect((await errorOf(wide('item,A\n1,2\n1,3\n'))).message).toContain(
      ':3: an earlier row is of the same item',
    );
  });
});

test('a Parquet file is known by its first bytes, whatever its name, and its columns are named', async () => {
  const hang = readFileSync(new URL('../cases/hang.parquet', import.meta.url));
  const error = await errorOf(loadItems(file(hang, 'data.bin')));
  expect(error.message).toContain('data.bin must have a column "item"; its columns are "id", "vector"');
});
