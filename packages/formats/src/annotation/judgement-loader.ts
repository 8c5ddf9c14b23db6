import { unusableInput } from '../errors.js';
import { defineLoader, type Loader } from '../loaders/loader.js';
import { readKey } from './annotation-key.js';
import { judgementOptions, type JudgementOptions } from './judgement-options.js';
import { Judgements } from './judgements.js';
import { mergedItems } from './merged-items.js';
import type { Platform } from './platform.js';

/**
 * The loader of judgements that a platform gives back. They are joined to the cells by the task's identifier and the hash
 * of the texts; a judgement of a text that was changed is refused. Partial and repeated ratings are fine.
 */
export function judgementLoader(platform: Platform): Loader<JudgementOptions> {
  return defineLoader<JudgementOptions>({
    name: platform.name,
    summary: `Judgements that came back from tasks of ${platform.name}.`,
    input: platform.input,
    options: judgementOptions,
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
        for await (const batch of platform.read(path, intake, key.criteria ?? []))
          for (const judgement of batch) judgements.take(judgement);
      }
      judgements.notes();
      if (options.items === undefined) yield* judgements.items();
      else yield* mergedItems(options.items, { platform, judgements, key, options, intake });
    },
  });
}
