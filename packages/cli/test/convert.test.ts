import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withFormatFlags } from '../src/format-flags.js';
import { itemLines, run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const scoresOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, scores }) => [id, scores]);

test('a table and back gives the same scores', async () => {
  const items = folder.write('items.jsonl', itemLines().join('\n'));
  const csv = join(folder.path, 'scores.csv');
  expect(await run(['convert', items, '--to', 'long-csv', '-o', csv])).toMatchObject({
    code: 0,
    out: `7 items → ${csv}\n`,
  });
  const back = join(folder.path, 'back.jsonl');
  expect((await run(['convert', csv, '--from', 'long-table', '--to', 'items', '-o', back])).err).toBe('');
  expect(scoresOf(back)).toEqual(scoresOf(items));
  const inspected = JSON.parse((await run(['inspect', csv, '--format', 'long-table', '--json'])).out);
  expect(inspected.data).toMatchObject({ items: 7, systems: 3 });
});

test.each([
  ['items', '.jsonl'],
  ['long-csv', '.csv'],
])('only the systems that are asked for are written as %s', async (to, ending) => {
  const items = folder.write('items.jsonl', itemLines().join('\n'));
  const output = join(folder.path, `few${ending}`);
  const chosen = ['--systems', 'A,C', '--without-systems', 'C'];
  expect(await run(['convert', items, '--to', to, '-o', output, ...chosen])).toMatchObject({ code: 0 });
  const back = JSON.parse((await run(['inspect', output, '--json'])).out);
  expect(back.data).toMatchObject({ items: 7, systems: 1 });
  expect(readFileSync(output, 'utf8')).not.toContain('__proto__');
  expect((await run(['convert', items, '--to', to, '-o', output, '--systems', 'nobody'])).err).toContain(
    'NO_SUCH_SYSTEM',
  );
});

test('an unknown format is named with the nearest, and nothing is written', async () => {
  const items = folder.write('items.jsonl', itemLines().join('\n'));
  const { code, err } = await run(['convert', items, '--to', 'long-cvs', '-o', join(folder.path, 'x')]);
  expect([code, err]).toEqual([2, expect.stringContaining('long-csv')]);
  expect((await run(['inspect', items, '--format', 'item'])).err).toContain('items');
});

test('tasks for people, and their judgements back, end in human scores', async () => {
  const lines = itemLines().map((line) => {
    const item = JSON.parse(line);
    return JSON.stringify({
      ...item,
      src: `source ${item.id}`,
      tgt: Object.fromEntries(
        Object.keys(item.scores).map((system) => [system, `${system} says ${item.id}`]),
      ),
    });
  });
  const items = folder.write('texts.jsonl', lines.join('\n'));
  const tasks = join(folder.path, 'tasks.csv');
  const { out, code, err } = await run(['convert', items, '--to', 'annotation-csv', '-o', tasks, '--json']);
  expect(code, err).toBe(0);
  expect(JSON.parse(out).tasks).toBe(21);
  const [header, ...rows] = readFileSync(tasks, 'utf8').trimEnd().split(/\r?\n/);
  expect(header).toBe('task,source,reference,output,score,annotator,goldpan');
  // No rater sees which system an output is from: its text is all there is.
  expect(rows.some((row) => /^(A|C|__proto__),/.test(row))).toBe(false);
  const judged = rows.map((row, r) => row.replace(/,,,1$/, `,${r % 7},rater,1`));
  writeFileSync(tasks, [header, ...judged].join('\n'));
  const back = join(folder.path, 'judged.jsonl');
  const args = [
    'convert',
    tasks,
    '--from',
    'annotation-csv',
    '--key',
    `${tasks}.key.json`,
    '--to',
    'items',
    '-o',
    back,
  ];
  expect((await run(args)).code).toBe(0);
  const scores = scoresOf(back).flatMap(([, systems]) =>
    Object.values(systems as Record<string, { human: number }>),
  );
  expect(scores).toHaveLength(21);
  expect(scores.map(({ human }) => human).sort()).toEqual(rows.map((_, r) => r % 7).sort());
});

test('options of a format may be typed as flags, but flags of the command stay', async () => {
  const none = () => Promise.resolve({ loaders: [], exporters: [] });
  const command = { options: [{ long: '--seed' }, { long: '--format' }] };
  const args = [
    'inspect',
    'dir',
    '--format',
    'mt-metrics-eval',
    '--test-set',
    'wmt23',
    '--langs=en-de',
    '--seed',
    '3',
  ];
  expect(await withFormatFlags(args, command, none)).toEqual([
    'inspect',
    'dir',
    '--format',
    'mt-metrics-eval',
    '--format-option',
    'test-set=wmt23',
    '--format-option',
    'langs=en-de',
    '--seed',
    '3',
  ]);
  expect(await withFormatFlags(['inspect', 'a', '--test-set', 'x'], command, none)).toEqual([
    'inspect',
    'a',
    '--test-set',
    'x',
  ]);
});

test('a plugin brings formats to every command', async () => {
  const source = (name: string) => `
    import { z } from ${JSON.stringify(import.meta.resolve('@goldpan/core'))};
    import { defineExporter, defineLoader, writeFileAtomic } from ${JSON.stringify(import.meta.resolve('@goldpan/formats'))};
    const loader = defineLoader({
      name: '${name}', summary: 'Lines of a system and a score.', input: 'a text file',
      options: z.object({ metric: z.string().default('human').describe('what the scores are') }),
      async *load([path], { metric }, intake) {
        for await (const lines of intake.textLines(path))
          for (const { text, number } of lines) {
            const [a, b] = text.split(' ').map(Number);
            yield { record: { id: number, scores: { A: { [metric]: a }, B: { [metric]: b } } }, origin: path + ':' + number };
          }
      },
    });
    const exporter = defineExporter({
      name: 'id-list', summary: 'Ids, one per line.', output: 'a text file', options: z.object({}),
      async export({ file }, path) {
        await writeFileAtomic(path, file.dataset.ids.map((id) => id + '\\n').join(''));
        return { files: [path], items: file.dataset.size, notes: [] };
      },
    });
    export default { name: 'goldpan-formats-of-mine', loaders: [loader], exporters: [exporter] };`;
  const plugin = folder.write('formats.mjs', source('score-pairs'));
  const pairs = folder.write('pairs.txt', '1 2\n3 1\n2 5\n');
  const own = ['--plugin', plugin];
  const seen = JSON.parse((await run(['inspect', pairs, ...own, '--format', 'score-pairs', '--json'])).out);
  expect(seen.data).toMatchObject({ items: 3, systems: 2 });
  // Its options are flags like those of a built-in format.
  const flagged = ['inspect', pairs, ...own, '--format=score-pairs', '--metric', 'm', '--json'];
  expect(JSON.parse((await run(flagged)).out).metrics.map(({ name }: { name: string }) => name)).toEqual([
    'm',
  ]);
  const list = join(folder.path, 'ids.txt');
  const named = ['--from', 'score-pairs', '--from-option', 'metric=m', '--to', 'id-list', '-o', list];
  expect((await run(['convert', pairs, ...own, ...named])).out).toBe(`3 items → ${list}\n`);
  expect(readFileSync(list, 'utf8')).toBe('1\n2\n3\n');
  expect((await run(['plugins', ...own])).out).toMatch(
    /format to read score-pairs\n.*\n {6}--from-option metric=…/,
  );
  const twice = folder.write('twice.mjs', source('long-table'));
  for (const args of [['plugins'], ['inspect', pairs]])
    expect((await run([...args, '--plugin', twice])).err).toMatch(
      /"long-table" comes from both @goldpan\/formats and goldpan-formats-of-mine/,
    );
});

test.each([
  ['exports with conditions', { exports: { '.': { types: './lib/x.d.ts', default: './lib/x.js' } } }],
  ['one export', { exports: './lib/x.js' }],
  ['a main file', { main: './lib/x.js' }],
])('--plugin . is the package of the folder: %s', async (_, manifest) => {
  const own = temporaryFolder();
  try {
    own.write('package.json', JSON.stringify({ name: 'goldpan-selector-x', type: 'module', ...manifest }));
    mkdirSync(join(own.path, 'lib'));
    own.write('lib/x.js', "export default { name: 'goldpan-selector-x', version: '3.2.1' };");
    expect((await run(['plugins', '--plugin', '.'], own.path)).out).toContain('goldpan-selector-x 3.2.1');
  } finally {
    own.remove();
  }
});
