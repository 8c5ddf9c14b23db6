import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { CommandContext } from './command-context.js';
import { commands, type CommandEntry } from './commands.js';
import { optionDescription } from './option-description.js';
import { version } from './version.js';

/**
 * The command line. Parsing throws instead of ending the process.
 *
 * @param words - of the call: commands that are not among them are known by name only; undefined = all are whole
 */
export async function program(context: CommandContext, words?: readonly string[]) {
  const { terminal } = context;
  const root = new Command('goldpan')
    .description(
      'Picks the items worth a person’s judgement, says how many are needed, and shows whether picking helps.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', '\nStart with:\n  $ goldpan demo\n  $ goldpan inspect items.jsonl\n');
  for (const entry of commands) {
    const isAsked = words === undefined || words.includes(entry.name);
    root.addCommand(isAsked ? await whole(entry, context) : nameOnly(entry));
  }
  for (const command of [root, ...root.commands]) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .showHelpAfterError(`  see ${command === root ? '' : 'goldpan '}${command.name()} --help`)
      .helpOption('-h, --help', 'show this help')
      .configureHelp({ optionDescription })
      .configureOutput({
        writeOut: terminal.out,
        writeErr: terminal.err,
        getOutHelpWidth: () => terminal.width,
        getErrHelpWidth: () => terminal.width,
        outputError: (text, write) => write(text.replace(/^error: /, 'goldpan: ')),
      });
  }
  return root;
}

async function whole({ does, load }: CommandEntry, context: CommandContext): Promise<CommandUnknownOpts> {
  const define = await load();
  return define(context).description(does);
}

/** As the overview shows it: its arguments, and that it has options. */
function nameOnly({ name, takes, does }: CommandEntry): CommandUnknownOpts {
  const command: CommandUnknownOpts = new Command(name).description(does).option('--quiet');
  for (const argument of takes.split(' ').filter(Boolean)) command.argument(argument);
  return command;
}
