import type { FeatureSpec } from '../features/feature-spec.js';
import type { PenaltyChoice } from '../training/choose-penalty.js';
import { modelChecksum } from './model-checksum.js';
import type { SourceModel } from './source-model.js';

type Numeric = 'documentFrequencies' | 'surfaceMeans' | 'surfaceDeviations' | 'weights';
type Validation = Pick<SourceModel['validation'], 'grouping' | 'folds' | 'groups'>;

/** A model fresh from training, its numbers still in typed arrays. */
export type UnsealedModel = Omit<SourceModel, Numeric | 'features' | 'validation' | 'checksum'> &
  Readonly<Record<Numeric, ArrayLike<number>>> & {
    readonly features: FeatureSpec;
    readonly validation: Validation & Omit<PenaltyChoice, 'penalty'>;
  };

/**
 * Makes a trained model what its file will be: plain arrays, seven significant digits (so that the model in memory
 * and the one read back are the same), and a checksum.
 */
export async function sealSourceModel(model: UnsealedModel): Promise<SourceModel> {
  const { features, validation } = model;
  const [shortest, longest] = features.characters;
  const sealed = {
    ...model,
    features: {
      ...features,
      surface: [...features.surface],
      characters: [shortest, longest] as [number, number],
    },
    validation: {
      ...validation,
      rankCorrelation: rounded(validation.rankCorrelation),
      low: rounded(validation.low),
      high: rounded(validation.high),
      byPenalty: validation.byPenalty.map(({ penalty, rankCorrelation }) => ({
        penalty,
        rankCorrelation: rounded(rankCorrelation),
      })),
    },
    documentFrequencies: Array.from(model.documentFrequencies),
    surfaceMeans: Array.from(model.surfaceMeans, rounded),
    surfaceDeviations: Array.from(model.surfaceDeviations, rounded),
    weights: Array.from(model.weights, rounded),
  };
  return { ...sealed, checksum: await modelChecksum(sealed) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
