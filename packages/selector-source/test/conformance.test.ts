import type { Json, Selector } from '@goldpan/core';
import { sampleItems, selectorChecks, type Setup } from '@goldpan/selector-testkit';
import { afterAll, describe, expect, test } from 'vitest';
import plugin, {
  source,
  sourceDiversity,
  sourceLength,
  sourceNeural,
  sourceRarity,
  trainSourceModel,
} from '../src/index.js';
import { removeRegressor, tinyRegressor } from './tiny-regressor.js';

const sources = sampleItems({ items: 40, systems: 2, seed: 0 }).map(({ src }) => src!);
const trained = await trainSourceModel(
  [{ name: 'past', sha256: '0'.repeat(64), sources, utilities: sources.map((text) => text.length) }],
  { bits: 8, folds: 2, penalties: [30] },
);
const neural = tinyRegressor();
afterAll(() => removeRegressor(neural));

const model = trained as unknown as Json;
const subjects: [title: string, Selector<any>, Setup][] = [
  ['source-length', sourceLength, {}],
  ['source-length, shortest', sourceLength, { runs: 4, options: { order: 'shortest', unit: 'characters' } }],
  ['source-diversity', sourceDiversity, { runs: 5 }],
  ['source-diversity, embeddings', sourceDiversity, { options: { vectors: 'embeddings' } }],
  // It sets up counts of a million buckets for each of many small datasets.
  ['source-rarity', sourceRarity, { runs: 2 }],
  ['source', source, { runs: 5, options: { model }, invalidOptions: [{ model: 'model.json' }] }],
  // Each run loads the model anew.
  [
    'source-neural',
    sourceNeural,
    { runs: 2, options: { model: neural }, invalidOptions: [{ 'batch-size': 0 }] },
  ],
];

describe.each(subjects)('%s', (_, selector, setup) => {
  for (const { name, run } of selectorChecks(selector, setup)) test(name, run);
});

test('every selector of the plugin is checked', () => {
  expect(new Set(subjects.map(([, selector]) => selector))).toEqual(new Set(plugin.selectors));
});
