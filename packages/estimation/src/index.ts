export { clusteredInterval, type Cluster } from './binary/clustered-questions.js';
export { betaInterval, wilsonInterval } from './binary/one-system.js';
export { pairedPosterior, type PairedCounts, type PairedPosterior } from './binary/paired-systems.js';
export { domainJudgements, type DomainJudgements } from './checks/domain-judgements.js';
export { domainMeans, type DomainMeans } from './checks/domain-means.js';
export { favouritism, type Favouritism } from './checks/favouritism.js';
export { differenceFrom, influence, type Influence } from './checks/influence.js';
export { missingBounds, type MissingBounds } from './checks/missing-bounds.js';
export {
  predictionIntervals,
  type PredictionIntervals,
  type SuspiciousJudgement,
} from './checks/prediction-intervals.js';
export { robustness, type Robustness } from './checks/robustness.js';
export { errorCatalogue } from './error-catalogue.js';
export { meanEstimator } from './estimators/mean.js';
export { regression } from './estimators/regression.js';
export { shrunk } from './estimators/shrunk.js';
export { drawnByDocument, groupsOf, judgedData, type JudgedDataOptions } from './judged-data.js';
export { allPairs, pairDegrees, pairDifference, pairError, type Pair } from './pair.js';
export { plugin as default } from './plugin.js';
export { benjaminiHochberg } from './statements/benjamini-hochberg.js';
export { detectableDifference } from './statements/detectable-difference.js';
export { differences, pBetter, type Difference, type Range } from './statements/differences.js';
export { equivalence, type Equivalence } from './statements/equivalence.js';
export { predictedFullTest } from './statements/full-test.js';
export {
  itemsToSeparate,
  varianceShare,
  type ItemsToSeparate,
  type SeparationOptions,
} from './statements/how-many-more.js';
export { intervals, type Intervals } from './statements/intervals.js';
export { outlook, type OutlookPoint } from './statements/outlook.js';
export { pTop, rankProbabilities, type RankProbabilities } from './statements/rank-probabilities.js';
export { rankSets, surely, type RankSet } from './statements/rank-sets.js';
export { areShares } from './statements/share-intervals.js';
export { signFlipTests, type SignFlipTest } from './statements/sign-flip.js';
export { simultaneousReach } from './statements/simultaneous-reach.js';
export { subsetReading } from './statements/subset-reading.js';
export { tiers } from './statements/tiers.js';
export { LEAST_SYSTEMS, unjudgedSystems, type UnjudgedSystem } from './statements/unjudged-systems.js';
