import { datasetFromItems, runSelector } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { afterAll, expect, test } from 'vitest';
import { loadRegressor, predictSources } from '../src/node/index.js';
import { sourceNeural } from '../src/index.js';
import { pieceValues, removeRegressor, tinyRegressor, withExternalWeights } from './tiny-regressor.js';

const folders: string[] = [];
const regressor: typeof tinyRegressor = (change) => {
  const folder = tinyRegressor(change);
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach(removeRegressor));

const dataset = (...sources: string[]) => datasetFromItems(sources.map((src) => ({ src })));

/** The mean value of pieces given by id: what the tiny model computes, the slow way. */
const meanOf = (...ids: number[]) => ids.reduce((sum, id) => sum + pieceValues[id], 0) / ids.length;

test("utilities are the model's predictions, whatever the batch, padding left out", async () => {
  const folder = regressor();
  const sources = ['the cat', 'the cat sat', '', 'cats', 'zebra'];
  const expected = [
    meanOf(0, 5, 6, 2),
    meanOf(0, 5, 6, 7, 2),
    meanOf(0, 2),
    meanOf(0, 6, 8, 2),
    meanOf(0, 4, 3, 2),
  ];
  for (const batchSize of [1, 2, 16]) {
    const options = { model: folder, 'batch-size': batchSize };
    const { utilities } = await runSelector(sourceNeural, dataset(...sources), { options });
    expectClose(utilities!, expected, { relative: 1e-6 });
  }
});

test("sources are cut at the card's limit, or sooner on request", async () => {
  const folder = regressor();
  const long = 'sat '.repeat(30_000);
  const run = async (options: object) =>
    (await runSelector(sourceNeural, dataset(long), { options: { model: folder, ...options } })).utilities!;
  expectClose(await run({}), [meanOf(0, 7, 7, 7, 7, 2)], { relative: 1e-6 });
  expectClose(await run({ 'max-tokens': 3 }), [meanOf(0, 7, 2)], { relative: 1e-6 });
  expectClose(await run({ 'max-tokens': 600 }), await run({}), { relative: 1e-6 });
});

test('the direction of the card turns the order', async () => {
  const files = (direction: string) => (all: Record<string, any>) =>
    (all['goldpan-card.json'].direction = direction);
  const items = dataset('the', 'cat', 'sat');
  const ranking = async (direction: string) =>
    Array.from(
      (await runSelector(sourceNeural, items, { options: { model: regressor(files(direction)) } })).ranking,
    );
  expect(await ranking('higher-first')).toEqual([1, 0, 2]);
  expect(await ranking('lower-first')).toEqual([2, 0, 1]);
});

test('progress counts sources and an abort stops between batches', async () => {
  const model = await loadRegressor(regressor());
  const seen: [number, number][] = [];
  const abort = new AbortController();
  const sources = ['the', 'cat', 'sat', 'cat the', 'the'];
  const progress = (done: number, total: number) => seen.push([done, total]);
  await predictSources(model, sources, { batchSize: 2, progress });
  expect(seen).toEqual([
    [2, 5],
    [4, 5],
    [5, 5],
  ]);
  const stop = { batchSize: 2, signal: abort.signal, progress: () => abort.abort() };
  await expect(predictSources(model, sources, stop)).rejects.toThrow(/abort/i);
  await model.close();
});

test('weights may lie in a file of their own', async () => {
  const options = { model: regressor(withExternalWeights) };
  const { utilities } = await runSelector(sourceNeural, dataset('the cat'), { options });
  expectClose(utilities!, [meanOf(0, 5, 6, 2)], { relative: 1e-6 });
});

test('a model that predicts what its card says is accepted', async () => {
  const checks = [
    { text: 'the', prediction: meanOf(0, 5, 2) },
    { text: 'sat '.repeat(99), prediction: meanOf(0, 7, 7, 7, 7, 2) },
  ];
  const model = regressor((files: any) => (files['goldpan-card.json'].checks = checks));
  // Cutting sooner than the card says is the user's choice and no fault of the model.
  const { utilities } = await runSelector(sourceNeural, dataset('the sat'), {
    options: { model, 'max-tokens': 3 },
  });
  expectClose(utilities!, [meanOf(0, 5, 2)], { relative: 1e-6 });
});

test('details name the model, what it predicts and its licence', async () => {
  const { details } = await runSelector(sourceNeural, dataset('the'), { options: { model: regressor() } });
  const expected = {
    name: 'tiny',
    predicts: 'the mean value of the pieces',
    direction: 'higher-first',
    licence: 'Apache-2.0',
  };
  expect(details).toEqual({ model: expected });
});

test.each<[string, (files: Record<string, any>) => void, RegExp]>([
  ['without a card', (files) => delete files['goldpan-card.json'], /must have a readable goldpan-card\.json/],
  [
    'with a card that is no JSON',
    (files) => (files['goldpan-card.json'] = '{'),
    /goldpan-card\.json that is wrong/,
  ],
  [
    'with a card without direction',
    (files) => delete files['goldpan-card.json'].direction,
    /wrong at "direction"/,
  ],
  ['without a tokenizer', (files) => delete files['tokenizer.json'], /cannot be loaded/],
  ['without a model', (files) => delete files['onnx/model.onnx'], /cannot be loaded/],
  [
    'without its external weights',
    (files) => (withExternalWeights(files), delete files['onnx/model.onnx_data']),
    /cannot be loaded/,
  ],
  [
    'that predicts other than the original',
    (files) => (files['goldpan-card.json'].checks = [{ text: 'the', prediction: 2.1 }]),
    /predicts 2 for "the", but the original predicted 2\.1/,
  ],
  ['with a damaged model', (files) => (files['onnx/model.onnx'] = new Uint8Array(100)), /cannot be loaded/],
])('a folder %s is refused', async (_, change, message) => {
  const options = { model: regressor(change) };
  const run = runSelector(sourceNeural, dataset('the'), { options });
  await expect(run).rejects.toMatchObject({
    code: 'INVALID_NEURAL_MODEL',
    message: expect.stringMatching(message),
  });
});
