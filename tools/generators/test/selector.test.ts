import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tree } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';
import { expect, onTestFinished, test } from 'vitest';
import selector from '../src/selector.js';

const workspace = fileURLToPath(new URL('../../../', import.meta.url));
const FROM_HERE = ['LICENSE', 'tsconfig.json', 'packages/core/package.json'];

function newTree(): Tree {
  const tree = createTree();
  for (const file of FROM_HERE) tree.write(file, readFileSync(join(workspace, file)));
  return tree;
}

const made = (tree: Tree) =>
  tree
    .listChanges()
    .filter(({ path }) => path.startsWith('packages/selector-'))
    .map(({ path, content }) => [path.split('/').slice(2).join('/'), content!.toString()] as const);

test('makes a package like the others', async () => {
  const tree = newTree();
  await selector(tree, { name: 'score-range' });
  const files = new Map(made(tree));
  expect([...files.keys()].sort()).toEqual([
    'LICENSE',
    'README.md',
    'package.json',
    'src/index.ts',
    'src/score-range.ts',
    'test/conformance.test.ts',
    'test/score-range.test.ts',
    'tsconfig.json',
    'tsconfig.lib.json',
    'tsconfig.spec.json',
    'vitest.config.ts',
  ]);
  for (const text of files.values()) expect(text).not.toContain('<%');
  const like = (file: string) =>
    JSON.parse(readFileSync(join(workspace, 'packages/selector-variance', file), 'utf8'));
  const manifest = JSON.parse(files.get('package.json')!);
  const { keywords, exports, engines, peerDependencies, nx, version, files: packed } = like('package.json');
  expect(manifest).toMatchObject({
    keywords,
    exports,
    engines,
    peerDependencies,
    nx,
    version,
    files: packed,
  });
  expect(manifest.name).toBe('@goldpan/selector-score-range');
  expect(JSON.parse(files.get('tsconfig.json')!)).toEqual(like('tsconfig.json'));
  expect(JSON.parse(tree.read('tsconfig.json', 'utf8')!).references).toContainEqual({
    path: './packages/selector-score-range',
  });
});

test('what it makes passes its own tests and the type check', async () => {
  const tree = newTree();
  await selector(tree, { name: 'score-range' });
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-generated-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of made(tree)) {
    const file = join(folder, 'packages/selector-score-range', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  symlinkSync(join(workspace, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const file of ['tsconfig.base.json', 'vitest.shared.ts', 'tools/testing/src/property-seed.ts'])
    cpSync(join(workspace, file), join(folder, file));
  const run = (program: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(workspace, 'node_modules', program), ...args], {
      cwd: join(folder, 'packages/selector-score-range'),
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', VITEST: '' },
    });
  expect(run('vitest/vitest.mjs', 'run')).toMatch(/Test Files +2 passed/);
  const flags = ['--noEmit', '--strict', '--target', 'ES2023', '--module', 'nodenext', '--skipLibCheck'];
  const conditions = ['--customConditions', '@goldpan/source', '--types', 'node'];
  run(
    'typescript/bin/tsc',
    ...flags,
    ...conditions,
    '--ignoreConfig',
    'src/index.ts',
    'test/conformance.test.ts',
  );
});

test.each(['', 'Score', 'a_b', '../x', '2x', 'a--b'])('refuses the name %j', async (name) => {
  await expect(selector(newTree(), { name })).rejects.toThrow(/must be in kebab-case.*got/);
});

test('never writes over a package', async () => {
  const tree = newTree();
  tree.write('packages/selector-x/keep.txt', 'mine');
  await expect(selector(tree, { name: 'x' })).rejects.toThrow('packages/selector-x must be new');
  expect(made(tree)).toEqual([['keep.txt', 'mine']]);
});
