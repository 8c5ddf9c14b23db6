import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { itemLines, run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const output = join(folder.path, 'never.jsonl');
const lines = itemLines();
const replaced = (line: number, text: string) => lines.map((old, i) => (i === line ? text : old)).join('\n');

/** Selects from a file of the given content; it must fail as wrong input and write nothing. */
async function refused(content: string | Uint8Array, args: readonly string[] = []): Promise<string> {
  const path = folder.write('bad.jsonl', content);
  const base = ['select', path, '--selector', 'metric-variance', '-o', output];
  const metric = args.includes('--metric') ? [] : ['--metric', 'm'];
  const { code, err, out } = await run([...base, ...metric, ...args], folder.path);
  expect([code, out, existsSync(output)], err).toEqual([2, '', false]);
  return err;
}

describe('a bad file is refused with line, item and system, and nothing is written', () => {
  test('not JSON', async () =>
    expect(await refused(replaced(2, '{"id": "x", oops}'))).toMatch(/bad\.jsonl:3/));
  test('bare NaN, as Python writes it', async () => {
    const err = await refused(replaced(4, '{"id": "x", "scores": {"A": {"m": NaN}}}'));
    expect(err).toMatch(/bad\.jsonl:5.*NaN/s);
  });
  test('not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${lines[0]}\n{"id": "`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n'),
    ]);
    expect(await refused(bytes)).toMatch(/bad\.jsonl:2.*UTF-8/s);
  });
  test('empty', async () => expect(await refused('')).toMatch(/bad\.jsonl/));
  test('an item without scores', async () => {
    const err = await refused(replaced(3, '{"id": "bare"}'));
    expect(err).toMatch(
      /3 of 21 cells are missing in 1 item, first in item "bare" \(.*bad\.jsonl:4\), system "A"/,
    );
  });
  test.each([
    ['text', '"0.5"'],
    ['1e999', '1e999'],
  ])('a score that is %s', async (_title, score) => {
    const err = await refused(replaced(1, `{"id": "x", "scores": {"A": {"m": 1}, "C": {"m": ${score}}}}`));
    expect(err).toMatch(/bad\.jsonl:2.*system "C".*metric "m"/s);
  });
  test('a system missing in some items', async () => {
    const err = await refused(replaced(5, '{"id": "x", "scores": {"A": {"m": 1}, "C": {"m": 2}}}'));
    expect(err).toMatch(/first in item "x" \(.*bad\.jsonl:6\), system "__proto__"/);
  });
  test('duplicate ids', async () =>
    expect(await refused(replaced(6, lines[1]))).toMatch(/bad\.jsonl:7.*"item-1".*bad\.jsonl:2/s));
  test('a constant metric', async () => {
    const constant = lines.map((line) => line.replaceAll(/"m": [\d.]+/g, '"m": 2')).join('\n');
    expect(await refused(constant)).toContain('metric "m" must vary to tell items apart; every score is 2');
  });
  test('fewer than two systems', async () => {
    expect(await refused('{"scores": {"A": {"m": 1}}}\n{"scores": {"A": {"m": 2}}}\n')).toContain(
      'needs at least 2 systems; the data has 1',
    );
  });
});

describe('a bad call is refused', () => {
  const good = lines.join('\n');
  test('a metric that does not exist', async () => {
    expect(await refused(good, ['--metric', 'humann'])).toContain(
      'the data has no metric "humann" (did you mean "human"?)',
    );
  });
  test.each([
    ['0', 'must be above 0'],
    ['-1', 'must be a positive number or a share'],
    ['101%', 'must be at most 100%'],
    ['abc', 'must be a positive number or a share'],
    ['8', 'must be at most the 7 items of the data'],
    ['2.5', 'must be a whole number of items'],
  ])('budget %s', async (budget, words) => {
    expect(await refused(good, [`--budget=${budget}`])).toContain(words);
  });
  test('an output path in a folder that does not exist', async () => {
    const path = folder.write('good.jsonl', good);
    const { code, err } = await run([
      'select',
      path,
      '--selector',
      'random',
      '-o',
      join(folder.path, 'no', 'out.jsonl'),
    ]);
    expect(code).toBe(2);
    expect(err).toContain(join(folder.path, 'no'));
  });
  test('a file that is not there', async () => {
    const { code, err } = await run(['inspect', join(folder.path, 'goood.jsonl')]);
    expect([code, err.includes('goood.jsonl')]).toEqual([2, true]);
  });
  test('an option, a selector, a command and a flag that do not exist', async () => {
    expect(await refused(good, ['--option', 'metrik=m'])).toContain(
      'there is no option "metrik" (did you mean "metric"?)',
    );
    const path = folder.write('good.jsonl', good);
    expect((await run(['select', path, '--selector', 'metric-varience'])).err).toContain(
      'did you mean "metric-variance"?',
    );
    expect(await run(['selekt', path])).toMatchObject({ code: 2, err: expect.stringContaining('select') });
    expect(await run(['select', path, '--selector', 'random', '--budgit', '3'])).toMatchObject({ code: 2 });
    expect(await run(['plan', path, '--replicates', '0'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--replicates'),
    });
    expect(await run(['select', path, '--selector', 'random', '--seed', '1.5'])).toMatchObject({ code: 2 });
  });
  test('a plugin that is not there, throws, or is for another version', async () => {
    const path = folder.write('good.jsonl', good);
    const withPlugin = (plugin: string) =>
      run(['select', path, '--selector', 'random', '--plugin', plugin], folder.path);
    expect((await withPlugin('nowhere')).err).toContain('looked for "goldpan-selector-nowhere", "nowhere"');
    folder.write('throws.mjs', 'throw new Error("out of order")');
    expect((await withPlugin('./throws.mjs')).err).toContain('out of order');
    const plugin = (version: number) =>
      `export default { name: 'p', selectors: [{ name: 'x', apiVersion: ${version}, summary: 's', needs: [], traits: {}, options: { safeParse() {} }, select() {} }] }`;
    folder.write('other.mjs', plugin(99));
    expect((await withPlugin('./other.mjs')).err).toContain('must have apiVersion 1; it has 99');
  });
  test('one item is too few to plan or compare with', async () => {
    const path = folder.write('one.jsonl', lines[0]);
    for (const args of [
      ['plan', path, '--selector', 'random', '--workers', '0'],
      ['compare', path],
    ]) {
      expect(await run(args)).toMatchObject({ code: 2, err: expect.stringContaining('at least 2 items') });
    }
    expect((await run(['select', path, '--selector', 'metric-variance', '--metric', 'm'])).code).toBe(0);
  });
});
