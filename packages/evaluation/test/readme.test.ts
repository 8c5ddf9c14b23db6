import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testReadme } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { measures } from '../src/index.js';

testReadme(fileURLToPath(new URL('..', import.meta.url)));

test('the table of the README lists the measures as they are', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` +\| (.*?) +\| (higher|lower) +\| (.*?) +\|$/gm)];
  const bound = (value: number) => (value === Infinity ? '∞' : String(value).replace('-', '−'));
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    measures.map(({ name, summary, direction, range: [low, high] }) => [
      name,
      summary.replaceAll('|', '\\|'),
      direction,
      `${bound(low)} … ${bound(high)}`,
    ]),
  );
});
