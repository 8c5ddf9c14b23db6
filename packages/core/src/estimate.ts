import type { EstimatorResult, TargetPopulation } from './estimator.js';

/** What the judged items say of every judged system's mean. Arrays over systems are in the order of `systems`. */
export interface Estimate extends EstimatorResult {
  readonly estimator: string;
  readonly population: TargetPopulation;
  readonly seed: number;
  /** The S names that are estimated: every system with a judgement. */
  readonly systems: readonly string[];
  /** Their places among the systems of the data. */
  readonly positions: Uint32Array;
  /** Systems that nobody judged: nothing is estimated of them. */
  readonly unjudged: readonly string[];
  /** N, the number of items. */
  readonly items: number;
  /** Indices of the n judged items, ascending. */
  readonly judged: Uint32Array;
  /** Design weights of the judged items, sum 1. */
  readonly weights: Float64Array;
  /** Judgements of each system, counted. */
  readonly counts: Uint32Array;
  /** Plain (weighted) means of the judgements of each system. */
  readonly means: Float64Array;
  /** Independent unit of each judged item, shape (judged), from 0 in the order of the items' names: its document, or itself. */
  readonly units: Uint32Array;
  readonly unitCount: number;
  /** Degrees of freedom of each system's interval, shape (systems); a difference has the fewer of its two. */
  readonly systemDegreesOfFreedom: Float64Array;
  /** Estimates for ranks and probabilities: the shrunk ones, or `values` where the estimator does not shrink. */
  readonly shrunk: Float64Array;
  /** By how much they were shrunk, in [0, 1]: the share of doubt that metrics and other systems take away. */
  readonly shrinkage: number;
  /** Covariance of the errors of `shrunk`, for probabilities of ranks; `covariance` where the estimator names no other. */
  readonly shrunkCovariance: Float64Array;
}
