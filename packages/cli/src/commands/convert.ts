import { Command, Option } from '@commander-js/extra-typings';
import { convert } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { formatHelp } from '../format-help.js';
import { collectPair, shared } from '../shared-options.js';

/** `goldpan convert`: from one format to another. */
export function convertCommand(context: CommandContext) {
  const { terminal } = context;
  return (
    new Command('convert')
      .argument('<input...>', 'file, files or folder')
      .option('--from <format>', 'format of the input; default: told from the input where that is safe')
      .requiredOption('--to <format>', 'format of the output')
      .requiredOption('-o, --output <file>', 'file or folder to write')
      .option('--from-option <name=value>', 'an option of the input format; may be repeated', collectPair, {})
      .option('--to-option <name=value>', 'an option of the output format; may be repeated', collectPair, {})
      // As other commands call these two, and as errors of tables do.
      .addOption(new Option('--format <format>').hideHelp())
      .addOption(shared.formatOption().hideHelp())
      .addOption(shared.costFromTimes())
      .addOption(shared.lowerIsBetter())
      .addOption(shared.systems())
      .addOption(shared.withoutSystems())
      .addOption(shared.plugin())
      .addOption(shared.skipInvalid())
      .addOption(shared.seed())
      .addOption(shared.json())
      .addOption(shared.quiet())
      .addHelpText('after', ({ command }) => `\n${formatHelp(command.opts()).trimEnd()}`)
      .addHelpText(
        'after',
        examples(
          'goldpan convert scores.csv --from long-table --to items -o items.jsonl',
          'goldpan convert mt-metrics-eval-v2 --from mt-metrics-eval --from-option test-set=wmt23 --from-option langs=en-de --to items -o wmt23.jsonl',
          'goldpan convert mqm.tsv --to items --cost-from-times -o judged.jsonl',
          'goldpan convert items.jsonl --to items --systems "TMT_run1,mtcarousel" -o two.jsonl',
          'goldpan convert selected.jsonl --to label-studio -o tasks.json',
          'goldpan convert --from mt-metrics-eval --help',
        ),
      )
      .action(async (inputs, flags) => {
        const { from, fromOption, toOption: toOptions } = flags;
        const formatOption = { ...flags.formatOption, ...fromOption };
        const result = await ask(context, { ...flags, formatOption }, (asked) =>
          convert(inputs, { ...flags, ...asked, format: from ?? flags.format, toOptions }),
        );
        const tasks = result.tasks === undefined ? '' : `, ${result.tasks} tasks`;
        if (flags.json) terminal.out(`${JSON.stringify(result)}\n`);
        else terminal.out(`${result.items} items${tasks} → ${result.files.join(', ')}\n`);
      })
  );
}
