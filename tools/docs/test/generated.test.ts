import { defineSelector, z } from '@goldpan/core';
import { expect, test } from 'vitest';
import { fillTables } from '../src/generate/fill-tables.js';
import { quoteFiles } from '../src/generate/quote-files.js';
import { quoteOutputs } from '../src/generate/quote-outputs.js';

const odd = defineSelector({
  name: 'odd',
  summary: 'Odd items.',
  needs: ['scores'],
  traits: { nested: true },
  options: z.object({ limit: z.int().min(1).default(3).describe('how many | at most') }),
  select: ({ size }) => ({ utilities: new Float64Array(size) }),
});
const facts = [
  {
    name: '@goldpan/odd',
    folder: 'packages/odd',
    description: '',
    catalogue: [
      { code: 'B', summary: 'Second.' },
      { code: 'A', summary: 'First.' },
    ],
    defined: [],
    plugin: { name: '@goldpan/odd', selectors: [odd] },
  },
];
const filled = (what: string) => fillTables(`x\n<!-- generated: ${what} -->\nold\n<!-- end -->\ny`, facts);

test('a table of options has names, values, defaults and meanings from the declaration', () => {
  expect(filled('options odd')).toContain(
    '| `limit` | a whole number of at least 1 | `3` | how many \\| at most |',
  );
});

test('the reference of selectors says needs and traits', () => {
  expect(filled('selectors')).toContain('### odd\n\nOdd items. Needs: scores. Traits: nested.');
});

test('codes are sorted, and what was between the marks is gone', () => {
  const page = filled('errors');
  expect(page).toContain(
    '## @goldpan/odd\n\n| code | when |\n| --- | --- |\n| `A` | First. |\n| `B` | Second. |',
  );
  expect(page).not.toMatch(/^old$/m);
  expect(page).toMatch(/^x\n[\s\S]*\ny$/);
});

test('a mark that asks for nothing known is an error', () => {
  expect(() => filled('options even')).toThrow('there is no selector or cost model even');
  expect(() => filled('poems')).toThrow('nothing generated');
});

test('a file is quoted as it is', () => {
  const text = '<!-- file: .prettierrc.json -->\n\n```json\n```\n';
  expect(quoteFiles(text)).toContain('"singleQuote": true');
});

test('the output of a command is quoted, whole or in part', async () => {
  const page = (mark: string) =>
    `\`\`\`sh\nnpx goldpan --version\nnpx goldpan --help\n\`\`\`\n\n<!-- ${mark} -->\n\n\`\`\`\nold\n\`\`\`\n`;
  expect(await quoteOutputs(page('output'))).toContain('\nCommands:\n');
  expect(await quoteOutputs(page('output, first 1 lines'))).toContain(
    '```\nUsage: goldpan [options] [command]\n…\n```',
  );
  expect(await quoteOutputs(page('output, section Start with:'))).toContain('```\n  $ goldpan demo\n');
});

test('a command that fails is an error', async () => {
  const page = '<!-- output of: goldpan inspect none.jsonl -->\n\n```\n```\n';
  await expect(quoteOutputs(page)).rejects.toThrow('exit code 2');
});
