import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Embedder } from '../embedding/embedder.js';
import { modelNotLoaded, packageMissing } from '../errors.js';
import { cacheFolder } from './cache-folder.js';

export interface SentenceModelOptions {
  /** Fetch a named model that is not on this machine; default false. A folder is never fetched. */
  readonly allowDownload?: boolean;
}

/**
 * Embeddings from a sentence model on this machine, run by the optional package `@huggingface/transformers`: the mean of
 * the model's token vectors, scaled to length 1, single precision, on the CPU. Long texts are cut where the tokenizer
 * of the model says.
 *
 * Texts go through the model one by one: in a batch, padding would let a vector depend on its neighbours in the last digits.
 *
 * @param model - a folder (`config.json`, `tokenizer.json`, `tokenizer_config.json`, `onnx/model.onnx`), or the name of a
 * model, looked for in the cache folder of the user
 * @throws PACKAGE_MISSING, MODEL_NOT_LOADED
 */
export async function sentenceModelEmbedder(
  model: string,
  { allowDownload = false }: SentenceModelOptions = {},
): Promise<Embedder> {
  const transformers = await import('@huggingface/transformers').catch((error: Error) => {
    throw packageMissing('@huggingface/transformers', error.message);
  });
  const isFolder = existsSync(resolve(model));
  const settings = { cacheDir: cacheFolder('models'), allowRemoteModels: allowDownload && !isFolder };
  const extract = await withSettings(transformers.env, settings, () =>
    transformers.pipeline('feature-extraction', isFolder ? resolve(model) : model, {
      dtype: 'fp32',
      device: 'cpu',
    }),
  ).catch((error: Error) => {
    throw modelNotLoaded(model, { isFolder, allowDownload, reason: error.message });
  });
  return {
    name: `model-${isFolder ? await fingerprint(resolve(model)) : model}-mean-${transformers.env.version}`,
    async embed(texts, { signal, progress } = {}) {
      let values = new Float32Array(0);
      let dimensions = 0;
      for (let i = 0; i < texts.length; i++) {
        signal?.throwIfAborted();
        const vector = await extract(texts[i], { pooling: 'mean', normalize: true });
        if (i === 0) {
          dimensions = vector.dims[1];
          values = new Float32Array(texts.length * dimensions);
        }
        values.set(vector.data as Float32Array, i * dimensions);
        vector.dispose();
        progress?.(i + 1, texts.length);
      }
      return { dimensions, values };
    },
  };
}

let lastLoad: Promise<unknown> = Promise.resolve();

/**
 * Does work while the whole package has some settings: options of a call are not enough, because parts of its loading code
 * do not see them and would go to the network. One at a time.
 */
function withSettings<Settings extends object, Result>(
  env: Settings,
  settings: Partial<Settings>,
  work: () => Promise<Result>,
): Promise<Result> {
  const load = lastLoad.then(async () => {
    const before = { ...env };
    Object.assign(env, settings);
    try {
      return await work();
    } finally {
      for (const name of Object.keys(settings) as (keyof Settings)[]) env[name] = before[name];
    }
  });
  lastLoad = load.catch(() => undefined);
  return load;
}

/** A hash of all files of a model, so that vectors of a model that was replaced are not mistaken for its own. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of paths.sort()) {
    hash.update(path.slice(folder.length));
    for await (const part of createReadStream(path)) hash.update(part as Buffer);
  }
  return hash.digest('hex').slice(0, 24);
}
