import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isGoldpanError } from '@goldpan/core';
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
  const isFolder = existsSync(resolve(model));
  const { extract, version } = await load(
    isFolder ? resolve(model) : model,
    allowDownload && !isFolder,
  ).catch((error: Error) => {
    if (isGoldpanError(error)) throw error;
    throw modelNotLoaded(model, { isFolder, allowDownload, reason: error.message });
  });
  return {
    name: `model-${isFolder ? await fingerprint(resolve(model)) : model}-mean-${version}`,
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

/** @param allowRemoteModels - whether the network may be asked for what is not here */
async function load(model: string, allowRemoteModels: boolean) {
  const { env, pipeline } = await import('@huggingface/transformers').catch((error: Error) => {
    throw packageMissing('@huggingface/transformers', error.message);
  });
  const settings = { cacheDir: cacheFolder('models'), allowRemoteModels };
  const extract = await withSettings(env, settings, () =>
    pipeline('feature-extraction', model, { dtype: 'fp32', device: 'cpu' }),
  );
  return { extract, version: env.version };
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
