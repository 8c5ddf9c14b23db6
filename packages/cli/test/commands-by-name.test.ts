import { expect, test } from 'vitest';
import { commands } from '../src/commands.js';
import type { CommandContext } from '../src/command-context.js';
import { program } from '../src/program.js';

const terminal = { out() {}, err() {}, color: false, width: 100, interactive: false, folder: '.' };
const context: CommandContext = {
  terminal: { ...terminal, signal: new AbortController().signal },
  config: { plugins: [], defaults: {} },
  answer() {},
};

test.each(commands)('what the overview shows of $name is what its definition says', async (entry) => {
  const root = await program(context, [entry.name]);
  const whole = root.commands.find((command) => command.name() === entry.name)!;
  const helper = root.createHelp();
  const named = (await program(context, [])).commands.find((command) => command.name() === entry.name)!;
  // `[options]` stands in the overview of all, also of the one that has none.
  const term = (command: typeof whole) => helper.subcommandTerm(command).replace(' [options]', '');
  expect(term(named)).toBe(term(whole));
  expect(whole.description()).toBe(entry.does);
});

test('without words of a call all commands are whole, with them only those among them', async () => {
  const flags = (words?: string[]) =>
    program(context, words).then(({ commands }) => commands.filter(({ options }) => options.length > 1));
  expect(await flags()).toHaveLength(commands.length - 1);
  expect((await flags(['help', 'plan'])).map((command) => command.name())).toEqual(['plan']);
});
