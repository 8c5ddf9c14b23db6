import { expect, test } from 'vitest';
import { markdownOf } from '../src/index.js';
import { escapeMarkdown } from '../src/markdown/escape-markdown.js';
import { svgsOf } from '../src/svg.js';
import { hostileResults } from './hostile-results.js';
import { madeUpResults } from './made-up-items.js';

const { compare, select, inspect } = madeUpResults();

test('Markdown has the answer, the numbers, a table and the command', () => {
  const text = markdownOf(compare);
  expect(text).toMatch(/^## Does picking help here\?\n\n\*\*Use /);
  expect(text).toContain(
    '\n| selector | mean | gain | 80% interval | parity | verdict | curve |\n| --- | ---: |',
  );
  expect(text).toContain('```sh\ngoldpan compare made-up.jsonl');
});

test('warnings are quoted', () => {
  expect(markdownOf(inspect)).toContain('> ⚠ 7 cells of chrF are missing in 3 items (MISSING\\_SCORES)');
});

test('images are named as the SVG files are', () => {
  const text = markdownOf(compare, { chartPath: (name) => `charts/${name}.svg` });
  const named = Array.from(text.matchAll(/\(<charts\/(.*?)\.svg>\)/g), ([, name]) => name);
  expect(named).toEqual(svgsOf(compare).map(({ name }) => name));
  expect(markdownOf(compare)).not.toContain('![');
});

test('rows beyond the most are counted', () => {
  expect(markdownOf(select, { maxRows: 2 })).toContain(`\n\n… and ${select.chosen.length - 2} more`);
});

test.each([
  ['a|b', 'a\\|b'],
  ['<script>', '\\<script\\>'],
  ['[x](javascript:1)', '\\[x\\](javascript:1)'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['0.5', '0.5'],
  ['-0.5', '-0.5'],
  ['two\nlines', 'two lines'],
  ['&lt;', '\\&lt;'],
])('%s becomes %s', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

test('hostile texts leave no markup and no further cells', () => {
  for (const result of hostileResults()) {
    const text = markdownOf(result);
    const outside = text.replace(/^(`{3,})sh\n.*\n\1$/gm, '');
    expect(outside).not.toMatch(/(?<!\\)(\\\\)*[<`]/);
    const tables = outside.split('\n\n').filter((part) => part.startsWith('| '));
    for (const table of tables) {
      const counts = table.split('\n').map((row) => row.match(/(?<!\\)(\\\\)*\|/g)!.length);
      expect(new Set(counts).size).toBe(1);
    }
  }
});

test('a command with fences in it does not end its code block', () => {
  const text = markdownOf({ ...compare, reproduce: 'goldpan ``` `````' });
  expect(text).toContain('``````sh\ngoldpan ``` `````\n``````');
});
