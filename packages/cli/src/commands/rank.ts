import { Command, Option } from '@commander-js/extra-typings';
import { rank } from '@goldpan/workflows';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { dataFlags, resultFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { requiredBest } from '../require-best.js';
import { amount, collectList, positiveWholeNumber, share, shared } from '../shared-options.js';

/** `goldpan rank`: who is best, how sure, what carries it, how many more. */
export function rankCommand(context: CommandContext) {
  const command = new Command('rank')
    .argument('<items>', 'file of items of which some are judged; or of the pool they were chosen from')
    .argument('[judged]', 'file of the judged items, where they are not in the first')
    .option(
      '--target <columns>',
      'columns of judgements, one ranking each; default: human, or else every human column',
      collectList,
    )
    .addOption(shared.criterion())
    .option(
      '--metrics <names>',
      'metrics that may be used, separated by commas; default: all without gaps',
      collectList,
    )
    .option('--estimate <name>', 'how means are estimated: mean, regression, shrunk', 'shrunk')
    .addOption(
      new Option('--population <which>', 'what the ranking speaks of; default: all items here').choices([
        'all',
        'like-these',
      ] as const),
    )
    .option('--level <share>', 'share of repetitions in which intervals hold', share, 0.95)
    .option('--margin <amount>', 'the largest difference that does not matter', amount)
    .option('--top <k>', 'also show the chance of every system to be among the k best', positiveWholeNumber)
    .option(
      '--pairs',
      'also list every pair of systems with its p-values (plain, Holm, Benjamini-Hochberg)',
      false,
    )
    .option(
      '--require-best',
      'exit with 1 unless one system is surely best, by each criterion that was named',
      false,
    )
    .option('--markdown <file>', 'write the result as Markdown to this file')
    .option('--latex <file>', 'write the tables as LaTeX to this file');
  return resultFlags(dataFlags(command))
    .addHelpText(
      'after',
      examples(
        'goldpan rank items.jsonl',
        'goldpan rank pool.jsonl judged.jsonl --margin 0.5 --html ranking.html',
        'goldpan rank items.jsonl --target human_coherence,human_relevance --require-best --json',
      ),
    )
    .action(async (path, judged, flags) => {
      const result = await ask(context, flags, (asked) => rank(path, { ...flags, ...asked, judged }));
      await printResult(result, context.terminal, flags);
      if (!flags.requireBest) return;
      const { code, text } = requiredBest(result, (flags.target ?? flags.criterion) !== undefined);
      if (!flags.quiet) context.terminal.err(text);
      context.answer(code);
    });
}
