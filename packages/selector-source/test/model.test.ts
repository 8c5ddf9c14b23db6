import { beforeAll, expect, test } from 'vitest';
import { readSourceModel, trainSourceModel, type SourceModel } from '../src/index.js';
import { canonicalJson } from '../src/model/canonical-json.js';
import { modelChecksum } from '../src/model/model-checksum.js';
import { termsMatter } from './training-data.js';

let model: SourceModel;
beforeAll(async () => {
  model = await trainSourceModel([termsMatter('past', 40)], { bits: 8 });
});

test('a model is plain JSON whose checksum does not depend on the order of its keys', async () => {
  const reversed = Object.fromEntries(Object.entries(model).reverse());
  expect(await readSourceModel(JSON.parse(JSON.stringify(reversed)))).toEqual(model);
  expect(await modelChecksum(reversed)).toBe(model.checksum);
});

test('canonical JSON sorts keys at every depth and leaves lists alone', () => {
  const value = { b: [{ z: 1, y: [3, 2] }], a: { ['__proto__x']: null, A: 'é' } };
  expect(canonicalJson(value)).toBe('{"a":{"A":"é","__proto__x":null},"b":[{"y":[3,2],"z":1}]}');
});

test('the checksum is SHA-256', async () => {
  // printf '{"a":1}' | sha256sum
  expect(await modelChecksum({ a: 1, checksum: 'left out' })).toBe(
    '015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
  );
});

test.each<[string, (model: any) => unknown, RegExp]>([
  ['nothing', () => undefined, /must have the format "goldpan-source-model\/1"; got none/],
  ['null', () => null, /got none/],
  [
    'another format',
    (model) => ({ ...model, format: 'goldpan-source-model/2' }),
    /got "goldpan-source-model\/2"/,
  ],
  ['a changed weight', (model) => ({ ...model, weights: model.weights.with(5, 1e6) }), /has the checksum/],
  ['a changed licence', (model) => ({ ...model, licence: 'CC0-1.0' }), /has the checksum/],
  ['a field of the wrong type', (model) => ({ ...model, penalty: '1' }), /wrong "penalty"/],
  ['an unknown field', (model) => ({ ...model, extra: 1 }), /extra/],
  [
    'a missing weight',
    (model) => ({ ...model, weights: model.weights.slice(1) }),
    /must have \d+ weights; it has \d+/,
  ],
  [
    'frequencies of another size',
    (model) => ({ ...model, documentFrequencies: [1] }),
    /must have 256 documentFrequencies; it has 1/,
  ],
  [
    'other surface features',
    (model) => ({ ...model, features: { ...model.features, surface: ['length'] } }),
    /other surface features/,
  ],
  ['an embedder and no embeddings', (model) => ({ ...model, embedder: 'x' }), /must name the embedder where/],
  [
    'far too many buckets',
    (model) => ({ ...model, features: { ...model.features, bits: 40 } }),
    /wrong "features\.bits"/,
  ],
])('a model with %s is refused', async (_, change, message) => {
  const run = readSourceModel(change(structuredClone(model)));
  await expect(run).rejects.toMatchObject({
    code: 'INVALID_SOURCE_MODEL',
    message: expect.stringMatching(message),
  });
});
