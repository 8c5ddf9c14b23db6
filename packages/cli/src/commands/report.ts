import type { ResultDocument } from '@goldpan/core';
import { Command, Option } from '@commander-js/extra-typings';
import { writeFileAtomic } from '@goldpan/formats';
import { markdownOf } from '@goldpan/report';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { notAResultFile, unknownReportFormat } from '../errors.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { writeCharts, type ChartFormat } from '../write-charts.js';

/** `goldpan report`: results that were kept as JSON, put together as one page. */
export function reportCommand({ terminal }: CommandContext) {
  return new Command('report')
    .description('Put results (the JSON that other commands print with --json) together as one report.')
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
      const text = await rendered(results, { output, title: flags.title, images });
      for (const [place, result] of results.entries())
        if (images) await writeCharts(result, { ...images, prefix: prefixOf(place, results.length) });
      await writeFileAtomic(output, text);
    });
}

async function readResult(path: string): Promise<ResultDocument> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw notAResultFile(basename(path), error instanceof Error ? error.message : String(error));
  }
}

interface Rendering {
  readonly output: string;
  readonly title?: string;
  /** Where charts go as files of their own. */
  readonly images?: { readonly folder: string; readonly format: ChartFormat };
}

async function rendered(
  results: readonly ResultDocument[],
  { output, title, images }: Rendering,
): Promise<string> {
  const kind = extname(output).toLowerCase();
  if (kind === '.html') return (await import('@goldpan/report/html')).htmlOf(results, { title });
  if (kind !== '.md') throw unknownReportFormat(output);
  return results
    .map((result, place) => {
      if (!images) return markdownOf(result);
      const folder = relative(dirname(output), images.folder).split(sep).map(encodeURIComponent).join('/');
      const prefix = prefixOf(place, results.length);
      return markdownOf(result, { chartPath: (name) => `${folder}/${prefix}${name}.${images.format}` });
    })
    .join('\n');
}

/** What the names of a result's charts begin with, so that two results of one command are told apart. */
function prefixOf(place: number, results: number): string {
  return results === 1 ? '' : `${place + 1}-`;
}
