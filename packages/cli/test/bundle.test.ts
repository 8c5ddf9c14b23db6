import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './run.js';

const folder = new URL('../bundle/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

/** The files that a file of the bundle loads before it does anything, itself included. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, next] of textOf(file).matchAll(/^(?:import|export)\b[^'"\n]*["']\.\/([^"'\n]+)["'];?$/gm))
    loadedBy(next, found);
  return found;
}

test('the version is told by at most two files, a few lines', () => {
  const files = [...loadedBy('bin.js')];
  expect(files.length).toBeLessThanOrEqual(2);
  expect(files.reduce((sum, file) => sum + textOf(file).length, 0)).toBeLessThan(2000);
});

test('the overview needs no schemas, formats or selectors', () => {
  const texts = [...loadedBy('command-worker.js')].map(textOf).join('\n');
  expect(texts.length).toBeLessThan(300_000);
  expect(texts).toContain('showSuggestionAfterError');
  for (const part of ['class ZodType', 'metric-variance', 'hyparquet']) expect(texts).not.toContain(part);
});

test('each built-in plugin is bundled under its own name', async () => {
  const { plugins } = JSON.parse((await run(['plugins', '--json'])).out) as { plugins: { name: string }[] };
  const files = plugins.map(({ name }) => fileURLToPath(new URL(`plugin-${name.split('/')[1]}.js`, folder)));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(files.length).toBeGreaterThan(6);
});

test('licences of bundled packages are kept, and none of the packages of Goldpan itself is left outside', () => {
  const licences = textOf('LICENSES.txt');
  for (const name of ['commander', 'zod', 'csv-parse', 'simple-statistics'])
    expect(licences).toMatch(new RegExp(`^${name} [0-9.]+ \\([A-Z]`, 'm'));
  const outside = [...loadedBy('index.js')].flatMap((file) => [
    ...textOf(file).matchAll(/^(?:import|export)\b.*["'](@goldpan\/[^"']+)["'];?$/gm),
  ]);
  expect(outside).toEqual([]);
});
