import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { datasetFromItems, defineSelector, runSelector, z } from '@goldpan/core';
import { trainSourceModel } from '@goldpan/selector-source';
import { afterAll, describe, expect, test } from 'vitest';
import { loadRegistry } from '../src/load-plugins.js';
import { selectFromPool } from '../src/select-from-pool.js';

const path = mkdtempSync(join(tmpdir(), 'goldpan-'));
const folder = {
  path,
  write: (name: string, content: string | Uint8Array) => writeFileSync(join(path, name), content),
};
afterAll(() => rmSync(path, { recursive: true, force: true }));

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

describe('a pool is read item by item', () => {
  const surroundings = { folder: folder.path };
  const stream = async (name: string, selector: string, options: object = {}) => {
    const registry = await loadRegistry(surroundings);
    const task = {
      path: name,
      selector: registry.selector(selector),
      run: { options, registry },
    };
    return selectFromPool({ ...surroundings, ...task, budget: '3' });
  };

  test('where it is a file of items with a source each', async () => {
    const past = {
      name: 'past',
      sha256: '0'.repeat(64),
      sources: Array.from({ length: 40 }, (_, i) => `${sources[i % 7]} ${i}`),
      utilities: Array.from({ length: 40 }, (_, i) => (i * 7) % 11),
    };
    const model = await trainSourceModel([past], { bits: 8 });
    for (const content of [seven, gzipSync(seven)]) {
      folder.write('pool.jsonl', content);
      const [byLength, byRarity, byModel] = [
        await stream('pool.jsonl', 'source-length'),
        await stream('pool.jsonl', 'source-rarity'),
        await stream('pool.jsonl', 'source', { model }),
      ];
      for (const found of [byLength, byRarity, byModel])
        expect(found).toMatchObject({ size: 7, dataset: { size: 3 } });
      expect(Array.from(byLength!.kept)).toEqual([3, 5, 0]);
    }
  });

  test('but not where an item has none, or the selector compares items', async () => {
    folder.write('pool.jsonl', `${seven}${line({ id: 'x' })}`);
    expect(await stream('pool.jsonl', 'source-length')).toBeUndefined();
    folder.write('pool.jsonl', seven);
    expect(await stream('pool.jsonl', 'source-diversity')).toBeUndefined();
  });

  test('and a score that is no number is refused as in a selection', async () => {
    folder.write('pool.jsonl', seven);
    const score = (source: string) => (source === '' ? NaN : 1);
    const selector = defineSelector({
      name: 'nan',
      summary: 'Not a number.',
      needs: ['sources'],
      options: z.object({}),
      select: () => ({ utilities: Float64Array.from(sources, score) }),
      poolScorer: () => ({ score }),
    });
    const dataset = datasetFromItems(sources.map((src) => ({ src })));
    const [streamed, held] = await Promise.all(
      [
        selectFromPool({ ...surroundings, path: 'pool.jsonl', selector, run: {}, budget: '3' }),
        runSelector(selector, dataset),
      ].map((promise: Promise<unknown>) => promise.catch((error: Error) => error.message)),
    );
    expect(streamed).toMatch(/must return utilities that are numbers; item 2 has NaN/);
    expect(streamed).toBe(held);
  });
});
