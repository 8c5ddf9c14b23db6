import { Command, Option } from '@commander-js/extra-typings';
import { plan } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { executorOf } from '../executor-of.js';
import { costFlags, dataFlags, resultFlags } from '../flag-groups.js';
import { exitCode } from '../exit-code.js';
import { printResult } from '../print-result.js';
import { positiveWholeNumber, shared } from '../shared-options.js';

/** What can be said of how items are chosen, and of what is simulated. */
function planning() {
  return new Command('plan')
    .argument('<items>', 'file of items with pilot or past human scores (or metrics to stand in)')
    .option(
      '--selector <name>',
      'how to pick; see `goldpan plugins`; default: campaigns are held against each other, random items read as `goldpan rank` reads them first',
    )
    .addOption(shared.metric())
    .addOption(shared.option())
    .option(
      '--goal <goal>',
      'what must be reached: a measure and its value (spa=0.95, kendall=0.9, mean-absolute-error=0.5), same-clusters, same-best, same-ranking, or random@50%',
      'spa=0.95',
    )
    .option('--target <metric>', 'the score column that counts as truth; default: human, else the metric')
    .addOption(shared.criterion())
    .option(
      '--replicates <number>',
      'how many test sets to simulate; default: 1000, or 100 for each campaign',
      positiveWholeNumber,
    )
    .option('--sizes <shares>', 'subset sizes that are tried, as shares', '5%:100%:5%')
    .addOption(
      new Option(
        '--resample <unit>',
        'what is drawn anew; default: documents where items of one score alike, else items',
      ).choices(['items', 'documents'] as const),
    )
    .addOption(
      new Option('--method <method>', 'how replicates are drawn')
        .choices(['subsample', 'bootstrap'] as const)
        .default('subsample' as const),
    )
    .option(
      '--items <number>',
      'items of the test set, where the data is a smaller pilot of it; default: those of the data',
      positiveWholeNumber,
    )
    .option('--permutations <number>', 'permutations behind SPA', positiveWholeNumber, 1000)
    .option(
      '--estimate <name>',
      'how judged items are read: mean (plain means), regression or shrunk (estimates for all items, with the help of metrics); default: mean, or without a selector shrunk, as rank reads them',
    )
    .addOption(shared.workers())
    .addOption(shared.executor())
    .addOption(shared.redis())
    .addOption(shared.timeLimit())
    .option('--checkpoint <file>', 'keep finished replicates there and go on from them')
    .addOption(shared.missingJudgements())
    .addOption(shared.vectors());
}

/** `goldpan plan`: how many items reproduce the full-data result. */
export function planCommand(context: CommandContext) {
  const { terminal, answer } = context;
  return resultFlags(dataFlags(costFlags(planning())))
    .addHelpText(
      'after',
      examples(
        'goldpan plan pilot.jsonl --goal spa=0.95',
        'goldpan plan pilot.jsonl --selector metric-variance --metric MetricX --goal spa=0.95',
        'goldpan plan pilot.jsonl --selector random --goal same-best --replicates 200 --workers 4 --json',
      ),
    )
    .action(async (path, flags) => {
      const result = await ask(context, flags, async (asked) =>
        plan(path, { ...flags, ...asked, executor: await executorOf(flags, asked) }),
      );
      await printResult(result, terminal, flags);
      if (result.size.median === null) answer(exitCode.negative);
    });
}
