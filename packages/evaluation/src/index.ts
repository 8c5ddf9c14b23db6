export type { ClusterOptions, Clusters } from './clusters.js';
export { curves, type CurveOptions, type Curves } from './curves.js';
export { errorCatalogue } from './error-catalogue.js';
export { evaluateSubset, type SubsetEvaluation } from './evaluate-subset.js';
export { fullData, replicate, type FullData, type FullDataOptions } from './full-data.js';
export { measures, resolveMeasure, type Measure, type MeasureName } from './measures.js';
export { metricAgreement, type Agreement, type MetricAgreement } from './metric-agreement.js';
export type { MissingPolicy, MissingReport } from './missing.js';
export { parityBaseline, type ParityBaseline, type ParityBaselineOptions } from './parity-baseline.js';
export { parity, type Parity, type ParityGoal, type ParityRule } from './parity.js';
export {
  randomBaseline,
  type Band,
  type RandomBaseline,
  type RandomBaselineOptions,
} from './random-baseline.js';
export { randomRanking } from './random-ranking.js';
export { signFlipPValues } from './sign-flip-p-values.js';
export { significanceClusters } from './significance-clusters.js';
export { everySize, sizesAt, standardShares } from './sizes.js';
export type { Standing } from './standing.js';
