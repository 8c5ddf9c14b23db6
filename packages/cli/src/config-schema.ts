import { parseOptions, z } from '@goldpan/core';

/** What a `goldpan.config.{js,mjs,json}` may say. */
const schema = z.object({
  plugins: z.array(z.string()).default([]).describe('plugins to load, as --plugin does'),
  defaults: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
    .default({})
    .describe('flags by command: {"plan": {"replicates": 200}}; flags on the command line win'),
});

export type ConfigValues = z.infer<typeof schema>;

/** What a configuration file says, with defaults. @throws INVALID_OPTIONS */
export function configValues(file: string, found: unknown): ConfigValues {
  return parseOptions(file, schema, found);
}
