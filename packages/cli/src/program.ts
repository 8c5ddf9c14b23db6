import { Command } from '@commander-js/extra-typings';
import { agreementCommand } from './commands/agreement.js';
import { compareCommand } from './commands/compare.js';
import { completionCommand } from './commands/completion.js';
import { convertCommand } from './commands/convert.js';
import { demoCommand } from './commands/demo.js';
import { evaluateCommand } from './commands/evaluate.js';
import { fitCostCommand } from './commands/fit-cost.js';
import { inspectCommand } from './commands/inspect.js';
import { irtCommand } from './commands/irt.js';
import { planCommand } from './commands/plan.js';
import { pluginsCommand } from './commands/plugins.js';
import { rankCommand } from './commands/rank.js';
import { reportCommand } from './commands/report.js';
import { selectCommand } from './commands/select.js';
import { trainSourceCommand } from './commands/train-source.js';
import type { CommandContext } from './command-context.js';
import { optionDescription } from './option-description.js';
import { version } from './version.js';

/** The whole command line. Parsing throws instead of ending the process. */
export function program(context: CommandContext) {
  const { terminal } = context;
  const root = new Command('goldpan')
    .description(
      'Picks the items worth a person’s judgement, says how many are needed, and shows whether picking helps.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', '\nStart with:\n  $ goldpan demo\n  $ goldpan inspect items.jsonl\n');
  const commands = [
    inspectCommand,
    selectCommand,
    evaluateCommand,
    compareCommand,
    planCommand,
    rankCommand,
    agreementCommand,
    reportCommand,
    irtCommand,
    trainSourceCommand,
    fitCostCommand,
    convertCommand,
    pluginsCommand,
    demoCommand,
    completionCommand,
  ];
  for (const command of commands) root.addCommand(command(context));
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
