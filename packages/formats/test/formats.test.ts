import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeOptions } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import {
  builtInExporters,
  builtInLoaders,
  defineExporter,
  defineLoader,
  detectLoader,
  errorCatalogue,
} from '../src/index.js';
import { z } from '@goldpan/core';
import { errorOf, temporaryFolder } from './temporary-folder.js';

const { folder, path, file } = temporaryFolder();
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

describe('the error catalogue', () => {
  const codes = errorCatalogue.map(({ code }) => code);

  test('has stable codes, each once, and one sentence for each', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, summary } of errorCatalogue) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(summary).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('has every error that the package defines, and is the table of the README', () => {
    const defined = [...read('../src/errors.ts').matchAll(/= defineError\(\s*'([^']+)'/g)].map(
      ([, code]) => code,
    );
    expect(defined.sort()).toEqual([...codes].sort());
    const rows = [...read('../README.md').matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|$/gm)];
    expect(rows.map(([, code, summary]) => [code, summary])).toEqual(
      errorCatalogue.map(({ code, summary }) => [code, summary]).sort(),
    );
  });

  test('has no error that nothing throws', () => {
    const root = fileURLToPath(new URL('../src', import.meta.url));
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && name !== 'errors.ts',
    );
    const all = sources.map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
    for (const [, name] of read('../src/errors.ts').matchAll(/export const (\w+) = defineError/g))
      expect(all, name).toContain(`${name}(`);
  });
});

describe('loaders and exporters', () => {
  test('have names of their own, a summary, and options with descriptions', () => {
    for (const list of [builtInLoaders, builtInExporters]) {
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
      for (const { name, summary, options } of list) {
        expect(summary, name).toMatch(/^[A-Z].*\.$/);
        for (const option of describeOptions(options)) {
          expect(option.name, name).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
          expect(option.summary, `${name} ${option.name}`).not.toBe('');
        }
      }
    }
  });

  test.each([
    [{ name: 'Bad Name' }, 'must have a kebab-case name'],
    [{ summary: undefined }, 'must have a summary'],
    [{ options: {} }, 'must have a schema as options'],
    [{ load: undefined, export: undefined }, 'must have a function'],
  ])('are refused when their shape is wrong: %j', (wrong, part) => {
    const right = {
      name: 'right',
      summary: 'Right.',
      input: 'a file',
      output: 'a file',
      options: z.object({}),
      load: async function* () {},
      export: async () => ({ files: [], items: 0, notes: [] }),
    };
    expect(() => defineLoader({ ...right, ...wrong } as any)).toThrow(part);
    expect(() => defineExporter({ ...right, ...wrong } as any)).toThrow(part);
    expect(defineLoader(right as any).name).toBe('right');
  });
});

describe('detection', () => {
  test('takes a file that shows no format for item JSON lines, so that its lines are complained about', async () => {
    for (const content of ['', 'hello', '{"a":1}', '\u0000']) {
      expect((await detectLoader(file(content), builtInLoaders)).name).toBe('items');
    }
  });

  test('asks for the format of a folder that shows none, and where several fit', async () => {
    expect((await errorOf(detectLoader(folder, builtInLoaders))).code).toBe('FORMAT_NOT_CHOSEN');
    const same = { ...builtInLoaders[0], name: 'other' };
    const error = await errorOf(detectLoader(file('{"id":1,"scores":{}}'), [builtInLoaders[0], same]));
    expect([error.code, error.message]).toEqual([
      'FORMAT_NOT_CHOSEN',
      expect.stringContaining('"items", "other"'),
    ]);
    expect((await errorOf(detectLoader(path('absent'), builtInLoaders))).code).toBe('FILE_NOT_FOUND');
  });
});
