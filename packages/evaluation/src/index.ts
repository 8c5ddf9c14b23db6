import type { Plugin } from '@goldpan/core';
import { measures } from './measures/index.js';

export type { ClusterOptions } from './clusters.js';
export { curves, type CurveOptions, type Curves } from './curves.js';
export { errorCatalogue } from './error-catalogue.js';
export { evaluateSubset, type SubsetEvaluation } from './evaluate-subset.js';
export { fullData, replicate, type FullData, type FullDataOptions } from './full-data.js';
export { measures, type MeasureName } from './measures/index.js';
export {
  metricAgreement,
  pearsonAgreement,
  type Correlations,
  type MetricAgreement,
  type PearsonAgreement,
} from './metric-agreement.js';
export type { MissingPolicy, MissingReport } from './missing.js';
export { outlyingCells, type OutlyingCell } from './outlying-cells.js';
export { parityBaseline, type ParityBaseline, type ParityBaselineOptions } from './parity-baseline.js';
export { parity, type Parity, type ParityGoal, type ParityRule } from './parity.js';
export {
  randomBaseline,
  type Band,
  type RandomBaseline,
  type RandomBaselineOptions,
} from './random-baseline.js';
export { randomRanking } from './random-ranking.js';
export { resolveMeasure } from './resolve-measure.js';
export { signFlipPValues } from './sign-flip-p-values.js';
export { significanceClusters } from './significance-clusters.js';
export { everySize, sizesAt, standardShares } from './sizes.js';
export { systemRanks } from './system-ranks.js';

const plugin: Plugin = { name: '@goldpan/evaluation', measures };

export default plugin;
