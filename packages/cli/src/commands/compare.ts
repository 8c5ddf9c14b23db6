import { Command, Option } from '@commander-js/extra-typings';
import { compare } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { executorOf } from '../executor-of.js';
import { exitCode } from '../exit-code.js';
import { costFlags, dataFlags, resultFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { collect, list, positiveWholeNumber, shared } from '../shared-options.js';

function selectorsNamed(text: string | undefined): readonly string[] | 'all' | undefined {
  return text === undefined || text === 'all' ? text : list(text);
}

/** What can be said of who takes part, and of what is measured. */
function comparison() {
  return new Command('compare')
    .argument('<items>', 'file of items with human scores (or metrics to stand in)')
    .option(
      '--selectors <names>',
      'selectors to compare, separated by commas, or all; default, without --metrics: at most twelve contestants',
    )
    .option(
      '--metrics <names>',
      'metrics that selectors may use, separated by commas; may be repeated, such as for a name with a comma; default: the one that agrees best with the target, and composite; with --selectors all automatic ones',
      collect,
      [],
    )
    .option(
      '--also <selector>',
      'a further selector with options: "source model=model.json"; may be repeated',
      collect,
      [],
    )
    .option(
      '--target <metric>',
      'the score column that counts as truth; default: human, else every automatic metric in turn',
    )
    .addOption(shared.criterion())
    .option('--measure <name>', 'how well a subset reproduces the full result', 'spa')
    .option('--sizes <shares>', 'subset sizes, as shares', '5%:50%:5%')
    .option(
      '--budget <amount>',
      'the one size that is asked about, in place of --sizes: 100 items, 25% or "500 judgements"; subsets are then read as rank does (--estimate)',
    )
    .option(
      '--holdout-systems <number>',
      'measure on this many systems (or share, 25%) that selectors do not see',
    )
    .option(
      '--replicates <number>',
      'resamplings behind the intervals; default: 1000, or 200 with an estimate',
      positiveWholeNumber,
    )
    .addOption(
      new Option(
        '--resample <unit>',
        'what is drawn anew; default: documents where items of one score alike, else items',
      ).choices(['items', 'documents'] as const),
    )
    .option(
      '--estimate <name>',
      'how judged items are read: mean (plain means), regression or shrunk (estimates for all items, with the help of metrics); default: mean, or with --budget shrunk, as rank reads them',
    )
    .option('--require', 'exit code 1 where no selector is shown to beat random selection', false)
    .addOption(shared.workers())
    .addOption(shared.executor())
    .addOption(shared.redis())
    .addOption(shared.timeLimit())
    .addOption(shared.missingJudgements())
    .addOption(shared.vectors());
}

/** How far a verdict can be trusted: the study of docs/evidence.md. */
const VERDICTS = `
"Helps" is shown, "likely helps" is not: on pilots of seven real test sets, with plain means, the selector
gained on the other items in 90 % and in 86 % of the cases, and in 73 % of those without evidence.`;

/** `goldpan compare`: every selector against random selection. */
export function compareCommand(context: CommandContext) {
  return resultFlags(dataFlags(costFlags(comparison())))
    .addHelpText('after', VERDICTS)
    .addHelpText(
      'after',
      examples(
        'goldpan compare pilot.jsonl --html report.html',
        'goldpan compare pilot.jsonl --budget 60',
        'goldpan compare pilot.jsonl --selectors metric-variance,metric-consistency --metrics MetricX --json',
      ),
    )
    .action(async (path, flags) => {
      const selectors = selectorsNamed(flags.selectors);
      const metrics = flags.metrics.length === 0 ? undefined : flags.metrics;
      const result = await ask(context, flags, async (asked) =>
        compare(path, { ...flags, ...asked, selectors, metrics, executor: await executorOf(flags, asked) }),
      );
      await printResult(result, context.terminal, flags);
      if (flags.require && result.recommendation.selector === null) context.answer(exitCode.negative);
    });
}
