import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { trainSourceModel } from '@goldpan/selector-source';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const line = (value: object) => `${JSON.stringify(value)}\n`;
const sources = [
  'the bank of the river',
  'a moon',
  '',
  'water and light, light and water',
  'the bank of the river',
  '我们去了公园',
  'one two three four five',
];
const seven = sources.map((src, i) => line({ id: `item-${i}`, src, doc: i % 2, extra: { n: 1 } })).join('');

beforeAll(async () => {
  const past = {
    name: 'past',
    sha256: '0'.repeat(64),
    sources: Array.from({ length: 40 }, (_, i) => `${sources[i % 7]} ${i}`),
    utilities: Array.from({ length: 40 }, (_, i) => (i * 7) % 11),
  };
  const model = await trainSourceModel([past], { bits: 8 });
  folder.write('model.json', JSON.stringify(model));
  folder.write('broken.json', '{"format": 1}');
});

/** Everything a call leaves behind, with and without the whole data in memory. */
async function bothWays(args: readonly string[]) {
  const outcome = async (more: readonly string[]) => {
    for (const name of ['out.jsonl', 'rejected']) rmSync(join(folder.path, name), { force: true });
    const ended = await run(['select', ...args, '-o', 'out.jsonl', ...more], folder.path);
    const read = (name: string) => {
      try {
        return readFileSync(join(folder.path, name), 'utf8');
      } catch {
        return undefined;
      }
    };
    return { ...ended, written: read('out.jsonl'), rejected: read('rejected') };
  };
  // Leaving out items that lack scores needs the whole data; no selector here uses a score.
  return { streamed: await outcome([]), held: await outcome(['--missing', 'drop-items']) };
}

const selectors: [title: string, args: string[]][] = [
  ['source', ['--selector', 'source', '--option', 'model=model.json']],
  ['source-length', ['--selector', 'source-length']],
  ['source-rarity', ['--selector', 'source-rarity']],
  ['source-length, shortest', ['--selector', 'source-length', '--option', 'order=shortest']],
];

const pools: [title: string, content: string | Uint8Array][] = [
  ['seven items, with ties, an empty source and Chinese', seven],
  ['gzip', gzipSync(seven)],
  ['items without ids', seven.replaceAll(/"id":"item-[135]",/g, '')],
  ['a byte order mark, CR LF and blank lines', `\ufeff${seven.replaceAll('\n', '\r\n \t\r\n')}`],
  ['hostile ids and texts', `${line({ id: '__proto__', src: '\u001b[31m<script>\u0000' })}${seven}`],
  ['a goldpan member from before', seven.replaceAll('"extra"', '"goldpan":{"rank":9},"extra"')],
  ['outputs and scores', `${line({ id: 'x', src: 'x', tgt: { A: 'a' }, scores: { B: { m: 1 } } })}${seven}`],
  ['outputs that are all null', `${seven}${line({ id: 'x', src: 'x', tgt: { A: null } })}`],
  ['an item without a source', `${seven}${line({ id: 'x', src: null })}`],
  ['no sources', `${line({ id: 'x' })}${line({ id: 'y' })}`],
  ['no items', '\n'],
  ['a broken line', `${seven}{"id": "broken"\n${line({ id: 'x', src: 'last' })}`],
  ['a broken line and no source', `${seven}{"id": "broken"\n${line({ id: 'x' })}`],
  ['a line that is not UTF-8', Buffer.concat([Buffer.from(seven), Buffer.from([0x22, 0xff, 0x0a])])],
  ['a repeated id', `${seven}${line({ id: 'item-3', src: 'again' })}${line({ id: 'x', src: 'last' })}`],
  ['ids of one hash', seven.replace('item-2', 'item-26752428').replace('item-4', 'item-198199597')],
  ['more problems than are listed', `${seven}${`${line({ id: 'item-1', src: 'y' })}5\n`.repeat(8)}`],
  ['damaged gzip', gzipSync(seven).subarray(0, 60)],
];

describe.each(selectors)(
  '%s, item by item, leaves to the byte what it leaves of data in memory:',
  (_, selector) => {
    test.each(pools)('%s', async (_title, content) => {
      folder.write('pool.jsonl', content);
      const calls = [
        ['--budget', '3'],
        ['--budget', '3', '--json'],
        ['--budget', '50%', '--json', '--skip-invalid', 'rejected'],
        ['--explain'],
      ];
      for (const call of calls) {
        const { streamed, held } = await bothWays(['pool.jsonl', ...selector, ...call]);
        expect(streamed).toEqual(held);
      }
    });
  },
);

test.each(selectors)('%s leaves the same as text, with reasons and a report', async (_, selector) => {
  folder.write('pool.jsonl', seven);
  for (const call of [[], ['--explain'], ['--html', 'report.html', '--quiet']]) {
    const { streamed, held } = await bothWays(['pool.jsonl', ...selector, ...call]);
    expect(streamed.code).toBe(0);
    expect(streamed).toEqual(held);
  }
});

test.each([
  ['a model that is none', ['--selector', 'source', '--option', 'model=broken.json']],
  ['a model that is not there', ['--selector', 'source', '--option', 'model=absent.json']],
  ['a wrong option', ['--selector', 'source-length', '--option', 'unit=meters']],
  ['a metric', ['--selector', 'source-length', '--metric', 'm']],
  ['a budget that is too large', ['--selector', 'source-length', '--budget', '8']],
  ['a budget that is none', ['--selector', 'source-length', '--budget', 'many']],
  ['a budget in hours', ['--selector', 'source-length', '--budget', '2 h']],
])('%s is refused in the same words', async (_, args) => {
  folder.write('pool.jsonl', seven);
  const { streamed, held } = await bothWays(['pool.jsonl', '--budget', '3', ...args]);
  expect(streamed.code).toBe(2);
  expect(streamed).toEqual(held);
});

test('reading a pool ends when it is interrupted', async () => {
  folder.write('pool.jsonl', seven);
  const aborted = AbortSignal.abort();
  const args = ['select', 'pool.jsonl', '--selector', 'source-rarity', '--budget', '3'];
  expect(await run(args, folder.path, aborted)).toMatchObject({ code: 130, err: '\ninterrupted\n' });
});

test.runIf(process.platform !== 'win32')(
  'a pipe is read into memory, because it can be read only once',
  async () => {
    const pipe = join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const args = ['select', pipe, '--selector', 'source-length', '--budget', '3', '--json'];
    const [{ out }] = await Promise.all([run(args), writeFile(pipe, seven)]);
    expect(JSON.parse(out).chosen.map(({ id }: { id: string }) => id)).toEqual([
      'item-3',
      'item-5',
      'item-0',
    ]);
  },
);
