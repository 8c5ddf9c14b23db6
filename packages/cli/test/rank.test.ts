import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run, temporaryFolder } from './run.js';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

/** Eleven items, three systems far apart, the first seven judged; hostile names. */
const lines = Array.from({ length: 11 }, (_, i) => {
  const cell = (base: number) => ({
    m: base + ((i * 7) % 5) / 4,
    ...(i < 7 && { human: base + (i % 3) / 4 }),
  });
  const scores = JSON.stringify({ 'A <b>': cell(8), C: cell(2) }).replace(
    '{',
    `{"__proto__": ${JSON.stringify(cell(5))}, `,
  );
  return `{"id": "i${i}", "src": "text & ${i}", "doc": "d${i}", "scores": ${scores}}`;
});
write('items.jsonl', lines.join('\n'));
write('judged.jsonl', lines.slice(0, 7).join('\n'));
write('even.jsonl', lines.map((line) => line.replace(/"human":[\d.]+/g, '"human":3')).join('\n'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('one screen says who is best, with ranks and what they rest on', async () => {
  const { code, out } = await run(['rank', 'items.jsonl'], folder);
  expect(code).toBe(0);
  expect(out).toContain('A <b> is best (P > .99). All neighbours are told apart.');
  expect(out).toMatch(/^ +1 +A <b> .* to .* +1 +>99\.9% /m);
  expect(out).toMatch(/^ +2 +__proto__ .* +2 +<0\.1% .* 2 /m);
  expect(out).toContain('survives without any one item or document');
  expect(out.split('\n').length).toBeLessThan(40);
});

test('a judged file beside its pool says the same as one file', async () => {
  const [one, two] = await Promise.all(
    [['items.jsonl'], ['items.jsonl', 'judged.jsonl']].map((paths) =>
      run(['rank', ...paths, '--json'], folder),
    ),
  );
  const [single, joined] = [JSON.parse(one.out), JSON.parse(two.out)];
  expect(joined.systems).toEqual(single.systems);
  expect(joined.judgedData).toMatchObject({ name: 'judged.jsonl', items: 7 });
});

test('with --require-best an open question ends with 1', async () => {
  expect((await run(['rank', 'items.jsonl', '--require-best'], folder)).code).toBe(0);
  expect((await run(['rank', 'even.jsonl', '--require-best'], folder)).code).toBe(1);
  expect((await run(['rank', 'even.jsonl'], folder)).code).toBe(0);
});

test('with --require-best every criterion that was named must be decided, or else the first', async () => {
  const pairs = lines.map((line) => line.replace(/"human":([\d.]+)/g, '"human_clear":$1,"human_even":3'));
  write('pairs.jsonl', pairs.join('\n'));
  const of = (...flags: string[]) => run(['rank', 'pairs.jsonl', '--require-best', ...flags], folder);
  const first = await of();
  expect(first.code).toBe(0);
  expect(first.err).toContain('Only "human_clear" was looked at, not "human_even"');
  const both = await of('--target', 'human_clear,human_even');
  expect(both.code).toBe(1);
  expect(both.err).toContain('--require-best: Nobody is surely best by "human_even".');
  expect((await of('--target', 'human_clear')).code).toBe(0);
  expect(await of('--criterion', 'even')).toMatchObject({ code: 1 });
  expect((await of('--criterion', 'even', '--quiet')).err).toBe('');
});

test('the result is written as HTML, Markdown and LaTeX, data as text', async () => {
  const files = ['--html', 'r.html', '--markdown', 'r.md', '--latex', 'r.tex'];
  expect((await run(['rank', 'items.jsonl', ...files], folder)).code).toBe(0);
  expect(read('r.html')).toContain('A &#60;b&#62;');
  expect(read('r.html')).not.toContain('A <b>');
  expect(read('r.md')).toContain('| 1 | A \\<b\\> |');
  expect(read('r.tex')).toContain('1 & A \\textless{}b\\textgreater{} & ');
  expect(read('r.tex')).toContain('2 & \\_\\_proto\\_\\_ & ');
});

test.each([
  [['--margin', '0'], 'INVALID_MARGIN'],
  [['--level', '2'], 'INVALID_ARGUMENT'],
  [['--target', 'nobody'], 'NO_TARGET'],
  [['--metrics', 'nothing'], 'UNKNOWN_METRIC'],
])('%j is refused', async (flags, code) => {
  const { code: exit, err } = await run(['rank', 'items.jsonl', ...flags], folder);
  expect([exit, err]).toEqual([2, expect.stringContaining(`[${code}]`)]);
});

test.each([
  ['--margin', 'abc', 'must be a number above 0'],
  ['--level', 'high', 'must be a share such as 0.95, or 95%'],
  ['--level', '%', 'must be a share such as 0.95, or 95%'],
])('%s %s is refused with what was given', async (flag, value, message) => {
  const { code, err } = await run(['rank', 'items.jsonl', flag, value], folder);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  expect(err).toContain(`'${value}'`);
});

test('a level may be in percent', async () => {
  const { out } = await run(['rank', 'items.jsonl', '--level', '90%', '--json'], folder);
  expect(JSON.parse(out)).toMatchObject({ level: 0.9 });
});
