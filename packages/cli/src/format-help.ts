import { describeOptions } from '@goldpan/core';
import { builtInExporters, builtInLoaders, exporterNamed, loaderNamed } from '@goldpan/formats';
import { optionLines } from './option-lines.js';

/** The formats there are; where some are named already, what options they have. */
export function formatHelp({ from, to }: { from?: string; to?: string }): string {
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
