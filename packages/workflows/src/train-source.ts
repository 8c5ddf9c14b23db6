import { writeFileAtomic } from '@goldpan/formats';
import { isReliable, trainSourceModel, type SourceModel } from '@goldpan/selector-source';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { unreliableModel } from './errors.js';
import { loadRegistry } from './load-plugins.js';
import type { MissingScores } from './missing-scores.js';
import { pastUtilities, type UtilityQuestion } from './past-utilities.js';
import type { DataOptions } from './question.js';
import { folderOf, writing } from './surroundings.js';
import { trainingSets } from './training-sets.js';
import { correlationInWords } from './training-words.js';
import { version } from './version.js';

/** What can be said when a source model is trained. */
export interface TrainSourceQuestion extends DataOptions, UtilityQuestion {
  /** A file for the model, as JSON; selectors take it as the option `model`. */
  readonly out: string;
  /** How utilities of different files are made comparable; default `rank`. */
  readonly scale?: 'rank' | 'zscore';
  /** Learn from the embeddings of the sources too: the name of the model that made them. */
  readonly embeddings?: string;
  /** Items that lack scores; default `error`. */
  readonly missing?: MissingScores;
  /** Under what terms the model may be passed on. */
  readonly licence?: string;
  /** Write the model even where it is not shown to predict anything; default false. */
  readonly force?: boolean;
  /** Default 0. */
  readonly seed?: number;
}

/** What was learned, and how well it predicts. The model itself is in the file. */
export interface TrainSourceDocument extends Pick<
  SourceModel,
  'utility' | 'training' | 'sources' | 'penalty' | 'validation' | 'checksum'
> {
  /** Version of Goldpan that made it. */
  readonly goldpan: string;
  readonly command: 'train-source';
  /** The file that the model was written to. */
  readonly file: string;
  /** Whether it is shown to predict held-out items better than chance. */
  readonly reliable: boolean;
}

/**
 * Learns from past evaluations which source texts are worth judging, before any system has run, and writes the model.
 *
 * @param past - files of items with sources, and scores or outputs
 * @throws NO_UTILITIES, NO_TARGET, UNKNOWN_CRITERION, UNRELIABLE_MODEL where the model predicts nothing, WRITE_FAILED and what loading throws
 */
export async function trainSource(
  past: readonly string[],
  options: TrainSourceQuestion,
): Promise<TrainSourceDocument> {
  const { out, licence, embeddings, scale = 'rank', seed = 0, signal, onProgress } = options;
  const registry = await loadRegistry(options);
  const learned = await pastUtilities(options, { registry, folder: folderOf(options) });
  const model = await trainSourceModel(await trainingSets(past, learned, writing(options, [out])), {
    utility: learned.text,
    licence,
    embedder: embeddings,
    scale,
    seed,
    progress: async (done, total) => {
      onProgress?.('training', done, total);
      // Lets Ctrl-C through.
      await setImmediate();
      signal?.throwIfAborted();
    },
  });
  const reliable = isReliable(model);
  if (!reliable && !options.force) throw unreliableModel(correlationInWords(model));
  await writeFileAtomic(resolve(folderOf(options), out), `${JSON.stringify(model)}\n`);
  const { utility, training, sources, penalty, validation, checksum } = model;
  return {
    goldpan: version,
    command: 'train-source',
    file: out,
    utility,
    training,
    sources,
    penalty,
    validation,
    reliable,
    checksum,
  };
}
