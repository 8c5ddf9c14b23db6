export { errorCatalogue } from './error-catalogue.js';
export { mean } from './estimators/mean.js';
export { regression } from './estimators/regression.js';
export { shrunk } from './estimators/shrunk.js';
export { drawnByDocument, groupsOf, judgedData, type JudgedDataOptions } from './judged-data.js';
export { allPairs, pairDifference, pairError, type Pair } from './pair.js';
export { plugin as default } from './plugin.js';
export { differences, pBetter, type Difference, type Range } from './statements/differences.js';
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
export { simultaneousReach } from './statements/simultaneous-reach.js';
export { tiers } from './statements/tiers.js';
