import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const script = (shell: string) => join(folder.path, `goldpan.${shell}`);
beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    folder.write(`goldpan.${shell}`, (await run(['completion', shell], folder.path)).out);
});
afterAll(() => folder.remove());

const isHere = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

/** A test in a real shell, where there is one. */
function testIn(shell: string, title: string, check: () => void): void {
  const here = isHere(shell);
  test.skipIf(!here)(`${title}${here ? '' : ` (needs ${shell})`}`, check);
}

/** What a program prints to standard output; it must succeed and complain of nothing. */
function printed(program: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: folder.path });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

const line = ['goldpan', 'select', 'items.jsonl'];
const examples: [title: string, words: string[], least: string[]][] = [
  ['commands', ['goldpan', ''], ['select', 'plan', 'completion']],
  ['commands by how they begin', ['goldpan', 'insp'], ['inspect']],
  ['flags of the command', [...line, '--missi'], ['--missing']],
  ['values that a flag lists', [...line, '--missing', ''], ['error', 'drop-items']],
  ['names of selectors', [...line, '--selector', 'metric-'], ['metric-variance']],
  ['names of cost models', [...line, '--cost', 'un'], ['uniform']],
  ['nothing for free values', [...line, '--seed', '--'], []],
];

describe('bash completes', () => {
  const complete = (words: readonly string[]) =>
    printed(
      'bash',
      '-c',
      'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _goldpan; printf "%s\\n" "${COMPREPLY[@]}"',
      'bash',
      script('bash'),
      ...words,
    );
  for (const [title, words, least] of examples)
    testIn('bash', title, () => {
      const completed = complete(words);
      expect(completed).toEqual(expect.arrayContaining(least));
      expect(completed.filter((word) => !word.startsWith(words.at(-1)!))).toEqual([]);
      if (least.length === 0) expect(completed).toEqual([]);
    });
});

describe('fish completes', () => {
  for (const [title, words, least] of examples.slice(0, -1))
    testIn('fish', title, () => {
      const completed = printed(
        'fish',
        '-N',
        '-c',
        `source ${script('fish')}; complete -C '${words.join(' ')}'`,
      );
      expect(completed.map((word) => word.split('\t')[0])).toEqual(expect.arrayContaining(least));
    });
});

testIn('zsh', 'zsh takes the script and completes goldpan with it', () => {
  const code = `autoload -U compinit; compinit -D -u; source ${script('zsh')}; print $_comps[goldpan]`;
  expect(printed('zsh', '-f', '-c', code)).toEqual(['_goldpan']);
});

test('every command and flag is in every script', async () => {
  const { out } = await run(['select', '--help'], folder.path);
  const flags = new Set(
    out.match(/^ {2}(?:-\w, )?--[a-z-]+/gm)!.map((flag) => flag.trim().split(', ').at(-1)!),
  );
  flags.delete('--help');
  expect(flags.size).toBeGreaterThan(10);
  for (const shell of ['bash', 'zsh', 'fish']) {
    const text = (await run(['completion', shell], folder.path)).out;
    const missing = [...flags].filter(
      (flag) => !text.includes(shell === 'fish' ? `-l ${flag.slice(2)} ` : flag),
    );
    expect(missing).toEqual([]);
  }
});

test('another shell is refused with those there are', async () => {
  const { code, err } = await run(['completion', 'tcsh'], folder.path);
  expect(code).toBe(2);
  expect(err).toMatch(/tcsh.*bash, zsh, fish/s);
});
