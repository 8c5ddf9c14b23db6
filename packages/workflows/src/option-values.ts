import { optionsFromText, type OptionsSchema } from '@goldpan/core';

/** Options by name: JSON values, or texts as a person types them. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** Options as JSON values: a text is read by the type of its option, anything else is taken as it is. */
export function optionValues(schema: OptionsSchema<any>, options: OptionValues): Record<string, unknown> {
  const texts = Object.entries(options).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { ...options, ...optionsFromText(schema, texts) };
}
