import type { Json, Selector } from '@goldpan/core';
import { sampleItems, selectorChecks, type Setup } from '@goldpan/selector-testkit';
import { afterAll, describe, test } from 'vitest';
import {
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

const subjects: [Selector<any>, Setup][] = [
  [sourceLength, {}],
  [sourceDiversity, {}],
  // It sets up counts of a million buckets for each of many small datasets.
  [sourceRarity, { runs: 2 }],
  [source, { runs: 5, options: { model: trained as unknown as Json } }],
  // Each run loads the model anew.
  [sourceNeural, { runs: 2, options: { model: neural } }],
];

for (const [selector, setup] of subjects)
  describe(selector.name, () => {
    for (const { name, run } of selectorChecks(selector, setup)) test(name, run);
  });
