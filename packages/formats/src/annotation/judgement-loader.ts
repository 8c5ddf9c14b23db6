import { unusableInput } from '../errors.js';
import { defineLoader, type LoadedItem, type Loader } from '../loaders/loader.js';
import type { Intake } from '../reading/intake.js';
import { readKey } from './annotation-key.js';
import { judgementOptions, type JudgementOptions } from './judgement-options.js';
import { Judgements } from './judgements.js';
import { mergedItems } from './merged-items.js';
import type { Platform } from './platform.js';
import type { AnswerSheet } from './sheets/answer-sheet.js';
import { campaignItems } from './sheets/campaign-items.js';

/** The items of a campaign that Goldpan did not hand out. @throws UNUSABLE_INPUT */
async function* foreignItems(
  { name, kind, sheets }: Platform,
  paths: readonly string[],
  { options, intake }: { readonly options: JudgementOptions; readonly intake: Intake },
): AsyncGenerator<LoadedItem> {
  const [path] = paths;
  if (options.items !== undefined)
    throw unusableInput(
      path,
      'was read without a key, and its judgements go into no other items',
      'give the key of the tasks, or leave items out: the items come from the file itself',
    );
  const given: AnswerSheet[] = [];
  for await (const batch of sheets(paths, intake)) for (const sheet of batch) given.push(sheet);
  if (given.length === 0) {
    intake.failIfRejected();
    throw unusableInput(
      path,
      `is ${kind}; it holds no answers`,
      'name the file that the platform gives back, with what people answered',
    );
  }
  yield* campaignItems(given, options, { campaign: { path, kind, format: name }, intake });
}

/**
 * The loader of judgements that a platform gives back. They are joined to the cells by the task's identifier and the hash
 * of the texts; a judgement of a text that was changed is refused. Partial and repeated ratings are fine. Without a key the tasks are
 * someone else's, and which of their fields holds what is told by names.
 */
export function judgementLoader(platform: Platform): Loader<JudgementOptions> {
  return defineLoader<JudgementOptions>({
    name: platform.name,
    summary: `Judgements that came back from tasks of ${platform.name}.`,
    input: platform.input,
    options: judgementOptions,
    ...(platform.detect && { detect: (probe) => platform.detect!(probe) }),
    async *load(paths, options, intake) {
      if (options.key === undefined) {
        yield* foreignItems(platform, paths, { options, intake });
        return;
      }
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
