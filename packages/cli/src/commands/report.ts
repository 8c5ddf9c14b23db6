import { Command, Option } from '@commander-js/extra-typings';
import type { ResultDocument } from '@goldpan/core';
import { refuseSharedFiles, writeFileAtomic } from '@goldpan/formats';
import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.js';
import { examples } from '../examples.js';
import { drawn, prefixOf, readResult, reportText } from '../report-text.js';
import { writeCharts } from '../write-charts.js';

/** `goldpan report`: results that were kept as JSON, put together as one page. */
export function reportCommand({ terminal }: CommandContext) {
  return new Command('report')
    .argument('<results...>', 'files of JSON, in the order of the report')
    .requiredOption('-o, --output <file>', 'report.html, or report.md')
    .option('--charts <folder>', 'write every chart there too; a Markdown report then shows them')
    .addOption(
      new Option('--chart-format <format>', 'what charts are written as; PNG needs @resvg/resvg-js')
        .choices(['svg', 'png'] as const)
        .default('svg' as const),
    )
    .option('--title <text>', 'heading of the report; default: the name of the data')
    .addHelpText(
      'after',
      examples(
        'goldpan report compare.json plan.json -o report.html',
        'goldpan report compare.json -o report.md --charts charts --title "Pilot, autumn"',
      ),
    )
    .action(async (paths, flags) => {
      const results: ResultDocument[] = [];
      for (const path of paths) results.push(await readResult(resolve(terminal.folder, path)));
      const output = resolve(terminal.folder, flags.output);
      const images =
        flags.charts === undefined
          ? undefined
          : { folder: resolve(terminal.folder, flags.charts), format: flags.chartFormat };
      await refuseSharedFiles(
        [output],
        paths.map((path) => resolve(terminal.folder, path)),
      );
      const text = await drawn(paths, () => reportText(results, { output, title: flags.title, images }));
      for (const [place, result] of results.entries()) {
        const prefix = prefixOf(place, results.length);
        if (images) await drawn([paths[place]], () => writeCharts(result, { ...images, prefix }));
      }
      await writeFileAtomic(output, text);
    });
}
