import { Command } from '@commander-js/extra-typings';
import { writeFileAtomic } from '@goldpan/formats';
import { markdownOf, type Result } from '@goldpan/report';
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { notAResultFile, unknownReportFormat } from '../errors.js';
import { examples } from '../examples.js';
import type { CommandContext } from '../program.js';

/** `goldpan report`: results that were kept as JSON, put together as one page. */
export function reportCommand({ terminal }: CommandContext) {
  return new Command('report')
    .description('Put results (the JSON that other commands print with --json) together as one report.')
    .argument('<results...>', 'files of JSON, in the order of the report')
    .requiredOption('-o, --output <file>', 'report.html, or report.md')
    .option('--title <text>', 'heading of the report; default: the name of the data')
    .addHelpText(
      'after',
      examples(
        'goldpan report compare.json plan.json -o report.html',
        'goldpan report compare.json -o report.md --title "Pilot, autumn"',
      ),
    )
    .action(async (paths, flags) => {
      const results: Result[] = [];
      for (const path of paths) results.push(await readResult(resolve(terminal.folder, path)));
      await writeFileAtomic(resolve(terminal.folder, flags.output), await rendered(results, flags));
    });
}

async function readResult(path: string): Promise<Result> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw notAResultFile(basename(path), error instanceof Error ? error.message : String(error));
  }
}

async function rendered(results: readonly Result[], { output, title }: { output: string; title?: string }) {
  const kind = extname(output).toLowerCase();
  if (kind === '.html') return (await import('@goldpan/report/html')).htmlOf(results, { title });
  if (kind === '.md') return results.map((result) => markdownOf(result)).join('\n');
  throw unknownReportFormat(output);
}
