import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { createSelector } from '../src/index.js';
import { run } from '../src/run.js';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const made: string[] = [];

function newFolder(parent = tmpdir()): string {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'create-selector-'));
  made.push(folder);
  return folder;
}

afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

describe('a new package', () => {
  const parent = newFolder();
  const created = createSelector('word-count', parent);
  const read = (file: string) => readFileSync(join(created.path, file), 'utf8');

  test('has everything it needs, under its own name', () => {
    expect(created).toEqual({
      selector: 'word-count',
      package: 'goldpan-selector-word-count',
      folder: 'word-count',
      path: join(parent, 'word-count'),
      files: [
        '.gitignore',
        'README.md',
        'package.json',
        'src/index.ts',
        'src/word-count.ts',
        'test/word-count.test.ts',
        'tsconfig.json',
      ],
    });
    for (const file of created.files) expect(read(file)).not.toMatch(/my-selector|0\.0\.0/);
    expect(read('src/word-count.ts')).toContain("name: 'word-count'");
    expect(read('src/index.ts')).toContain("name: 'goldpan-selector-word-count'");
  });

  test('is found as a plugin and depends on this version of Goldpan and on the tools this one is made with', () => {
    const description = json(join(created.path, 'package.json'));
    const { version } = json(join(root, 'packages/core/package.json'));
    const tools = json(join(root, 'package.json')).devDependencies;
    expect(description).toMatchObject({
      name: 'goldpan-selector-word-count',
      keywords: ['goldpan-plugin'],
      peerDependencies: { '@goldpan/core': `^${version}` },
    });
    expect(description.devDependencies).toEqual({
      '@goldpan/core': `^${version}`,
      '@goldpan/selector-testkit': `^${version}`,
      '@types/node': tools['@types/node'],
      typescript: tools.typescript,
    });
    expect(description.dependencies).toBeUndefined();
  });
});

test.each([
  ['my-selector', 'my-selector', 'goldpan-selector-my-selector', 'my-selector'],
  ['goldpan-selector-x', 'x', 'goldpan-selector-x', 'goldpan-selector-x'],
  ['@me/x-2', 'x-2', '@me/x-2', 'x-2'],
  ['@me/goldpan-selector-x', 'x', '@me/goldpan-selector-x', 'goldpan-selector-x'],
])('%s gives its names', (argument, selector, name, folder) => {
  expect(createSelector(argument, newFolder())).toMatchObject({ selector, package: name, folder });
});

describe('nothing is written', () => {
  test.each([
    '',
    'My-Selector',
    '../x',
    'a/b',
    '2x',
    'x_y',
    '-x',
    'goldpan-selector-',
    'goldpan-selector-2',
    '@me/',
  ])('for the name %j', (name) => {
    const parent = newFolder();
    expect(() => createSelector(name, parent)).toThrow(
      expect.objectContaining({
        code: 'CRE_INVALID_NAME',
        message: expect.stringContaining(JSON.stringify(name)),
      }),
    );
    expect(existsSync(join(parent, 'src'))).toBe(false);
  });

  test('into a folder that has something, or over a file', () => {
    const parent = newFolder();
    mkdirSync(join(parent, 'full'));
    writeFileSync(join(parent, 'full', 'keep.txt'), 'mine');
    writeFileSync(join(parent, 'file'), 'mine');
    for (const name of ['full', 'file'])
      expect(() => createSelector(name, parent)).toThrow(
        expect.objectContaining({ code: 'CRE_FOLDER_EXISTS' }),
      );
    expect(existsSync(join(parent, 'full', 'package.json'))).toBe(false);
  });

  test('but an empty folder will do', () => {
    const parent = newFolder();
    mkdirSync(join(parent, 'empty'));
    expect(createSelector('empty', parent).files).toHaveLength(7);
  });
});

describe('the program', () => {
  const program = (...args: string[]) => {
    const written = { out: '', error: '' };
    const code = run(args, newFolder(), {
      out: (text) => (written.out += text),
      error: (text) => (written.error += text),
    });
    return { code, ...written };
  };

  test('says what it made and what comes next', () => {
    const { code, out, error } = program('my-selector');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/Made goldpan-selector-my-selector in .*my-selector:\n {2}\.gitignore\n/);
    expect(out).toContain('  cd my-selector\n  npm install\n  npm test');
  });

  test('explains itself', () => {
    expect(program('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage: npm create') });
    expect(program()).toMatchObject({
      code: 2,
      error: expect.stringContaining('one name must be given; got 0'),
    });
    expect(program('a', 'b')).toMatchObject({ code: 2, error: expect.stringContaining('got 2') });
    expect(program('--force')).toMatchObject({ code: 2, error: expect.stringContaining('--force') });
    expect(program('A')).toMatchObject({
      code: 2,
      error: expect.stringContaining('got "A"'),
    });
  });
});

describe('the new package, with the sources of this workspace in the place of what it would install', () => {
  // Inside of the workspace, so that its modules are found; the folder is not under version control.
  const { path } = createSelector('word-count', newFolder(join(root, 'tmp')));

  test('compiles', async () => {
    const args = ['--noEmit', '--customConditions', '@goldpan/source', '--rootDir', root];
    const { stdout } = await execute(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      path,
      ...args,
    ]);
    expect(stdout).toBe('');
  });

  test('passes its tests', async () => {
    const args = ['--conditions=@goldpan/source', '--import', 'tsx', '--test', '--test-reporter=tap'];
    const { stdout } = await execute(process.execPath, [...args, 'test/word-count.test.ts'], { cwd: path });
    expect(stdout).toMatch(/^# pass 3[01]$/m);
    expect(stdout).toMatch(/^# fail 0$/m);
  });
});
