import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadItems } from '../../src/index.js';
import { cellsOf } from '../cells-of.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { file } = temporaryFolder();
const page = readFileSync(new URL('../../../../docs/tables.md', import.meta.url), 'utf8');
const part = page.slice(page.indexOf('## Numbers'), page.indexOf('## Which'));
const rows = [...part.matchAll(/^\| (?:`([^`]+)`|\(nothing\)) +\| (\S+) +\|/gm)].map(
  ([, written = '', counts]): [string, string] => [written, counts],
);

const read = (value: string, at: number) =>
  loadItems(file(`item,system,score\na,x,"${value}"\na,y,7\n`, `n${at}.csv`), { format: 'long-table' });

test('the page lists numbers, missing values and what is refused', () => {
  const kinds = rows.map(([, counts]) => (Number.isNaN(Number(counts)) ? counts : 'number'));
  const count = (kind: string) => kinds.filter((other) => other === kind).length;
  expect([count('number'), count('missing'), count('refused'), kinds.length]).toEqual([9, 7, 8, 24]);
});

describe.each(rows)('%j in a table', (written, counts) => {
  test(`is ${counts}`, async () => {
    const at = rows.findIndex(([other]) => other === written);
    if (counts === 'refused') {
      const { message } = await errorOf(read(written, at));
      expect(message).toContain(
        `:2: system "x", metric "score": a score must be a number or empty; got ${JSON.stringify(written)}`,
      );
    } else {
      const cells = cellsOf((await read(written, at)).dataset);
      const own = counts === 'missing' ? {} : { x: { score: Number(counts) } };
      expect(cells).toEqual({ a: { ...own, y: { score: 7 } } });
    }
  });
});

test('a number that can mean two things comes with the way to write it', async () => {
  expect((await errorOf(read('1,5', 100))).message).toContain('write decimals with a point');
  expect((await errorOf(read('1\u202f000', 101))).message).toContain('thousands without marks');
  expect((await errorOf(read('85 %', 102))).message).toContain('without the sign');
  expect((await errorOf(read('4/5', 103))).message).not.toContain('write ');
});
