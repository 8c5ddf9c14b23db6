import { hashText } from '@goldpan/stats';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkItems, readItems, type ItemRecords, type ReadItemsOptions } from '../../src/index.js';
import { LeanIds } from '../../src/items/lean-ids.js';
import { all, errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

/** Different ids of one hash, found among 200 million. */
const alike = ['item-26752428', 'item-198199597'];

const ids = fc.constantFrom(...alike, 'a', '0', '1', '2', '3');
const lines = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: ids.map((id) => JSON.stringify({ id, src: `of ${id}` })) },
    { weight: 2, arbitrary: fc.constantFrom('{"src":"no id"}', '{"src":"no id","tgt":{"S":"out"}}') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', ' \t', '{"id":', '[]', '{"id":"a","src":5}', '{"scores":3}'),
    },
  ),
  { maxLength: 24 },
);

/** Everything there is to say of a reading, or the error it ended with. */
async function outcome(read: typeof readItems | typeof checkItems, name: string, options: ReadItemsOptions) {
  try {
    const found: ItemRecords = await read(name, options);
    const { path: _, format, sha256, counts, notes } = found;
    const rejected = options.skipInvalid && readFileSync(options.skipInvalid, 'utf8');
    return { format, sha256, counts, notes, rejected, lines: await all(found.lines()) };
  } catch (error) {
    return String(error);
  }
}

describe('checkItems', () => {
  test('finds and refuses what readItems finds and refuses, repeated ids and ids of one hash included', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), fc.boolean(), async (content, packed, tolerant) => {
        const text = content.map((line) => `${line}\n`).join('');
        const name = file(packed ? gzipSync(text) : text, 'property.jsonl');
        const options = tolerant ? { skipInvalid: path('rejected') } : {};
        const expected = await outcome(readItems, name, options);
        expect(await outcome(checkItems, name, options)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('says how many items have a source, and which systems there are', async () => {
    const content = [{ src: '' }, { tgt: { B: null, A: 'x' } }, { src: null, scores: { C: { m: 1 } } }];
    const name = file(content.map((item) => `${JSON.stringify(item)}\n`).join(''));
    const { systems, sources, hasOutputs } = await checkItems(name);
    const { dataset } = await readItems(name);
    expect({ systems, sources, hasOutputs }).toEqual({
      systems: dataset.systems,
      sources: 1,
      hasOutputs: true,
    });
    const bare = await checkItems(file('{"tgt":{"A":null}}'));
    expect([bare.systems, bare.hasOutputs]).toEqual([[], false]);
  });

  test('says that there are no items, and which line is none', async () => {
    expect(await errorOf(checkItems(file('\n\n')))).toMatchObject({ code: 'NO_ITEMS' });
    const error = await errorOf(checkItems(file('{"id":"x"}\n{"id":"y"}\n{"id":"x"}\n', 'twice.jsonl')));
    expect(error.code).toBe('INVALID_INPUT');
    expect(error.message).toMatch(
      /twice\.jsonl:3 \(item "x"\): id "x" must be unique; .*twice\.jsonl:1 has it/,
    );
  });

  test('reads the file once where no id is repeated, and stops when asked', async () => {
    const bytes: number[] = [];
    const name = file('{"id":"x"}\n{"id":"y"}\n');
    await checkItems(name, { onProgress: (at) => bytes.push(at.bytes) });
    expect(bytes).toEqual([22]);
    const reason = new Error('stop');
    expect(await errorOf(checkItems(name, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });
});

test('two ids of one hash are not taken for the same once they are suspect', () => {
  const [one, other] = alike;
  expect(hashText(one)).toBe(hashText(other));
  const fast = new LeanIds(new Set());
  for (const id of [one, 'x', other]) fast.set(id, undefined);
  expect(fast.repeatedHashes()).toEqual([hashText(one)]);
  const careful = new LeanIds(new Set([hashText(one)]));
  careful.set(one, 'file:1');
  expect([careful.has(one), careful.has(other), careful.get(one)]).toEqual([true, false, 'file:1']);
  careful.set(other, 'file:2');
  expect(careful.repeatedHashes()).toEqual([]);
});

test('hashes of ids that differ in little are different, and whole numbers that a double holds', () => {
  const hashes = Array.from({ length: 200_000 }, (_, i) => hashText(`newstest-2024.${i}`));
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
  expect(new Set(hashes.map((hash) => Math.floor(hash / 2 ** 43))).size).toBe(1024);
});
