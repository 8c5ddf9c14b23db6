import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileAtomic } from '../../src/index.js';
import { temporaryName } from '../../src/io/temporary-name.js';
import { errorOf, temporaryFolder } from '../temporary-folder.js';

const { folder, path, file } = temporaryFolder();
const leftovers = () => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

test('a text, bytes and pieces are written as they are', async () => {
  for (const content of ['aü', Buffer.from('aü'), ['a', Buffer.from('ü')]]) {
    await writeFileAtomic(path('out'), content);
    expect(readFileSync(path('out'), 'utf8')).toBe('aü');
  }
});

test('a file that is replaced keeps its permissions', async () => {
  const name = file('old', 'mode');
  chmodSync(name, 0o640);
  await writeFileAtomic(name, 'new');
  expect(statSync(name).mode & 0o777).toBe(0o640);
});

test('a symbolic link stays one, and its target is replaced', async () => {
  const target = file('old', 'target');
  symlinkSync(target, path('link'));
  await writeFileAtomic(path('link'), 'new');
  expect(lstatSync(path('link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(target, 'utf8')).toBe('new');
});

test('an absent folder and a folder are refused by name', async () => {
  const error = await errorOf(writeFileAtomic(path('absent/out'), ''));
  expect(error.code).toBe('WRITE_FAILED');
  expect(error.message).toContain(
    `${path('absent/out')} cannot be written: its folder is not there; make the folder first`,
  );
  mkdirSync(path('dir'), { recursive: true });
  expect((await errorOf(writeFileAtomic(path('dir'), ''))).code).toBe('NOT_A_FILE');
});

test('an abort leaves the old file as it was and nothing else', async () => {
  const name = file('old', 'aborted');
  const controller = new AbortController();
  const content = async function* () {
    yield 'x'.repeat(1e6);
    controller.abort();
    yield 'y'.repeat(1e6);
  };
  expect((await errorOf(writeFileAtomic(name, content(), controller))).name).toBe('AbortError');
  expect(readFileSync(name, 'utf8')).toBe('old');
  expect(leftovers()).toEqual([]);
});

test.runIf(existsSync('/dev/full'))('a full disk is said in words', async () => {
  const error = await errorOf(writeFileAtomic('/dev/full', 'x'.repeat(1e6)));
  expect(error).toMatchObject({ code: 'WRITE_FAILED', fields: { reason: 'no space is left on the disk' } });
});

test('what a killed program left under a temporary name is cleared by the next, and nothing else', async () => {
  const mine = basename(temporaryName(path('result')));
  // No process has a number that large.
  const dead = mine.replace(`-${process.pid}-`, '-4194305-');
  const others = [
    mine,
    dead.replace('.result.', '.other.'),
    '.result.note.tmp',
    dead.replace(/\w{8}-4194305/, '00000000-4194305'),
  ];
  for (const name of [dead, ...others]) file('half', name);
  await writeFileAtomic(path('result'), 'whole');
  expect(existsSync(path(dead))).toBe(false);
  for (const name of others) {
    expect(readFileSync(path(name), 'utf8'), name).toBe('half');
    unlinkSync(path(name));
  }
});
