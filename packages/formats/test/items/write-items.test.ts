import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { exportItems, loadItems, readItems, writeItems, writeSelected } from '../../src/index.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { folder, path, file } = temporaryFolder();

describe('writeSelected', () => {
  test('writes the lines in the given order and adds one member, and nothing else changes', async () => {
    const lines = [
      '{"id": "a", "n": 12345678901234567890, "x": 1.0, "s": "\\u00e9\\ud800 \\"}", "deep": {"goldpan": [1, {}]} }',
      '{ "goldpan" : {"rank": 7, "note": "}\\\\"} , "id" : "b" }',
      '{"id":"c","goldp\\u0061n":1,"z":1e2}  ',
    ];
    const read = await readItems(file(lines.join('\r\n')));
    const order = [2, 0, 1];
    await writeSelected(
      path('out.jsonl'),
      read,
      order.map((item, i) => ({ item, goldpan: { rank: i + 1 } })),
    );
    expect(readFileSync(path('out.jsonl'), 'utf8').split('\n')).toEqual([
      '{"id":"c","z":1e2,"goldpan":{"rank":1}}  ',
      '{"id": "a", "n": 12345678901234567890, "x": 1.0, "s": "\\u00e9\\ud800 \\"}", "deep": {"goldpan": [1, {}]},"goldpan":{"rank":2} }',
      '{ "id" : "b","goldpan":{"rank":3} }',
      '',
    ]);
  });

  test('never writes over a file it reads, by whatever name, and leaves it as it was', async () => {
    const content = '{"id":"a"}\n{"id":"b"}\n';
    const name = file(content);
    const read = await readItems(name);
    symlinkSync(name, path('symbolic'));
    linkSync(name, path('hard'));
    for (const output of [name, join(dirname(name), '.', basename(name)), path('symbolic'), path('hard')]) {
      const selected = await errorOf(writeSelected(output, read, [{ item: 1, goldpan: {} }]));
      const exported = await errorOf(exportItems({ file: read }, output, { format: 'items' }));
      for (const error of [selected, exported])
        expect([error.code, error.message]).toEqual([
          'WRITE_FAILED',
          expect.stringContaining('it is the input'),
        ]);
    }
    expect(readFileSync(name, 'utf8')).toBe(content);
  });

  test('never writes over the second of several files', async () => {
    const [first, second] = [file('{"id":"a"}'), file('{"id":"b"}')];
    const read = await loadItems([first, second]);
    expect(read.files).toEqual([first, second]);
    expect((await errorOf(exportItems({ file: read }, second, { format: 'items' }))).code).toBe(
      'WRITE_FAILED',
    );
  });
});

describe('writeItems', () => {
  test('compresses a name that ends in .gz, to the same bytes each time', async () => {
    await writeItems(path('a.jsonl.gz'), [{ id: 'ü' }, '{"n": 1.0}']);
    await writeItems(path('b.jsonl.gz'), [{ id: 'ü' }, '{"n": 1.0}']);
    const bytes = readFileSync(path('a.jsonl.gz'));
    expect(gunzipSync(bytes).toString()).toBe('{"id":"ü"}\n{"n": 1.0}\n');
    expect(readFileSync(path('b.jsonl.gz'))).toEqual(bytes);
    expect([...bytes.subarray(4, 10)]).toEqual([0, 0, 0, 0, 0, 255]);
  });

  test('leaves the old file as it was and no temporary file when the items fail midway', async () => {
    const name = file('old', 'kept.jsonl');
    const failing = async function* () {
      yield { id: 'x'.repeat(1e6) };
      throw new RangeError('midway');
    };
    for (const out of [name, path('new.jsonl'), path('new.jsonl.gz')]) {
      expect((await errorOf(writeItems(out, failing()))).message).toBe('midway');
    }
    expect(readFileSync(name, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((entry) => /new|tmp/.test(entry))).toEqual([]);
  });
});

test.each(['x.csv', 'X.TSV.gz', 'x.parquet', 'x.xlsx'])(
  '%s is the name of a table, and no items are written there',
  async (name) => {
    await expect(writeItems(path(name), [{ id: 'a' }])).rejects.toMatchObject({ code: 'WRITE_FAILED' });
    expect(existsSync(path(name))).toBe(false);
  },
);
