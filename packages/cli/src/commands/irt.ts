import { Command, Option } from '@commander-js/extra-typings';
import { irtLists } from '@goldpan/report';
import { IRT_MODELS, IRT_NOISES } from '@goldpan/selector-irt';
import { irt } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { dataFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { list, shared } from '../shared-options.js';

/** `goldpan irt`: how able the systems are, and what the items tell about them. */
export function irtCommand(context: CommandContext) {
  const { terminal } = context;
  const command = new Command('irt')
    .argument('<items>', 'file of items')
    .option('--metric <name>', 'the scores to fit; default: those of the only automatic metric')
    .addOption(shared.criterion())
    .addOption(
      new Option(
        '--model <name>',
        'the model; default: 2pl for scores of 0 and 1, else continuous-2pl',
      ).choices(IRT_MODELS),
    )
    .addOption(new Option('--noise <form>', 'noise of continuous models').choices(IRT_NOISES))
    .option(
      '--binarise <threshold>',
      'make scores binary: median, mean, or 1 at or above a number',
      threshold,
    )
    .option('--range <low,high>', 'lowest and highest possible score, for continuous models', range)
    .option('--save-model <file>', 'write the fitted model there; use it with --option model=FILE')
    .option('--item-parameters <file>', 'write the item parameters there, under the names of py-irt')
    .option('--py-irt <file>', 'write the scores there, as the JSON lines that py-irt reads')
    .addOption(shared.html())
    .addOption(shared.json())
    .addOption(shared.quiet());
  return dataFlags(command)
    .addHelpText(
      'after',
      examples(
        'goldpan irt items.jsonl --metric human --html irt.html',
        'goldpan irt items.jsonl --metric MetricX --model continuous-4pl --save-model model.json',
      ),
    )
    .action(async (path, flags) => {
      const result = await ask(context, flags, (asked) => irt(path, { ...flags, ...asked }));
      await printResult(result, terminal, flags);
      if (!flags.json) terminal.out(`\n${irtLists(result, terminal.width)}`);
    });
}

function threshold(text: string): 'median' | 'mean' | number {
  return text === 'median' || text === 'mean' ? text : Number(text);
}

function range(text: string): [number, number] {
  return list(text).map(Number) as [number, number];
}
