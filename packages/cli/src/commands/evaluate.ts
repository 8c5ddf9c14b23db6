import { Command, Option } from '@commander-js/extra-typings';
import { measures } from '@goldpan/evaluation';
import { writeFileAtomic } from '@goldpan/formats';
import { curvesCsv } from '@goldpan/report';
import { DEFAULT_MEASURES, evaluate } from '@goldpan/workflows';
import { resolve } from 'node:path';
import { ask } from '../ask.js';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { exitCode } from '../exit-code.js';
import { dataFlags, resultFlags } from '../flag-groups.js';
import { printResult } from '../print-result.js';
import { collect, list, shared, wholeNumber } from '../shared-options.js';

/** `goldpan evaluate`: what a subset says, beside what all items say. */
export function evaluateCommand(context: CommandContext) {
  const { terminal, answer } = context;
  const command = new Command('evaluate')
    .argument('<full>', 'file with all items')
    .argument('<subsets...>', 'files with some of them, in the order of judging (as `select` writes them)')
    .addOption(shared.target())
    .addOption(shared.criterion())
    .option('--measured <metric>', 'the score column that subsets are measured with; default: the target')
    .option(
      '--measures <names>',
      `measures, of ${measures.map(({ name }) => name).join(', ')}; or all`,
      DEFAULT_MEASURES.join(','),
    )
    .option('--sizes <sizes>', 'sizes of the curves: 10,20,50 or 5%:50%:5%, shares of all items', '5%:50%:5%')
    .option('--random <draws>', 'random orders to show beside the curves; 0 = none', wholeNumber, 100)
    .option('--permutations <number>', 'permutations behind SPA', wholeNumber, 1000)
    .addOption(
      new Option('--clusters <method>', 'how clusters are formed')
        .choices(['neighbour', 'head'] as const)
        .default('neighbour' as const),
    )
    .addOption(shared.missingJudgements())
    .addOption(shared.estimate())
    .option(
      '--min <goal>',
      'what every subset must reach, or the exit code is 1: spa=0.9, same-best; at most that where lower is better; may be repeated',
      collect,
      [],
    )
    .option('--csv <file>', 'write the curves there, one line per subset, measure and size');
  return resultFlags(dataFlags(command))
    .addHelpText(
      'after',
      examples(
        'goldpan evaluate items.jsonl selected.jsonl',
        'goldpan evaluate items.jsonl selected.jsonl --min spa=0.9',
        'goldpan evaluate items.jsonl a.jsonl b.jsonl --measures spa,kendall --sizes 5%:25%:5% --json',
      ),
    )
    .action(async (path, subsets, flags) => {
      const names = flags.measures === 'all' ? 'all' : list(flags.measures);
      const result = await ask(context, flags, (asked) =>
        evaluate(path, subsets, { ...flags, ...asked, measures: names }),
      );
      if (flags.csv !== undefined)
        await writeFileAtomic(resolve(terminal.folder, flags.csv), curvesCsv(result));
      await printResult(result, terminal, flags);
      if (result.subsets.some(({ goals = [] }) => goals.some(({ reached }) => !reached)))
        answer(exitCode.negative);
    });
}
