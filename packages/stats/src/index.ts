export { StatsError, type StatsErrorCode } from './errors.js';

export { mean } from './summary/mean.js';
export { medianAbsoluteDeviation } from './summary/median-absolute-deviation.js';
export { median } from './summary/median.js';
export { withoutPauses } from './summary/without-pauses.js';
export { minMaxNormalise } from './summary/min-max-normalise.js';
export { pairwiseSum } from './summary/pairwise-sum.js';
export { pearson } from './summary/pearson.js';
export { quantile, quantileSorted } from './summary/quantile.js';
export { skewness } from './summary/skewness.js';
export { squarable } from './summary/squarable.js';
export type { Slice } from './summary/slice.js';
export { stepQuantileSorted } from './summary/step-quantile.js';
export {
  populationStandardDeviation,
  populationVariance,
  sampleStandardDeviation,
  sampleVariance,
} from './summary/variance.js';
export { zScores } from './summary/z-scores.js';

export { averageRanks } from './rank/average-ranks.js';
export { kendallTauB } from './rank/kendall-tau-b.js';
export { kendallTauC } from './rank/kendall-tau-c.js';
export { signedRankDistribution } from './rank/signed-rank-distribution.js';
export { signedRankPValue, type SignedRankMethod } from './rank/signed-rank-p-value.js';
export { signedRanks, type SignedRanks } from './rank/signed-ranks.js';
export { spearman } from './rank/spearman.js';
export { ranksWithin, weightedRankCorrelation, type PairedRanks } from './rank/weighted-rank-correlation.js';
export { wilcoxonSignedRank, type WilcoxonResult } from './rank/wilcoxon-signed-rank.js';

export { normalCdf } from './distributions/normal-cdf.js';
export { normalQuantile } from './distributions/normal-quantile.js';
export { studentTCdf } from './distributions/student-t-cdf.js';
export { studentTQuantile } from './distributions/student-t-quantile.js';

export { confidenceInterval, type ConfidenceIntervalOptions } from './intervals/confidence-interval.js';
export { holm } from './intervals/holm.js';
export type { Interval } from './intervals/interval.js';

export { cholesky } from './linear/cholesky.js';
export { covarianceMatrix } from './linear/covariance-matrix.js';
export { dot } from './linear/dot.js';
export { invertPositiveDefinite, timesOwnTranspose } from './linear/invert-positive-definite.js';
export { lanczos, type KrylovSpace, type LanczosOptions } from './linear/lanczos.js';
export { centreWithin, ridgePath, type LinearMap, type RidgeProblem } from './linear/ridge-path.js';
export { regressionLine, type RegressionLine } from './linear/regression-line.js';
export { solveCholesky, solveLower, solveUpper } from './linear/solve-cholesky.js';
export { solveLinear } from './linear/solve-linear.js';
export { symmetricEigen, type SymmetricEigen } from './linear/symmetric-eigen.js';

export { characterNgrams, type TextNgrams } from './hash/character-ngrams.js';
export { HASH_START, hashStep, spreadBits } from './hash/hash-step.js';
export { hashText } from './hash/hash-text.js';

export {
  agreementInterval,
  type AgreementIntervalOptions,
  type CoefficientInterval,
} from './agreement/agreement-interval.js';
export { AGREEMENT_COEFFICIENTS, type AgreementCoefficient } from './agreement/agreement-coefficient.js';
export { agreementIntervals } from './agreement/agreement-intervals.js';
export { raterSeverities } from './agreement/rater-severities.js';
export { agreementWithout, type AgreementWithout } from './agreement/agreement-without.js';
export type { Coefficient, WhyUndefined } from './agreement/coefficient.js';
export { cohenKappa, type CohenKappaOptions, type KappaWeights } from './agreement/cohen-kappa.js';
export { fleissKappa } from './agreement/fleiss-kappa.js';
export { intraclassCorrelation, type IntraclassForm } from './agreement/intraclass-correlation.js';
export { kendallW } from './agreement/kendall-w.js';
export { krippendorffAlpha } from './agreement/krippendorff-alpha.js';
export type { Scale } from './agreement/scale.js';
export { ratingRows, type RatingRows } from './agreement/rating-rows.js';
export { ratingTable, type RatingTable } from './agreement/rating-table.js';

export {
  bootstrapWeights,
  membersByUnit,
  resampler,
  type Drawing,
  type ResamplingMethod,
} from './resample/resampler.js';
