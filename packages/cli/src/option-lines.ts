import type { OptionDescription } from '@goldpan/core';

/** Options for people, a line each, as they are typed after a flag such as `--option`. */
export function optionLines(options: readonly OptionDescription[], flag: string): string {
  return options
    .map(({ name, summary, type, default: standard }) => {
      const otherwise = standard === undefined ? '' : `; default ${JSON.stringify(standard)}`;
      return `      ${flag} ${name}=…  ${summary} (${type}${otherwise})\n`;
    })
    .join('');
}
