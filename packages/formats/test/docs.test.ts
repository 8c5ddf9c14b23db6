import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { optionsFromText } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { builtInExporters, builtInLoaders, exportItems, loaderNamed, loadItems } from '../src/index.js';
import { platforms } from '../src/annotation/platforms/platforms.js';
import { temporaryFolder } from './temporary-folder.js';

const { folder } = temporaryFolder();
const docs = new URL('../docs/', import.meta.url);
const pages = readdirSync(docs).map((name) => ({ name, text: readFileSync(new URL(name, docs), 'utf8') }));

/** Blocks of a page: files by their name, and commands. A file after the command that writes it is what it must write. */
function blocksOf(page: string) {
  return [...page.matchAll(/^```(text|sh) ?(\S*)\n([\s\S]*?)^```$/gm)].map(([, kind, name, content]) => ({
    kind,
    name,
    content,
  }));
}

/** Runs `goldpan convert …` as the command line does. */
async function convert(command: string, root: string): Promise<string> {
  const words = command.trim().split(/\s+/).slice(2);
  const inputs: string[] = [];
  const flags: Record<string, string[]> = {};
  while (words.length > 0) {
    const word = words.shift()!;
    if (word.startsWith('-')) (flags[word] ??= []).push(words.shift()!);
    else inputs.push(join(root, word));
  }
  const pairs = (flags['--from-option'] ?? []).map((pair): [string, string] => {
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    return [name, name === 'key' || name === 'items' ? join(root, value) : value];
  });
  const format = flags['--from']?.[0];
  const options = format && optionsFromText(loaderNamed(format, builtInLoaders).options, pairs);
  const file = await loadItems(inputs, { format, options });
  await exportItems({ file }, join(root, flags['-o'][0]), { format: flags['--to'][0] });
  return flags['-o'][0];
}

describe.each(pages)('docs/$name', ({ name, text }) => {
  test('its examples give what it says', async () => {
    const root = join(folder, name);
    const written = new Set<string>();
    const seen = new Set<string>();
    for (const { kind, name: fileName, content } of blocksOf(text)) {
      const path = join(root, fileName);
      mkdirSync(dirname(path), { recursive: true });
      if (kind === 'sh') {
        const output = await convert(content, root);
        written.add(output).add(`${output}.key.json`);
      } else if (written.delete(fileName)) {
        expect(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), fileName).toBe(content);
        seen.add(fileName);
      } else {
        writeFileSync(path, content);
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  });
});

test('every loader and exporter has its place in the documentation', () => {
  const all = pages.map(({ text }) => text).join('\n');
  for (const { name } of [...builtInLoaders, ...builtInExporters]) {
    if (name !== 'items') expect(all, name).toContain(name);
  }
  const judged = new Set(platforms.map(({ name }) => name));
  for (const { name } of builtInLoaders) {
    if (name !== 'items' && !judged.has(name))
      expect(all, `a worked example of ${name}`).toContain(`--from ${name} `);
  }
});
