import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exportedNames } from '../src/exported-names.js';
import { publicPackages, type WorkspacePackage } from '../src/public-packages.js';

/** What every package may have of its own: its plugin, and its errors. */
const OF_EVERY_PACKAGE = ['default', 'errorCatalogue'];

test('no two packages export different things by one name; a question as a function may be named as the thing it asks for', () => {
  const owners = new Map<string, string[]>();
  for (const one of publicPackages())
    for (const { name, file, isType } of exportedNames(one)) {
      const isQuestion = one.name === '@goldpan/workflows' && !isType;
      if (isQuestion || OF_EVERY_PACKAGE.includes(name)) continue;
      owners.set(name, [...(owners.get(name) ?? []), `${one.name} ${file}`]);
    }
  expect(owners.size).toBeGreaterThan(500);
  expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
});

test('exported names are found through re-exports, under the name they go by, and those of other packages left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'src'));
  const write = (name: string, text: string) => writeFileSync(join(folder, 'src', name), text);
  write(
    'index.ts',
    `export { a as b, type T } from './a.js'; export * from './c.js'; export { z } from 'zod';`,
  );
  write('a.ts', `export function a() {} export interface T { x: 1 } export const hidden = 1;`);
  write('c.ts', `export const c = 1, d = 2; export type { T } from './a.js';`);
  const manifest = {
    exports: { '.': { '@goldpan/source': './src/index.ts' }, './package.json': './package.json' },
  };
  const one = { name: 'one', folder, manifest: manifest as unknown as WorkspacePackage['manifest'] };
  expect(exportedNames(one)).toEqual([
    { name: 'b', file: 'src/a.ts', isType: false },
    { name: 'T', file: 'src/a.ts', isType: true },
    { name: 'c', file: 'src/c.ts', isType: false },
    { name: 'd', file: 'src/c.ts', isType: false },
  ]);
});
