import { Command, Option } from '@commander-js/extra-typings';
import { fitCost } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { dataFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { shared } from '../shared-options.js';

/** `goldpan fit-cost`: learn from returned annotation times what judging an item costs. */
export function fitCostCommand(context: CommandContext) {
  const { terminal } = context;
  const command = new Command('fit-cost')
    .argument('<items>', 'file of items with texts, and costs or judgements with times')
    .requiredOption('--out <file>', 'write the cost model there, as JSON; use it with --cost model:FILE')
    .option(
      '--unit <name>',
      'what the costs are counted in: seconds, minutes, EUR; times are converted to it, and must be in a unit of time; default: seconds of times, else units',
    )
    .addOption(shared.costFromTimes())
    .option('--criterion <name>', 'learn from the times of judgements of this criterion; default: of all')
    .addOption(
      new Option('--count <what>', 'what lengths are counted in; default: by the script').choices([
        'words',
        'characters',
      ] as const),
    )
    .addOption(shared.html())
    .addOption(shared.json())
    .addOption(shared.quiet());
  return dataFlags(command)
    .addHelpText(
      'after',
      examples(
        'goldpan fit-cost judged.jsonl --unit seconds --out cost.json --html cost.html',
        'goldpan fit-cost mqm.tsv --out cost.json',
        'goldpan select items.jsonl --selector random --cost model:cost.json --budget "2 h"',
      ),
    )
    .action(async (path, flags) => {
      const result = await ask(context, flags, (asked) => fitCost(path, { ...flags, ...asked }));
      await printResult(result, terminal, flags);
    });
}
