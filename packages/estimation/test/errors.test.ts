import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCatalogue } from '../src/index.js';

test('the README lists every error of the catalogue, and no other', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').split('## Errors')[1];
  const listed = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
  expect(listed.sort()).toEqual(errorCatalogue.map(({ code }) => code).sort());
});
