import { DEFAULT_TARGET, z } from '@goldpan/core';
import { unusableInput } from '../errors.js';
import { defineLoader, type Loader } from '../loaders/loader.js';
import { directionOptions, ratingOptions } from '../tables/column-options.js';
import { readKey } from './annotation-key.js';
import { Judgements } from './judgements.js';
import { mergedItems } from './merged-items.js';
import type { Platform } from './platform.js';

const options = z.object({
  key: z.string().describe('the key file that was written with the tasks'),
  items: z
    .string()
    .optional()
    .describe(
      'the item file the tasks were made of: its items are given back, with the judgements; otherwise identifiers and judgements alone',
    ),
  target: z.string().default(DEFAULT_TARGET).describe('score column that the judgements go to'),
  overwrite: z.boolean().default(false).describe('replace judgements that the items have in that column'),
  ...ratingOptions,
  ...directionOptions,
});

export type JudgementOptions = z.infer<typeof options>;

/**
 * The loader of judgements that a platform gives back. They are joined to the cells by the task's identifier and the hash
 * of the texts; a judgement of a text that was changed is refused. Partial and repeated ratings are fine.
 */
export function judgementLoader(platform: Platform): Loader<JudgementOptions> {
  return defineLoader<JudgementOptions>({
    name: platform.name,
    summary: `Judgements that came back from tasks of ${platform.name}.`,
    input: platform.input,
    options,
    async *load(paths, options, intake) {
      const key = await readKey(options.key, intake);
      if (key.format !== platform.name) {
        throw unusableInput(
          options.key,
          `must be a key for ${platform.name}; it is one for ${key.format}`,
          `read the judgements as ${key.format}`,
        );
      }
      const judgements = new Judgements(key, options, intake);
      for (const path of paths) {
        for await (const batch of platform.read(path, intake))
          for (const judgement of batch) judgements.take(judgement);
      }
      judgements.notes();
      if (options.items === undefined) yield* judgements.items();
      else yield* mergedItems(options.items, { platform, judgements, key, options, intake });
    },
  });
}
