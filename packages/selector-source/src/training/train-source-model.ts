import { invalidTrainingOptions, tooFewGroups } from '../errors.js';
import type { FeatureSpec } from '../features/feature-spec.js';
import { surfaceNames } from '../features/surface-features.js';
import { sealSourceModel } from '../model/seal-source-model.js';
import { MODEL_FORMAT, type SourceModel } from '../model/source-model.js';
import { assignFolds } from './assign-folds.js';
import { choosePenalty } from './choose-penalty.js';
import { joinExamples, type Examples, type UtilityScale } from './examples.js';
import { fitModels, predictHeldOut } from './hold-out.js';
import { checkTrainingSets, type TrainingSet } from './training-set.js';

/** How a source model is trained; everything has a default. */
export interface TrainingOptions {
  /** What was learned, for people: `"metric-variance of MetricX-23"`. Default "not stated". */
  readonly utility?: string;
  /** Under what terms the model may be passed on, which the licences of the training data decide. Default "not stated". */
  readonly licence?: string;
  /** What made the embeddings, with its version; must be named where the sets have embeddings, and only then. */
  readonly embedder?: string;
  /** `rank` (default): the rank of an item within its data set is learned; `zscore`: its distance from the mean of the set. */
  readonly scale?: UtilityScale;
  /** 2^bits buckets for hashed n-grams, 8 to 20. Default 16. */
  readonly bits?: number;
  /** Ridge penalties to choose from, each above 0. */
  readonly penalties?: readonly number[];
  /** How many folds at most, at least 2. Default 5. */
  readonly folds?: number;
  /** Root seed of the folds and the bootstrap. Default 0. */
  readonly seed?: number;
  /** Told after each fold how much of the work is done, and waited for: it may let other work run, and may throw to stop. */
  readonly progress?: (done: number, total: number) => unknown;
}

type CrossValidation = Required<Pick<TrainingOptions, 'folds' | 'penalties' | 'seed'>> &
  Pick<TrainingOptions, 'progress'>;

const PENALTIES = [0.3, 1, 3, 10, 30, 100, 300, 1000, 3000];
const FEWEST_GROUPS = 10;

/**
 * Distils utilities known from past evaluations into a model of the source texts alone: ridge regression on surface
 * features, hashed n-grams and, where given, embeddings (see `FeatureReader`). Nothing is read or written.
 *
 * Utilities are put on a common scale within each data set, and each set has its own intercept, so that only contrasts within sets
 * are learned. The penalty is chosen by cross-validation over data sets, or over documents where there is one data set or
 * all share texts (see `assignFolds`); the rank correlation of the held-out predictions comes with an interval (see `choosePenalty`). A model
 * whose interval reaches zero is returned all the same: ask `isReliable`.
 *
 * @param trainingSets - no item without a source or a utility
 * @throws INVALID_TRAINING_SET, INVALID_TRAINING_OPTIONS, TOO_FEW_GROUPS (below 10 documents)
 * @remarks Deterministic for a seed. Each fold costs the features of all sources and a few hundred products with their
 * sparse matrix.
 */
export async function trainSourceModel(
  trainingSets: readonly TrainingSet[],
  options: TrainingOptions = {},
): Promise<SourceModel> {
  checkTrainingSets(trainingSets, options.embedder);
  const { bits = 16, folds = 5, seed = 0, scale = 'rank', progress } = options;
  const penalties = [...(options.penalties ?? PENALTIES)].sort((a, b) => b - a);
  checkOptions({ bits, folds, penalties });
  const embedding = trainingSets[0].embeddings?.dimensions ?? 0;
  const spec: FeatureSpec = { bits, characters: [3, 5], words: 2, surface: surfaceNames, embedding };
  const examples = joinExamples(trainingSets, scale);
  if (examples.groupCount < FEWEST_GROUPS) throw tooFewGroups(examples.groupCount, FEWEST_GROUPS);
  const { penalty, validation } = await crossValidate(spec, examples, { folds, penalties, seed, progress });
  const { statistics, weights } = fitModels(spec, examples, [penalty]);
  await progress?.(validation.folds + 1, validation.folds + 1);
  return sealSourceModel({
    format: MODEL_FORMAT,
    utility: options.utility ?? 'not stated',
    direction: 'higher-first',
    licence: options.licence ?? 'not stated',
    training: describeTraining(trainingSets, examples),
    scale,
    seed,
    features: spec,
    ...(embedding > 0 && { embedder: options.embedder }),
    penalty,
    validation,
    sources: statistics.sources,
    documentFrequencies: statistics.documentFrequencies,
    surfaceMeans: statistics.means,
    surfaceDeviations: statistics.deviations,
    weights: weights[0],
  });
}

/** Chooses the penalty on held-out items, and says how well it predicts them. */
async function crossValidate(
  spec: FeatureSpec,
  examples: Examples,
  { folds: most, penalties, seed, progress }: CrossValidation,
) {
  const folds = assignFolds(examples, { most, seed });
  const predictions = await predictHeldOut(spec, examples, {
    folds,
    penalties,
    progress: (done) => progress?.(done, folds.count + 1),
  });
  const held = { folds: folds.count, penalties, predictions };
  const { penalty, ...choice } = choosePenalty(examples, held, seed);
  const { grouping, count } = folds;
  return { penalty, validation: { grouping, folds: count, groups: examples.groupCount, ...choice } };
}

function checkOptions(options: { bits: number; folds: number; penalties: readonly number[] }): void {
  const { bits, folds, penalties } = options;
  if (!(Number.isInteger(bits) && bits >= 8 && bits <= 20))
    throw invalidTrainingOptions('bits', 'a whole number from 8 to 20', bits);
  if (!(Number.isInteger(folds) && folds >= 2))
    throw invalidTrainingOptions('folds', 'a whole number of at least 2', folds);
  if (penalties.length === 0 || !penalties.every((penalty) => penalty > 0 && penalty < Infinity))
    throw invalidTrainingOptions('penalties', 'a list of numbers above 0', penalties);
}

function describeTraining(trainingSets: readonly TrainingSet[], { sets, groups }: Examples) {
  return trainingSets.map(({ name, sha256, sources }, s) => ({
    name,
    sha256,
    items: sources.length,
    groups: new Set(groups.filter((_, item) => sets[item] === s)).size,
  }));
}
