export { averageRanks } from './average-ranks.js';
export { confidenceInterval, type ConfidenceIntervalOptions } from './confidence-interval.js';
export { StatsError, type StatsErrorCode } from './errors.js';
export { holm } from './holm.js';
export { kendallTauB } from './kendall-tau-b.js';
export { kendallTauC } from './kendall-tau-c.js';
export { mean } from './mean.js';
export { minMaxNormalise } from './min-max-normalise.js';
export { normalCdf } from './normal-cdf.js';
export { pairwiseSum } from './pairwise-sum.js';
export { pearson } from './pearson.js';
export { quantile, quantileSorted } from './quantile.js';
export { signedRankDistribution } from './signed-rank-distribution.js';
export { signedRankPValue, type SignedRankMethod } from './signed-rank-p-value.js';
export { signedRanks, type SignedRanks } from './signed-ranks.js';
export type { Slice } from './slice.js';
export { spearman } from './spearman.js';
export { studentTQuantile } from './student-t-quantile.js';
export {
  populationStandardDeviation,
  populationVariance,
  sampleStandardDeviation,
  sampleVariance,
} from './variance.js';
export { wilcoxonSignedRank, type WilcoxonResult } from './wilcoxon-signed-rank.js';
export { zScores } from './z-scores.js';
