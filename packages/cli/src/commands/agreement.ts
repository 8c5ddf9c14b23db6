import { Command } from '@commander-js/extra-typings';
import { agreement } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { dataFlags, resultFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { positiveWholeNumber, share, wholeNumber } from '../shared-options.js';

/** `goldpan agreement`: how far raters agree, who differs, and on what. */
export function agreementCommand(context: CommandContext) {
  const command = new Command('agreement')
    .argument('<items>', 'file of items with judgements, or the return of an annotation platform')
    .option(
      '--criterion <name>',
      'the criterion that is asked about; overall: the mean of all, standardised, where none is called so; default: all',
    )
    .option('--replicates <number>', 'replicates behind intervals', positiveWholeNumber, 1000)
    .option('--level <share>', 'share of repetitions in which intervals hold', share, 0.95)
    .option('--disputes <number>', 'outputs in dispute that are shown of each criterion', wholeNumber, 10)
    .option('--markdown <file>', 'write the result as Markdown to this file');
  return resultFlags(dataFlags(command))
    .addHelpText(
      'after',
      examples(
        'goldpan agreement judged.jsonl',
        'goldpan agreement judged.jsonl --criterion fluency --html agreement.html',
        'goldpan agreement returned.json --format label-studio --key tasks.json.key.json --items unjudged.jsonl --show-raters',
      ),
    )
    .action(async (path, flags) => {
      const result = await ask(context, flags, (asked) => agreement(path, { ...flags, ...asked }));
      await printResult(result, context.terminal, flags);
    });
}
