import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testReadme } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { errorCatalogue, selectorChecks } from '../src/index.js';
import { sound } from './selectors.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}/README.md`, 'utf8');
const rows = (heading: string) =>
  [
    ...readme
      .split(`\n## ${heading}\n`)[1]
      .split('\n## ')[0]
      .matchAll(/^\| `([^`]+)`/gm),
  ].map(([, cell]) => cell);

testReadme(root);

test('the README lists every check, and no other', () => {
  expect(rows('Checks').sort()).toEqual(
    selectorChecks({
      ...sound,
      poolScorer: () => undefined,
      traits: { ...sound.traits, extendsJudged: true, keepsBounds: true, design: true },
    })
      .map(({ name }) => name)
      .sort(),
  );
});

test('the README lists every error', () => {
  expect(rows('Errors').sort()).toEqual(errorCatalogue.map(({ code }) => code).sort());
});
