import { Command } from '@commander-js/extra-typings';
import { inspect } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { dataFlags, resultFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { shared } from '../shared-options.js';

/** `goldpan inspect`: what is in the data and what can be done with it. */
export function inspectCommand(context: CommandContext) {
  const { terminal } = context;
  const command = new Command('inspect')
    .argument('<items>', 'file of items')
    .addOption(shared.target())
    .addOption(shared.criterion())
    .option(
      '--error-weights <weights>',
      'what marked errors cost, to recompute scores: mqm, esa, or such as critical=25,minor=2 before those of mqm',
      'mqm',
    );
  return resultFlags(dataFlags(command))
    .addHelpText(
      'after',
      examples('goldpan inspect items.jsonl', 'goldpan inspect items.jsonl.gz --target human_fluency --json'),
    )
    .action(async (path, flags) => {
      const result = await ask(context, flags, (asked) => inspect(path, { ...flags, ...asked }));
      await printResult(result, terminal, flags);
    });
}
