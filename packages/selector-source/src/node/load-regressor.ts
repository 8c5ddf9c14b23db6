import { resolve } from 'node:path';
import { invalidNeuralModel, neuralRuntimeMissing } from '../errors.js';
import { checkPredictions } from './check-predictions.js';
import { readNeuralCard } from './neural-card.js';
import type { Regressor } from './regressor.js';

/**
 * Loads an exported model from a folder on disk; nothing is downloaded. The folder holds what tools/export-neural writes:
 * `onnx/model.onnx` (inputs `input_ids` and `attention_mask`, output `logits` with one number per text), `tokenizer.json`,
 * `tokenizer_config.json`, `config.json` and `goldpan-card.json`.
 *
 * Before it is returned the model must predict for the texts in its card what the original did.
 *
 * @param maxTokens - cut texts sooner than the card says
 * @throws NEURAL_RUNTIME_MISSING, INVALID_NEURAL_MODEL
 */
export async function loadRegressor(folder: string, maxTokens?: number): Promise<Regressor> {
  // An absolute path: a relative one may look like the name of a model on a hub.
  const path = resolve(folder);
  const card = await readNeuralCard(path);
  const { AutoModelForSequenceClassification, AutoTokenizer, Tensor } = await loadRuntime();
  const local = { local_files_only: true } as const;
  // The runtime finds weights in a file of their own by itself; the package's way waits for ever where that file is missing.
  const session = { dtype: 'fp32', device: 'cpu', use_external_data_format: false } as const;
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(path, local),
    AutoModelForSequenceClassification.from_pretrained(path, { ...local, ...session }),
  ]).catch((error: Error) => {
    throw invalidNeuralModel(folder, `cannot be loaded (${error.message})`);
  });
  const encode = (limit: number) => (text: string) => {
    const ids = tokenizer.encode(text);
    return ids.length > limit ? [...ids.slice(0, limit - 1), ids[ids.length - 1]] : ids;
  };
  const regressor: Regressor = {
    card,
    encode: encode(card['max-tokens']),
    async predict(batch) {
      const { ids, mask, shape } = padded(batch, tokenizer.pad_token_id ?? 0);
      const input_ids = new Tensor('int64', ids, shape);
      const { logits } = await model({ input_ids, attention_mask: new Tensor('int64', mask, shape) });
      if (logits?.data?.length !== batch.length)
        throw invalidNeuralModel(
          folder,
          `must give one number per text in "logits"; its shape is ${logits?.dims}`,
        );
      return Float64Array.from(logits.data as ArrayLike<number>);
    },
    close: () => model.dispose(),
  };
  await checkPredictions(regressor, folder);
  return { ...regressor, encode: encode(Math.min(card['max-tokens'], maxTokens ?? Infinity)) };
}

/** Rows of equal length: ids followed by padding, and 1 where there is an id. */
function padded(batch: readonly (readonly number[])[], padding: number) {
  const length = batch.reduce((longest, ids) => Math.max(longest, ids.length), 1);
  const ids = new BigInt64Array(batch.length * length).fill(BigInt(padding));
  const mask = new BigInt64Array(batch.length * length);
  batch.forEach((row, r) =>
    row.forEach((id, t) => {
      ids[r * length + t] = BigInt(id);
      mask[r * length + t] = 1n;
    }),
  );
  return { ids, mask, shape: [batch.length, length] };
}

async function loadRuntime() {
  try {
    return await import('@huggingface/transformers');
  } catch (error) {
    throw neuralRuntimeMissing(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}
