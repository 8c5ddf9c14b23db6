import { Command, Option } from '@commander-js/extra-typings';
import { select } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { constraintFlags } from '../constraint-flags.js';
import { examples } from '../examples.js';
import { costFlags, dataFlags, resultFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { collect, shared } from '../shared-options.js';

/** `goldpan select`: the items to judge, best first. */
export function selectCommand(context: CommandContext) {
  const { terminal } = context;
  const command = new Command('select')
    .argument('<items>', 'file of items, one JSON object per line (.jsonl or .jsonl.gz)')
    .option(
      '--selector <name>',
      'how to pick; see `goldpan plugins`; default: a random sample that `goldpan rank` can speak from',
    )
    .option(
      '--pilot <file>',
      'judged items of these, to see whether picking half of the items gains for ranks; default: judged items here, where not all are',
    )
    .addOption(shared.criterion())
    .addOption(shared.metric())
    .addOption(shared.option())
    .option(
      '--budget <amount>',
      'how much may be spent: 100 items, 25%, or an amount in the unit of --cost such as "2 h"; twice for a limit in items and one in costs',
      collect,
      [],
    )
    .option(
      '--max-similarity <share>',
      'of items whose sources are this much alike only the better one may be chosen: 0.9',
      Number,
    )
    .addOption(
      new Option(
        '--junk <policy>',
        'items that look like junk: cap (at most their share of the data; of a random sample their share), drop or keep; default: cap',
      ).choices(['cap', 'drop', 'keep'] as const),
    )
    .option('--explain', 'say of each item why it was chosen', false)
    .option('-o, --output <file>', 'write the items there, best first, each with a "goldpan" member')
    .addOption(shared.missing())
    .addOption(shared.vectors());
  return resultFlags(dataFlags(constraintFlags(costFlags(command))))
    .addHelpText(
      'after',
      examples(
        'goldpan select items.jsonl --budget 100 -o selected.jsonl',
        'goldpan select items.jsonl --selector metric-variance --metric MetricX --budget 25% -o selected.jsonl',
        'goldpan select items.jsonl --selector output-diversity --cost field --budget 3600 --group domain:min=3 --max-per doc=2 --explain',
      ),
    )
    .action(async (path, flags) => {
      const { explain, json, html, output, quiet, budget } = flags;
      const limits = budget.length < 2 ? budget[0] : budget;
      const result = await ask(context, flags, (asked) =>
        select(path, { ...flags, ...asked, budget: limits, texts: json || html !== undefined }),
      );
      await printResult(result, terminal, flags);
      if (explain && !json) terminal.out(result.explanation!);
      if (output === undefined && !json && !quiet)
        terminal.err('Nothing was written; add -o selected.jsonl to write these items.\n');
    });
}
