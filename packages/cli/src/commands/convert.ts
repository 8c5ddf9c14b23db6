import { Command } from '@commander-js/extra-typings';
import { describeOptions, optionsFromText } from '@goldpan/core';
import { builtInExporters, builtInLoaders, exporterNamed, exportItems, loaderNamed } from '@goldpan/formats';
import { resolve } from 'node:path';
import { loadFormats, loadItems } from '@goldpan/workflows';
import { examples } from '../examples.js';
import type { CommandContext } from '../command-context.js';
import { surroundingsOf } from '../surroundings.js';
import { collectPair, shared } from '../shared-options.js';
import { optionLines } from '../option-lines.js';
import { version } from '../version.js';

/** `goldpan convert`: from one format to another. */
export function convertCommand(context: CommandContext) {
  const { terminal } = context;
  return new Command('convert')
    .description(
      'Read evaluation data of one format and write it in another; also annotation tasks, and judgements back.',
    )
    .argument('<input...>', 'file, files or folder')
    .option('--from <format>', 'format of the input; default: told from the input where that is safe')
    .requiredOption('--to <format>', 'format of the output')
    .requiredOption('-o, --output <file>', 'file or folder to write')
    .option('--from-option <name=value>', 'an option of the input format; may be repeated', collectPair, [])
    .option('--to-option <name=value>', 'an option of the output format; may be repeated', collectPair, [])
    .addOption(shared.plugin())
    .addOption(shared.skipInvalid())
    .addOption(shared.seed())
    .addOption(shared.json())
    .addOption(shared.quiet())
    .addHelpText('after', ({ command }) => `\n${formatHelp(command.opts()).trimEnd()}`)
    .addHelpText(
      'after',
      examples(
        'goldpan convert scores.csv --from long-table --to items -o items.jsonl',
        'goldpan convert mt-metrics-eval-v2 --from mt-metrics-eval --from-option test-set=wmt23 --from-option langs=en-de --to items -o wmt23.jsonl',
        'goldpan convert selected.jsonl --to label-studio -o tasks.json',
        'goldpan convert --from mt-metrics-eval --help',
      ),
    )
    .action(async (inputs, flags) => {
      const surroundings = surroundingsOf(context, flags);
      const file = await loadItems(inputs, {
        ...flags,
        ...surroundings,
        // Exporters read texts from the input again, so memory need not hold them.
        texts: false,
        format: flags.from,
        formatOption: flags.fromOption,
      });
      const { exporters } = await loadFormats(surroundings);
      const exporter = exporterNamed(flags.to, exporters);
      const report = await exportItems({ file }, resolve(terminal.folder, flags.output), {
        format: flags.to,
        options: optionsFromText(exporter.options, flags.toOption),
        exporters,
        seed: flags.seed,
        signal: terminal.signal,
      });
      if (flags.json)
        terminal.out(
          `${JSON.stringify({ goldpan: version, command: 'convert', seed: flags.seed, from: file.format, to: flags.to, ...report })}\n`,
        );
      else {
        const tasks = report.tasks === undefined ? '' : `, ${report.tasks} tasks`;
        terminal.out(`${report.items} items${tasks} → ${report.files.join(', ')}\n`);
      }
      if (!flags.quiet) for (const note of [...file.notes, ...report.notes]) terminal.err(`note: ${note}\n`);
    });
}

/** The formats there are; where some are named already, what options they have. */
function formatHelp({ from, to }: { from?: string; to?: string }): string {
  const line = ({ name, summary }: { name: string; summary: string }) => `  ${name.padEnd(22)} ${summary}\n`;
  if (from === undefined && to === undefined)
    return `Formats to read (--from):\n${builtInLoaders.map(line).join('')}\nFormats to write (--to):\n${builtInExporters.map(line).join('')}\nWith --from or --to before it, --help lists the options of that format.\n`;
  const loader = from === undefined ? undefined : loaderNamed(from, builtInLoaders);
  const exporter = to === undefined ? undefined : exporterNamed(to, builtInExporters);
  return [
    ...(loader
      ? [`Options of ${from}:\n${optionLines(describeOptions(loader.options), '--from-option')}`]
      : []),
    ...(exporter
      ? [`Options of ${to}:\n${optionLines(describeOptions(exporter.options), '--to-option')}`]
      : []),
  ].join('\n');
}
