import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as html from '../src/html.js';
import * as main from '../src/index.js';
import * as png from '../src/png.js';
import * as svg from '../src/svg.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const modules: Record<string, object> = {
  '@goldpan/report': main,
  '@goldpan/report/html': html,
  '@goldpan/report/svg': svg,
  '@goldpan/report/png': png,
};

test('the README imports what there is', () => {
  const imports = [...readme.matchAll(/^import \{ (.*) \} from '(.*)';$/gm)];
  expect(imports.length).toBeGreaterThan(4);
  for (const [, names, specifier] of imports) {
    const values = names.split(', ').filter((name) => !name.startsWith('type '));
    expect(Object.keys(modules[specifier])).toEqual(expect.arrayContaining(values));
  }
});

test('the README names every entry point and every error', () => {
  const entries = Object.keys(manifest.exports).filter((entry) => entry !== './package.json');
  for (const entry of entries) expect(readme).toContain(`| \`${entry.replace('.', '@goldpan/report')}\` `);
  for (const { code } of main.errorCatalogue) expect(readme).toContain(`\`${code}\``);
});
