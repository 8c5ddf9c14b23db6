import { invalidPlugin, wrongApiVersion } from './errors.js';
import type { OptionsSchema } from './options-schema.js';
import type { ScoreMatrix } from './score-matrix.js';
import { API_VERSION } from './api-version.js';

/** A metric on all cells, none missing. */
export interface MetricScores {
  readonly name: string;
  readonly scores: ScoreMatrix;
}

/** N items of which some are judged: what an estimator is given. All matrices are N×S; nothing that receives them may change them. */
export interface JudgedData {
  /** The S names. */
  readonly systems: readonly string[];
  /**
   * Name of each item, shape (items): what is drawn by chance then goes by names, and not by the order of the items. Absent = items are called by
   * their places.
   */
  readonly ids?: readonly string[];
  /** Judgements, higher = better; NaN = not judged. */
  readonly judgements: ScoreMatrix;
  /** Automatic metrics; may be none. */
  readonly metrics: readonly MetricScores[];
  /**
   * Document of each item, shape (items), whole numbers from 0. Given where whole documents were drawn, or where the population
   * is texts like these: documents are then the independent units.
   */
  readonly documents?: Int32Array;
  /** Domain of each item, shape (items), whole numbers from 0. */
  readonly domains?: Int32Array;
  /** Probability with which the design drew each item, shape (items), in (0, 1]; absent = the same for all. */
  readonly inclusion?: Float64Array;
}

/**
 * What the estimate speaks of: `all` = the mean over the N items, so that judging all of them leaves no doubt; `like-these` = the mean
 * over the endless population that the items come from.
 */
export type TargetPopulation = 'all' | 'like-these';

/** What an estimator is given beside data and options. */
export interface EstimationContext {
  readonly seed: number;
  readonly population: TargetPopulation;
  /** Indices of the n items with at least one judgement, ascending. */
  readonly judged: Uint32Array;
  /** Design weight of each judged item, shape (judged), sum 1: the inverse of its inclusion probability, scaled. */
  readonly weights: Float64Array;
  /**
   * Independent unit of each judged item, shape (judged): its document where documents are given, else itself. Numbered from 0 in the order of the
   * names of their (first) items, so that what is drawn by number does not hang on the order of the items.
   */
  readonly units: Uint32Array;
}

/** Something the reader of an estimate must know. Codes never change meaning. */
export interface EstimateWarning {
  readonly code: string;
  readonly text: string;
}

/** What the metrics added to an estimate. */
export interface MetricGain {
  /** Weight of the metrics in differences between systems, in [0, 1]; 0 = plain means. */
  readonly weight: number;
  /** Domains in which metrics got weights of their own, because that pays there; absent = none. */
  readonly domains?: readonly number[];
  /** Slope of the mean metric in the level of all systems, in units of the judgements per standard deviation. */
  readonly levelSlope: number;
  /** How many items would have to be judged for plain means to be as precise on differences. */
  readonly effectiveItems: number;
}

/** What an estimator returns. */
export interface EstimatorResult {
  /** Estimate of each system's mean, shape (systems). */
  readonly values: Float64Array;
  /** Covariance of the errors of `values`, shape (systems × systems), the finite-population factor included. */
  readonly covariance: Float64Array;
  /** Of Student's t for intervals, above 0: those that every system has at least. */
  readonly degreesOfFreedom: number;
  /** Those of each system, shape (systems), where systems were judged unlike often; absent = `degreesOfFreedom` for all. */
  readonly systemDegreesOfFreedom?: Float64Array;
  /** Estimates moved to where metrics and other systems say, for ranks and probabilities; absent = `values`. */
  readonly shrunk?: Float64Array;
  /** Share of their distance to where metrics and other systems say by which `shrunk` were moved, in [0, 1]; absent = 0. */
  readonly shrinkage?: number;
  /** Covariance of the errors of `shrunk` that count for their order, shape (systems × systems); absent = `covariance`. */
  readonly shrunkCovariance?: Float64Array;
  /** Judgements less what the metrics explain, shape (judged × systems), NaN = not judged: with weights held, estimates are means of these. */
  readonly adjusted: Float64Array;
  /** Residuals of honest (cross-fitted) predictions, shape (judged × systems), centred per system, NaN = not judged. */
  readonly residuals: Float64Array;
  readonly gain: MetricGain;
  readonly warnings: readonly EstimateWarning[];
}

/** A way to say what the judged items say of all: a plain value, checked by shape. Keeps nothing between calls and changes no input. */
export interface Estimator<Options = any> {
  /** Kebab-case, unique in a registry. */
  readonly name: string;
  readonly apiVersion: typeof API_VERSION;
  /** One line for lists. */
  readonly summary: string;
  readonly options: OptionsSchema<Options>;
  /** Called with at least two judged items and with systems that each have a judgement. */
  estimate(data: JudgedData, options: Options, context: EstimationContext): EstimatorResult;
}

/** Makes an estimator of a definition: adds the contract version and checks the shape. @throws INVALID_PLUGIN */
export function defineEstimator<Options>(
  definition: Omit<Estimator<Options>, 'apiVersion'>,
): Estimator<Options> {
  const estimator: Estimator<Options> = { ...definition, apiVersion: API_VERSION };
  checkEstimator(estimator);
  return Object.freeze(estimator);
}

/** Whether a value has the shape of an estimator. @throws INVALID_PLUGIN, WRONG_API_VERSION */
export function checkEstimator(value: unknown, origin = 'the definition'): asserts value is Estimator {
  const estimator = (typeof value === 'object' && value !== null ? value : {}) as Partial<Estimator>;
  const who = `estimator ${JSON.stringify(estimator.name ?? '(without a name)')} of ${origin}`;
  if (typeof estimator.name !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(estimator.name)) {
    throw invalidPlugin(who, 'must have a kebab-case name');
  }
  if (estimator.apiVersion !== API_VERSION) throw wrongApiVersion(who, estimator.apiVersion, API_VERSION);
  if (typeof estimator.summary !== 'string' || estimator.summary === '')
    throw invalidPlugin(who, 'must have a summary');
  if (typeof estimator.options?.safeParse !== 'function')
    throw invalidPlugin(who, 'must have a schema as options');
  if (typeof estimator.estimate !== 'function') throw invalidPlugin(who, 'must have an estimate function');
}
