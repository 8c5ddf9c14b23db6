import { linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemLines, run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const text = `${itemLines().join('\n')}\n`.replaceAll('"extra"', '"tgt": {"A": "a", "C": "c"}, "extra"');
beforeAll(() => {
  folder.write('items.jsonl', text);
  symlinkSync(join(folder.path, 'items.jsonl'), join(folder.path, 'symbolic'));
  linkSync(join(folder.path, 'items.jsonl'), join(folder.path, 'hard'));
});

/** Every flag of every command that writes a file. */
const commands: [string, string[]][] = [
  ['select items.jsonl --budget 3', ['-o', '--html', '--skip-invalid']],
  ['inspect items.jsonl', ['--html', '--skip-invalid']],
  ['plan items.jsonl --selector random --replicates 4 --workers 0', ['--html', '--checkpoint']],
  ['compare items.jsonl --replicates 4 --workers 0', ['--html']],
  ['evaluate items.jsonl items.jsonl', ['--html', '--csv']],
  ['rank items.jsonl', ['--html', '--markdown', '--latex']],
  ['irt items.jsonl --metric m', ['--html', '--save-model', '--item-parameters', '--py-irt']],
  ['fit-cost items.jsonl --out cost.json', ['--html']],
  ['fit-cost items.jsonl', ['--out']],
  ['train-source items.jsonl --utility metric-variance --metric m', ['--out']],
  ['convert items.jsonl --to long-csv', ['-o']],
  ['convert items.jsonl --to label-studio -o tasks.json', ['--to-option key=']],
];
const cases = commands.flatMap(([line, flags]) => flags.map((flag) => [line, flag] as const));

describe('no output is written over the input', () => {
  test.each(cases)('%s %s', async (line, flag) => {
    for (const name of ['items.jsonl', 'symbolic', 'hard']) {
      const output = flag.endsWith('=') ? `${flag}${join(folder.path, name)}`.split(' ') : [flag, name];
      const { code, err } = await run([...line.split(' '), ...output], folder.path);
      expect([code, err]).toEqual([2, expect.stringContaining('WRITE_FAILED')]);
      expect(readFileSync(join(folder.path, 'items.jsonl'), 'utf8')).toBe(text);
    }
  });

  test('report', async () => {
    const result = JSON.stringify({ goldpan: '0', command: 'inspect' });
    folder.write('result.html', result);
    const { code } = await run(['report', 'result.html', '-o', 'result.html'], folder.path);
    expect(code).toBe(2);
    expect(readFileSync(join(folder.path, 'result.html'), 'utf8')).toBe(result);
  });
});

test('two outputs that are one file are refused before anything is written', async () => {
  const before = readdirSync(folder.path);
  for (const line of [
    'select items.jsonl --budget 3 -o both --html both',
    'irt items.jsonl --metric m --save-model both --py-irt ./both',
    'rank items.jsonl --markdown both --latex both',
    'plan items.jsonl --selector random --checkpoint both --html both',
    'select items.jsonl --budget 3 -o both --skip-invalid both',
  ]) {
    const { code, err } = await run(line.split(' '), folder.path);
    expect([code, err]).toEqual([2, expect.stringContaining('is another output and the same file')]);
  }
  expect(readdirSync(folder.path)).toEqual(before);
});

test('a report that cannot be written takes no answer with it', async () => {
  const { code, out, err } = await run('rank items.jsonl --html none/page.html'.split(' '), folder.path);
  expect([code, out, err]).toEqual([
    2,
    expect.stringContaining('Who is best?'),
    expect.stringContaining('WRITE_FAILED'),
  ]);
});

test('a file that an option names is an input too', async () => {
  folder.write('model.json', '{}');
  const line = 'select items.jsonl --budget 3 --selector random --cost model:model.json -o model.json';
  expect(await run(line.split(' '), folder.path)).toMatchObject({ code: 2 });
  expect(readFileSync(join(folder.path, 'model.json'), 'utf8')).toBe('{}');
});

test.each([
  'select items.jsonl --budget 3 --include ids.txt -o ids.txt',
  'select items.jsonl --budget 3 --exclude ids.txt --html ids.txt',
  'select items.jsonl --budget 3 --pilot ids.txt -o ids.txt',
  'compare items.jsonl --replicates 4 --workers 0 --html ids.txt --also',
])('nor over a file that %s reads', async (line) => {
  folder.write('ids.txt', 'item-1\n');
  const args = [...line.split(' '), ...(line.endsWith('--also') ? ['source model=ids.txt'] : [])];
  const { code, err } = await run(args, folder.path);
  expect([code, err]).toEqual([2, expect.stringContaining('it is the input')]);
  expect(readFileSync(join(folder.path, 'ids.txt'), 'utf8')).toBe('item-1\n');
});

describe('with a configuration and charts', () => {
  const other = temporaryFolder();
  afterAll(() => other.remove());
  const config = '{"defaults": {"inspect": {"quiet": true}}}';
  beforeAll(async () => {
    other.write('goldpan.config.json', config);
    other.write('items.jsonl', text);
    const { out } = await run('rank items.jsonl --json'.split(' '), other.path);
    other.write('result.json', out);
  });

  test.each([
    'inspect items.jsonl --html goldpan.config.json',
    'rank items.jsonl --markdown goldpan.config.json',
    'convert items.jsonl --to long-csv -o goldpan.config.json',
  ])('the configuration stays: %s', async (line) => {
    const { code, err } = await run(line.split(' '), other.path);
    expect([code, err]).toEqual([2, expect.stringContaining('it is the input')]);
    expect(readFileSync(join(other.path, 'goldpan.config.json'), 'utf8')).toBe(config);
  });

  test('a chart is not written over a result', async () => {
    await run('report result.json -o page.html --charts charts'.split(' '), other.path);
    const [chart] = readdirSync(join(other.path, 'charts'));
    other.write(chart, readFileSync(join(other.path, 'result.json')));
    const before = readdirSync(other.path);
    const { code, err } = await run(`report ${chart} -o page2.html --charts .`.split(' '), other.path);
    expect([code, err]).toEqual([2, expect.stringContaining('it is the input')]);
    expect(readdirSync(other.path)).toEqual(before);
  });
});
