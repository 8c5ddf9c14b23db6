import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { defineLoader, loadItems, readItems, type Intake, type LoadedItem } from '../../src/index.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

/** A loader as a stranger writes it, of whatever its `load` yields. */
function loaderOf(load: (paths: readonly string[], intake: Intake) => AsyncIterable<any>) {
  return defineLoader({
    name: 'of-a-stranger',
    summary: 'Of a stranger.',
    input: 'files',
    options: z.object({}),
    load: (paths, _options, intake) => load(paths, intake),
  });
}

const lineItems = loaderOf(async function* (paths, intake) {
  for (const each of paths) {
    for await (const lines of intake.jsonLines(each))
      yield lines.map((line): LoadedItem => ({
        record: line.value as LoadedItem['record'],
        origin: `${each}:${line.number}`,
        line,
      }));
  }
});

const read = (load: Parameters<typeof loaderOf>[0], paths: string | string[], skipInvalid?: string) =>
  loadItems(paths, { loaders: [loaderOf(load)], format: 'of-a-stranger', skipInvalid });

describe('a loader of a third party', () => {
  test('may yield items one by one or in batches, and the dataset is the same', async () => {
    const records = [{ id: 'a', scores: { A: { m: 1 } } }, { id: 'b', scores: { B: { m: 2 } } }, { id: 'c' }];
    const items = records.map((record) => ({ record, origin: record.id }));
    const name = file('');
    const single = await read(async function* () {
      yield* items;
    }, name);
    const batches = await read(async function* () {
      yield items.slice(0, 2);
      yield [];
      yield items[2];
    }, name);
    expect(batches.dataset.ids).toEqual(['a', 'b', 'c']);
    expect(batches.dataset.scores('m')).toEqual(single.dataset.scores('m'));
    for (const wanted of [undefined, [2, 0]])
      expect(await all(batches.lines(wanted))).toEqual(await all(single.lines(wanted)));
  });

  test('whose items are lines gives them back to the byte, of several files, packed or not, in any order', async () => {
    const [first, second] = ['{"id": 1.50, "n": 12345678901234567890}', '{"id":"b",  "x":1e2}'];
    const third = '{"id":"c"}';
    const paths = [file(`\ufeff${first}\r\n\n${second}`), file(gzipSync(`${third}\n`))];
    const found = await loadItems(paths, { loaders: [lineItems], format: 'of-a-stranger' });
    expect(await all(found.lines())).toEqual([first, second, third]);
    expect(await all(found.lines([2, 0, 1, 0]))).toEqual([third, first, second, first]);
  });

  test('has what it rejects, and what the dataset refuses of it, set aside: lines byte for byte, records as text', async () => {
    const bad = ['{"id":"b","scores":{"A":{"m":"x", "n":1.00}}}', '{"id": "odd"}'];
    const name = file(`{"id":"a"}\n${bad[0]}\r\n${bad[1]}\n`);
    const rejected = path('set-aside');
    const found = await read(
      async function* ([each], intake) {
        for await (const lines of intake.jsonLines(each)) {
          for (const line of lines) {
            const record = line.value as { id: string };
            if (record.id === 'odd') intake.reject(line, 'it is odd');
            else yield { record, origin: `${each}:${line.number}`, line };
          }
        }
        intake.reject({ where: 'the end', text: () => 'a record' }, 'it is over');
        yield { record: { id: 'a' }, origin: 'elsewhere' };
      },
      name,
      rejected,
    );
    expect([found.dataset.ids, found.counts.rejected]).toEqual([['a'], 4]);
    expect(readFileSync(rejected, 'utf8')).toBe(`${bad[0]}\r\n${bad[1]}\na record\n{"id":"a"}\n`);
  });

  test('ends with the problems of its lines, each with file and line, when it gives up', async () => {
    const name = file('[1\n2\n');
    const reading = read(async function* ([each], intake) {
      for await (const lines of intake.jsonLines(each)) yield* lines.length > 5 ? lines : [];
      intake.failIfRejected();
    }, name);
    const error = await errorOf(reading);
    expect([error.code, error.fields.problems]).toMatchObject(['INVALID_INPUT', [{ path: name, line: 1 }]]);
  });
});

test('item lines are the same through the loader as through readItems, whichever file they are in', async () => {
  const [a, b] = ['{"i":7,"src":"a"}\n{"src":"no id"}\n', '{"id":"x"}\n'];
  const whole = await readItems(file(a + b));
  const parts = await loadItems([file(a), file(b)], { format: 'items' });
  expect(parts.dataset.ids).toEqual(whole.dataset.ids);
  expect(await all(parts.lines())).toEqual(await all(whole.lines()));
  expect(parts.counts).toEqual(whole.counts);
});
