import { describeOptions, type OptionsSchema } from '@goldpan/core';

/** The options of a schema for people, a line each, as they are typed after a flag such as `--option`. */
export function optionLines(schema: OptionsSchema<any>, flag: string): string {
  return describeOptions(schema)
    .map(({ name, summary, type, default: standard }) => {
      const otherwise = standard === undefined ? '' : `; default ${JSON.stringify(standard)}`;
      return `      ${flag} ${name}=…  ${summary} (${type}${otherwise})\n`;
    })
    .join('');
}
