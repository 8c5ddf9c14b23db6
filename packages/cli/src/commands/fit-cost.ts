import type { FitCostDocument } from '@goldpan/core';
import { Command, Option } from '@commander-js/extra-typings';
import { fitCost } from '@goldpan/costs';
import { writeFileAtomic } from '@goldpan/formats';
import { resolve } from 'node:path';
import { dataInfo, loadItems } from '@goldpan/workflows';
import { examples } from '../examples.js';
import { printResult } from '../print-result.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { shared } from '../shared-options.js';
import { version } from '../version.js';

/** `goldpan fit-cost`: learn from returned annotation times what judging an item costs. */
export function fitCostCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('fit-cost')
    .description('Learn from items with a "cost" (such as annotation times) what judging an item costs.')
    .argument('<items>', 'file of items with costs and texts')
    .requiredOption('--out <file>', 'write the cost model there, as JSON; use it with --cost model:FILE')
    .option('--unit <name>', 'what the costs are counted in: seconds, minutes, EUR', 'units')
    .addOption(
      new Option('--count <what>', 'what lengths are counted in; default: by the script').choices([
        'words',
        'characters',
      ] as const),
    )
    .addOption(shared.plugin())
    .addOption(shared.format())
    .addOption(shared.formatOption())
    .addOption(shared.html())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText(
      'after',
      examples(
        'goldpan fit-cost judged.jsonl --unit seconds --out cost.json --html cost.html',
        'goldpan select items.jsonl --selector random --cost model:cost.json --budget "2 h"',
      ),
    )
    .action(async (path, flags) => {
      const surroundings = surroundingsOf(context, flags);
      const file = await loadItems(path, { ...flags, ...surroundings });
      const fit = fitCost(file.dataset, { unit: flags.unit, count: flags.count });
      await writeFileAtomic(resolve(terminal.folder, flags.out), `${JSON.stringify(fit.model, null, 2)}\n`);
      const result: FitCostDocument = {
        goldpan: version,
        command: 'fit-cost',
        seed: 0,
        data: dataInfo(file),
        file: flags.out,
        ...fit,
      };
      await printResult(result, terminal, flags);
    });
}
