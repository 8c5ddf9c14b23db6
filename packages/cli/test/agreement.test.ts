import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run, temporaryFolder } from './run.js';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

/** Thirteen items, two systems, three raters, two criteria, hostile names. */
const items = Array.from({ length: 13 }, (_, i) => ({
  id: `i${i}`,
  src: `source <${i}>`,
  tgt: { A: `<script>${i}`, B: `b ${i}` },
  judgements: ['A', 'B'].flatMap((system, s) =>
    ['__proto__', 'Ann <b>', 'cy'].flatMap((rater, r) => [
      { system, rater, value: ((i + s) % 4) + (i % 3 === r ? 1 : 0), seconds: 5 * (r + 1) },
      ...(r < 2 ? [{ system, rater, criterion: 'style', value: (i + s + r) % 2 ? 'good' : 'bad' }] : []),
    ]),
  ),
}));
const lines = (list: readonly object[]) => list.map((item) => JSON.stringify(item)).join('\n');
write('items.jsonl', lines(items));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('one screen says how far raters agree, under pseudonyms', async () => {
  const { code, out } = await run(['agreement', 'items.jsonl', '--replicates', '50'], folder);
  expect(code).toBe(0);
  expect(out).toMatch(/On human, raters agree .*\(alpha 0\.\d\d, [−\d.]+ to [\d.]+\)/);
  expect(out).toContain('rater 3');
  expect(out).not.toMatch(/Ann|__proto__/);
});

test('names are shown where they are asked for, as text', async () => {
  const flags = ['--show-raters', '--html', 'a.html', '--markdown', 'a.md', '--replicates', '50', '--json'];
  const { out } = await run(['agreement', 'items.jsonl', ...flags], folder);
  const { raters, criteria } = JSON.parse(out);
  expect(raters.slice(0, 3).map(({ name }: { name: string }) => name)).toEqual([
    '__proto__',
    'Ann <b>',
    'cy',
  ]);
  expect(criteria.map(({ name, measured }: Record<string, string>) => [name, measured])).toEqual([
    ['human', 'interval'],
    ['style', 'nominal'],
  ]);
  expect(read('a.html')).toContain('Ann &#60;b&#62;');
  expect(read('a.html')).not.toContain('<script>1');
  expect(read('a.md')).toContain('Ann \\<b\\>');
});

test('a criterion is asked about alone', async () => {
  const { out } = await run(['agreement', 'items.jsonl', '--criterion', 'style', '--json'], folder);
  expect(JSON.parse(out).criteria).toHaveLength(1);
});

test.each([
  ['agreement items.jsonl --criterion stile', 'UNKNOWN_CRITERION', 'did you mean "style"'],
  ['agreement items.jsonl --level 1', 'INVALID_LEVEL', ''],
  ['rank items.jsonl --criterion humn', 'UNKNOWN_CRITERION', 'did you mean "human"'],
  ['rank items.jsonl --criterion style', 'UNKNOWN_CRITERION', 'categories, in no order'],
  ['inspect items.jsonl --criterion humn', 'UNKNOWN_CRITERION', 'did you mean "human"'],
  ['compare items.jsonl --criterion humn', 'UNKNOWN_CRITERION', 'did you mean "human"'],
  ['evaluate items.jsonl items.jsonl --criterion humn', 'UNKNOWN_CRITERION', 'did you mean "human"'],
  ['plan items.jsonl --selector random --criterion humn', 'UNKNOWN_CRITERION', 'did you mean "human"'],
  ['select items.jsonl --criterion humn --budget 2', 'UNKNOWN_CRITERION', 'did you mean "human"'],
  [
    'train-source items.jsonl --utility target-variance --out m.json --criterion humn',
    'UNKNOWN_CRITERION',
    'human',
  ],
  ['irt items.jsonl --criterion humn', 'UNKNOWN_CRITERION', 'did you mean "human"'],
])('%s is refused', async (command, code, text) => {
  const { code: exit, err } = await run(command.split(' '), folder);
  expect([exit, err]).toEqual([2, expect.stringContaining(`[${code}]`)]);
  expect(err).toContain(text);
});

/** A judgement that is wrong, in the second line. */
const bad = (change: object, more: object = {}) =>
  lines([items[0], { ...items[1], ...more, judgements: [...items[1].judgements, change] }]);

test.each([
  [
    'a rater twice on a cell',
    bad({ system: 'A', rater: 'cy', value: 1 }),
    /:2.*system "A", rater "cy".*once.*take one of them out/s,
  ],
  [
    'a value off its scale',
    bad({ system: 'A', rater: 'dee', value: 9 }, { criteria: { tone: { scale: 'stars', max: 5 } } }).replace(
      '"value":9',
      '"value":9,"criterion":"tone"',
    ),
    /:2.*rater "dee", criterion "tone".*from 1 to 5; got 9.*mend the value/s,
  ],
  [
    'a text among numbers',
    bad({ system: 'B', rater: 'dee', value: 'good' }),
    /:2.*system "B", rater "dee".*a number like those/s,
  ],
  [
    'a system that is not there',
    bad({ system: 'Z', rater: 'cy', value: 1 }),
    /:2.*system "Z", rater "cy".*must have an output of the system.*check the name/s,
  ],
  [
    'a time below 0',
    bad({ system: 'A', rater: 'dee', value: 1, seconds: -1 }),
    /:2.*rater "dee".*"seconds" must be from 0/s,
  ],
  [
    'a time of a week',
    bad({ system: 'A', rater: 'dee', value: 1, seconds: 604800 }),
    /:2.*rater "dee".*less than a week/s,
  ],
])('%s is refused with line, item, rater and remedy', async (_, text, message) => {
  write('bad.jsonl', text);
  const { code, err } = await run(['agreement', 'bad.jsonl'], folder);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

test('a hundred thousand raters are refused at the first that is too many', async () => {
  const many = Array.from({ length: 100 }, (_item, i) => ({
    id: `m${i}`,
    judgements: Array.from({ length: 1000 }, (_rater, r) => ({
      system: 'A',
      rater: `r${i * 1000 + r}`,
      value: r % 5,
    })),
  }));
  write('many.jsonl', lines(many));
  const { code, err } = await run(['agreement', 'many.jsonl'], folder);
  expect(code).toBe(2);
  expect(err).toMatch(/many\.jsonl:66.*at most 65535 raters.*check that "rater" is the right field/s);
});
