import { Command, Option } from '@commander-js/extra-typings';
import type { ResultDocument } from '@goldpan/core';
import { refuseSharedFiles, writeFileAtomic } from '@goldpan/formats';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandContext } from '../command-context.js';
import { filesOfConfig } from '../config.js';
import { examples } from '../examples.js';
import { drawn, prefixOf, readResult, reportText } from '../report-text.js';
import { chartFiles, type ChartFile } from '../chart-files.js';

/** `goldpan report`: results that were kept as JSON, put together as one page. */
export function reportCommand({ terminal, config }: CommandContext) {
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
      const text = await drawn(paths, () => reportText(results, { output, title: flags.title, images }));
      const charts: ChartFile[] = [];
      for (const [place, result] of results.entries()) {
        const prefix = prefixOf(place, results.length);
        if (images)
          charts.push(...(await drawn([paths[place]], () => chartFiles(result, { ...images, prefix }))));
      }
      await refuseSharedFiles(
        [output, ...charts.map(({ path }) => path)],
        [...paths.map((path) => resolve(terminal.folder, path)), ...filesOfConfig(config)],
      );
      if (images) await mkdir(images.folder, { recursive: true });
      for (const { path, content } of charts) await writeFileAtomic(path, content);
      await writeFileAtomic(output, text);
    });
}
