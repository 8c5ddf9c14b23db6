import { tooFewSystems, type Dataset } from '@goldpan/core';
import { unusedOption } from './errors.js';
import { familyOf } from './families/family-of.js';
import type { IrtModel, IrtModelName } from './irt-model.js';
import type { Responses } from './kernels/expectation.js';
import { integrateAbilities } from './kernels/integrate-abilities.js';
import { integrateItems } from './kernels/integrate-items.js';
import { populationPrior } from './kernels/population-prior.js';
import { startOf } from './kernels/start.js';
import { reportModel } from './report-model.js';
import { chooseCoding, encodeScore } from './score-coding.js';

/** How a model is fitted; everything but the metric has a default. */
export interface IrtOptions {
  /** The score column. */
  readonly metric: string;
  /** Default: `2pl` where all scores are 0 or 1, or are to be made binary; `continuous-2pl` otherwise. */
  readonly model?: IrtModelName;
  /** Make scores binary: 1 at or above this. Only for binary models. */
  readonly binarise?: 'median' | 'mean' | number;
  /** Lowest and highest possible score, mapped to 0 and 1. Only for continuous models. */
  readonly range?: readonly [number, number];
  /** Of continuous models: the same noise everywhere (default), or noise scaled by μ(1 − μ)/a². */
  readonly noise?: 'constant' | 'scaled';
  /** What is integrated out. Default: abilities where there are at least twice as many systems as (few) items, else items. */
  readonly integrate?: 'items' | 'abilities';
  /** The search stops when no parameter changes by more than this in a pass; default 1e-5. */
  readonly tolerance?: number;
  /** The search gives up after so many passes over the scores; default 500. */
  readonly 'most-passes'?: number;
}

/**
 * Fits an item response model to the scores of a metric: marginal maximum a posteriori with hierarchical priors. Missing
 * scores are not in the likelihood. Deterministic.
 *
 * @returns abilities and items with standard errors; `fit.converged` says whether the search came to rest
 * @throws UNKNOWN_METRIC, TOO_FEW_SYSTEMS (below 2), and those of `chooseCoding`
 * @remarks O(passes · N · S · nodes): about 15 passes of 25 nodes (2PL). See the README for the method and its limits.
 */
export function fitIrt(dataset: Dataset, options: IrtOptions): IrtModel {
  const matrix = dataset.scores(options.metric);
  if (matrix.systems < 2) throw tooFewSystems('item response theory', matrix.systems, 2);
  const model = options.model ?? defaultModel(matrix.values, options);
  const coding = chooseCoding(matrix, { ...options, model });
  if (options.noise !== undefined && !model.startsWith('continuous')) {
    throw unusedOption('noise', 'a continuous model', model);
  }
  const noise = model.startsWith('continuous') ? { form: options.noise ?? ('constant' as const) } : undefined;
  const family = familyOf({ model, noise, coding });
  const values =
    coding.kind === 'as-is' ? matrix.values : matrix.values.map((score) => encodeScore(coding, score));
  const responses = { items: matrix.items, systems: matrix.systems, values };
  const prior = populationPrior(family);
  const top = coding.kind === 'levels' ? coding.levels.length - 1 : 1;
  const { parameters: start, modes } = startOf(family, prior, responses, top);
  const integrated = options.integrate ?? sideToIntegrate(responses, family.coordinates.length);
  const integrate = integrated === 'items' ? integrateItems : integrateAbilities;
  const { tolerance = 1e-5, 'most-passes': mostPasses = 500 } = options;
  const estimate = integrate({ family, responses, prior, start, modes, tolerance, mostPasses });
  return reportModel({
    dataset,
    responses,
    family,
    integrated,
    estimate,
    model,
    noise,
    coding,
    metric: options.metric,
  });
}

/** Few items and many systems: then it is the abilities that little is known about each. */
function sideToIntegrate({ items, systems }: Responses, dimensions: number): 'items' | 'abilities' {
  return systems >= 2 * items && items * dimensions <= 800 ? 'abilities' : 'items';
}

function defaultModel(values: Float64Array, { binarise }: IrtOptions): IrtModelName {
  const binary =
    binarise !== undefined || values.every((score) => score === 0 || score === 1 || Number.isNaN(score));
  return binary ? '2pl' : 'continuous-2pl';
}
