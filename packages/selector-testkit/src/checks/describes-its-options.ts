import { describeOptions, type OptionsSchema } from '@goldpan/core';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail } from '../kit/subject.js';

/** Help and documentation come from the declaration of the options, so it must say what they are. */
export const describesItsOptions: SelectorCheck = {
  name: 'describes its options',
  hold: async ({ who, selector }) => requireDescribedOptions(who, selector.options),
};

export function requireDescribedOptions(who: string, schema: OptionsSchema<any>): void {
  for (const { name, type, summary } of describeOptions(schema)) {
    const option = `the option ${JSON.stringify(name)}`;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
      fail({ who }, 'have options in kebab-case', `${option} is not`);
    if (summary.trim() === '') fail({ who }, 'describe its options', `${option} has no .describe(…)`);
    if (type.includes('a JSON value'))
      fail({ who }, 'declare the type of its options', `${option} takes any value`);
  }
}
