import { expect, test } from 'vitest';
import { run } from './run.js';

const { out: overview } = await run(['--help']);
const commands = [...overview.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);

test('the overview lists the commands', () => {
  expect(commands).toEqual(expect.arrayContaining(['inspect', 'select', 'evaluate', 'compare', 'plan']));
});

test.each(commands)(
  'the help of %s has examples, and no default for what is not there unless given',
  async (name) => {
    const { code, out } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(name === 'help' ? /^Start with:$/m : /^Examples:$/m);
    expect(out).not.toMatch(/default: (false|\[\])/);
  },
);

test.each([
  [['select'], 'goldpan select --help'],
  [['select', 'items.jsonl', '--selector', 'random', '--bogus'], 'goldpan select --help'],
  [['pick'], 'goldpan --help'],
])('%j is refused with the help to read', async (args, help) => {
  const { code, err } = await run(args);
  expect(code).toBe(2);
  expect(err).toMatch(new RegExp(`^goldpan: .*\n  see ${help}\n$`, 's'));
});
