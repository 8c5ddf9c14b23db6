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

test('a file that an option names is an input too', async () => {
  folder.write('model.json', '{}');
  const line = 'select items.jsonl --budget 3 --selector random --cost model:model.json -o model.json';
  expect(await run(line.split(' '), folder.path)).toMatchObject({ code: 2 });
  expect(readFileSync(join(folder.path, 'model.json'), 'utf8')).toBe('{}');
});
