import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importCycles } from '../src/import-cycles.js';
import { publicPackages } from '../src/public-packages.js';

test.each(publicPackages())(
  'no files of $name need each other in a circle, to run or to be compiled',
  (one) => {
    expect(importCycles(join(one.folder, 'src'), { types: true })).toEqual([]);
  },
);

test('a circle is found, however long, and told as a path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-cycles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('a.ts', `import { b } from './b.js';\nimport './d.js';`);
  write('b.ts', `export { c } from './c.js';`);
  write('c.ts', `import { type A } from './a.js';`);
  write('d.ts', `import { b } from './b.js';\nimport type { A } from './a.js';\nconst a = import('./a.js');`);
  expect(importCycles(folder)).toEqual([['a.ts', 'b.ts', 'c.ts', 'a.ts']]);
  expect(importCycles(folder, { types: true })).toContainEqual(['a.ts', 'd.ts', 'a.ts']);
});
