import { outOfRange } from '../errors.js';
import type { Interval } from '../intervals/interval.js';
import type { AgreementIntervalOptions } from './agreement-interval.js';
import type { Reweighted } from './kernels/reweighted.js';
import { reweightedValues } from './kernels/reweighted-values.js';
import { percentileEnds } from './percentile-ends.js';
import type { RatingRows } from './rating-rows.js';

/**
 * How much lower than the others each rater rates the same units: the mean over the rater's shared units of the mean of the others less the
 * own rating; below 0 = higher than the others. With a percentile bootstrap interval over units or clusters of them.
 *
 * @param options.clusters - the cluster of each unit; a rater whose units are of one cluster has no interval
 * @returns one per rater; all NaN for a rater who shares no unit, the ends NaN where there is no interval
 * @throws STA_OUT_OF_RANGE
 * @remarks O(replicates · ratings); where that is above 2·10⁷ there are fewer replicates, at least 100.
 * @example
 * ```ts
 * import { raterSeverities, ratingRows, ratingTable } from '@goldpan/stats';
 *
 * const rows = ratingRows(ratingTable([[1, 3], [2, 3], [3, 3]]));
 * const first = { integer: () => 0, shuffle: <T>(array: T) => array };
 * const [severe, mild] = raterSeverities(rows, { streams: () => first, replicates: 20 });
 * [severe.value, mild.value, severe.low]; // → [1, -1, 2]
 * ```
 */
export function raterSeverities(
  rows: RatingRows,
  options: AgreementIntervalOptions,
): ({ readonly value: number } & Interval)[] {
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw outOfRange('the level of an interval of severity', 'in (0, 1)', level);
  const own = differencesByRater(rows);
  const { whole, replicates } = reweightedValues(rows, own.map(weightedMean), options);
  return own.map(({ units }, rater) => {
    const value = whole[rater];
    const clusterOf = (unit: number) => options.clusters?.[unit] ?? unit;
    const isOneCluster = units.every((unit) => clusterOf(unit) === clusterOf(units[0]));
    if (isOneCluster) return { value, low: NaN, high: NaN, level };
    const { low, high } = percentileEnds(replicates[rater], level);
    return { value, low, high, level };
  });
}

/** What a rater's shared units say: the mean of the others less the own rating. */
interface Differences {
  readonly units: Uint32Array;
  readonly values: Float64Array;
}

function differencesByRater({ raters, starts, rater, values }: RatingRows): Differences[] {
  const shared = (unit: number) => starts[unit + 1] - starts[unit] >= 2;
  const ends = new Uint32Array(raters + 1);
  for (let unit = 0; unit + 1 < starts.length; unit++)
    for (let at = starts[unit]; shared(unit) && at < starts[unit + 1]; at++) ends[rater[at] + 1]++;
  for (let one = 0; one < raters; one++) ends[one + 1] += ends[one];
  const next = ends.slice();
  const units = new Uint32Array(ends[raters]);
  const differences = new Float64Array(ends[raters]);
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    if (!shared(unit)) continue;
    const others = starts[unit + 1] - starts[unit] - 1;
    let sum = 0;
    for (let at = starts[unit]; at < starts[unit + 1]; at++) sum += values[at];
    for (let at = starts[unit]; at < starts[unit + 1]; at++) {
      const place = next[rater[at]]++;
      units[place] = unit;
      differences[place] = (sum - values[at]) / others - values[at];
    }
  }
  return Array.from({ length: raters }, (_, one) => ({
    units: units.subarray(ends[one], ends[one + 1]),
    values: differences.subarray(ends[one], ends[one + 1]),
  }));
}

function weightedMean({ units, values }: Differences): Reweighted {
  return (weights) => {
    let sum = 0;
    let total = 0;
    for (let at = 0; at < units.length; at++) {
      const weight = weights[units[at]];
      sum += weight * values[at];
      total += weight;
    }
    return total > 0 ? sum / total : NaN;
  };
}
