import type { Plugin } from '@goldpan/core';
import { sourceDiversity } from './selectors/source-diversity.js';
import { sourceLength } from './selectors/source-length.js';
import { sourceNeural } from './selectors/source-neural.js';
import { sourceRarity } from './selectors/source-rarity.js';
import { source } from './selectors/source.js';

export { errorCatalogue } from './error-catalogue.js';
export { readSourceModel } from './model/read-source-model.js';
export { isReliable, type SourceModel } from './model/source-model.js';
export { sourceScorer, type SourceScorer } from './model/source-scorer.js';
export { lengthScorer, type LengthUnit } from './selectors/source-length.js';
export { topSources, type RankedSources, type Sources, type TopOptions } from './streaming/top-sources.js';
export { WordRarity } from './streaming/word-rarity.js';
export type { UtilityScale } from './training/examples.js';
export { trainSourceModel, type TrainingOptions } from './training/train-source-model.js';
export type { TrainingSet } from './training/training-set.js';
export { source, sourceDiversity, sourceLength, sourceNeural, sourceRarity };

const plugin: Plugin = {
  name: '@goldpan/selector-source',
  selectors: [source, sourceLength, sourceRarity, sourceDiversity, sourceNeural],
};

export default plugin;
