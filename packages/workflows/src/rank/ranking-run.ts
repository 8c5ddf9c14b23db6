import type { Dataset, Estimator, TargetPopulation } from '@goldpan/core';
import type { RecordedDesign } from './judged-design.js';

/** What every criterion's ranking is made with. */
export interface RankingRun {
  readonly dataset: Dataset;
  readonly metrics: readonly string[];
  readonly design: RecordedDesign;
  readonly estimator: Estimator;
  readonly population: TargetPopulation;
  readonly level: number;
  readonly margin: number | undefined;
  readonly seed: number;
}
