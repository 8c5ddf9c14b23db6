import { clusters } from './clusters.js';
import { kendall } from './kendall.js';
import { meanAbsoluteError } from './mean-absolute-error.js';
import { meanSquaredError } from './mean-squared-error.js';
import { pairwiseAccuracy } from './pairwise-accuracy.js';
import { pearson } from './pearson.js';
import { rootMeanSquaredError } from './root-mean-squared-error.js';
import { sameBest } from './same-best.js';
import { sameClusters } from './same-clusters.js';
import { sameRanking } from './same-ranking.js';
import { spa } from './spa.js';
import { spearman } from './spearman.js';
import { topClusterF1 } from './top-cluster-f1.js';
import { topPercentile } from './top-percentile.js';
import { topWeightedKendall } from './top-weighted-kendall.js';

/** Every measure that comes with this package, in the order in which they are listed. */
export const measures = Object.freeze([
  spa,
  pairwiseAccuracy,
  kendall,
  spearman,
  pearson,
  topWeightedKendall,
  meanAbsoluteError,
  meanSquaredError,
  rootMeanSquaredError,
  clusters,
  topClusterF1,
  topPercentile,
  sameBest,
  sameClusters,
  sameRanking,
] as const);

/** The name of a measure of this package. */
export type MeasureName = (typeof measures)[number]['name'];
