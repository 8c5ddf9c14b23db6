import { expect, test } from 'vitest';
import { readItems } from '../../src/index.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { path, file } = temporaryFolder();

test.each([
  ['an unknown member', '{"foo":1}', '"foo"'],
  [
    'a question of a benchmark',
    '{"question_id":81,"category":"writing","turns":["Hi"]}',
    '"question_id", "category", "turns"',
  ],
  ['nothing', '{}', 'it has nothing'],
  ['hostile names', '{"__proto__":{"id":"x"},"toString":1}', '"__proto__", "toString"'],
  ['a long name', JSON.stringify({ ['x'.repeat(90)]: 1 }), `"${'x'.repeat(30)}"`],
])('a line with %s is no item', async (_, line, named) => {
  const other = file(`{"id":"one","src":"text"}\n\n${line}\n`);
  const error = await errorOf(readItems(other));
  expect(error.code).toBe('INVALID_INPUT');
  expect(error.message).toContain(`${other}:3: an item must have at least one of "id", "i", "src"`);
  expect(error.message).toContain(named);
  expect(error.message).toContain('--format');
});

test('such lines can be set aside, and the others keep their places', async () => {
  const mixed = file('{"foo":1}\n{"src":"a"}\n{"bar":2}\n{"scores":{"A":{"bleu":1}}}\n');
  const rejected = path('rejected.jsonl');
  const read = await readItems(mixed, { skipInvalid: rejected });
  expect(read.dataset.size).toBe(2);
  const lines: string[] = [];
  for await (const text of read.lines([1, 0])) lines.push(text);
  expect(lines).toEqual(['{"scores":{"A":{"bleu":1}}}', '{"src":"a"}']);
});

test.each(['id', 'i', 'src', 'ref', 'doc', 'domain'])('%s alone makes an item', async (name) => {
  expect((await readItems(file(`{"${name}":"7"}\n`))).dataset.size).toBe(1);
});
