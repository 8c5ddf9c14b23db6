import { Command, Option } from '@commander-js/extra-typings';
import { TARGET_VARIANCE, trainSource } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { dataFlags } from '../flag-groups.js';
import { shared } from '../shared-options.js';
import { trainingText } from '../training-text.js';

/** `goldpan train-source`: learn from past evaluations which sources are worth judging. */
export function trainSourceCommand(context: CommandContext) {
  const { terminal } = context;
  const command = new Command('train-source')
    .argument('<past...>', 'files of items with sources and scores or outputs')
    .requiredOption(
      '--utility <selector>',
      `what to learn: the utilities of a selector, or ${TARGET_VARIANCE}`,
    )
    .requiredOption('--out <file>', 'write the model there, as JSON')
    .addOption(shared.metric())
    .addOption(shared.option())
    .addOption(shared.target())
    .addOption(shared.criterion())
    .addOption(
      new Option('--scale <scale>', 'how utilities of different files are made comparable')
        .choices(['rank', 'zscore'] as const)
        .default('rank' as const),
    )
    .option(
      '--embeddings <model>',
      'learn from the embeddings of the sources in the data too; name the model that made them',
    )
    .addOption(shared.missing())
    .option('--licence <text>', 'under what terms the model may be passed on')
    .option('--force', 'write the model even where it is not shown to predict anything', false)
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet());
  return dataFlags(command)
    .addHelpText(
      'after',
      examples(
        'goldpan train-source wmt23.jsonl --utility metric-variance --metric MetricX --out model.json',
        'goldpan select sources.jsonl --selector source --option model=model.json --budget 50',
      ),
    )
    .action(async (paths, flags) => {
      const result = await ask(context, flags, (asked) => trainSource(paths, { ...flags, ...asked }));
      terminal.out(flags.json ? `${JSON.stringify(result)}\n` : trainingText(result));
    });
}
