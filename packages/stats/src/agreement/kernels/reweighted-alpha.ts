import type { Scale } from '../scale.js';
import { countLevels, varies, type CodedRatings } from './coded-ratings.js';
import { ratioOrNaN, type Reweighted } from './reweighted.js';
import { sumOfDifferences } from './sum-of-differences.js';

/** Krippendorff's alpha of reweighted units: 1 − observed · (n − 1) / expected. O(ratings) a call, for `ratio` O(levels²). */
export function reweightedAlpha(coded: CodedRatings, scale: Scale): Reweighted {
  const counts = new Float64Array(coded.levels.length);
  const places = scale === 'ordinal' ? new Float64Array(counts.length) : coded.levels;
  const own = scale === 'ordinal' ? undefined : unitDifferences(coded, scale);
  return (weights) => {
    const total = countLevels(coded, weights, counts);
    if (!varies(counts)) return NaN;
    if (scale === 'ordinal') rankLevels(counts, places);
    const observed = own ? weightedSum(own, weights) : rankDifferences(coded, places, weights);
    const expected = EXPECTED[scale](counts, places, total);
    return 1 - ratioOrNaN(observed * (total - 1), expected);
  };
}

/** Squared differences of each unit over ordered pairs, divided by one less than its ratings. */
function unitDifferences({ starts, codes, levels }: CodedRatings, scale: Scale): Float64Array {
  const values = Float64Array.from(codes, (code) => levels[code]);
  return Float64Array.from({ length: starts.length - 1 }, (_, unit) => {
    const row = values.subarray(starts[unit], starts[unit + 1]);
    return row.length < 2 ? 0 : sumOfDifferences(row, scale) / (row.length - 1);
  });
}

function rankDifferences(
  { starts, codes }: CodedRatings,
  ranks: Float64Array,
  weights: ArrayLike<number>,
): number {
  let sum = 0;
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    const size = starts[unit + 1] - starts[unit];
    if (weights[unit] === 0 || size < 2) continue;
    let mean = 0;
    for (let at = starts[unit]; at < starts[unit + 1]; at++) mean += ranks[codes[at]] / size;
    let squares = 0;
    for (let at = starts[unit]; at < starts[unit + 1]; at++) squares += (ranks[codes[at]] - mean) ** 2;
    sum += (weights[unit] * 2 * size * squares) / (size - 1);
  }
  return sum;
}

/** The average rank of each level among all ratings. */
function rankLevels(counts: Float64Array, ranks: Float64Array): void {
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    ranks[level] = below + (counts[level] + 1) / 2;
    below += counts[level];
  }
}

/** Squared differences over all ordered pairs of ratings. */
const EXPECTED: Record<Scale, (counts: Float64Array, places: Float64Array, total: number) => number> = {
  nominal: (counts, _, total) => total ** 2 - counts.reduce((sum, count) => sum + count * count, 0),
  ordinal: squaresAround,
  interval: squaresAround,
  ratio: proportions,
};

function squaresAround(counts: Float64Array, places: Float64Array, total: number): number {
  let mean = 0;
  for (let level = 0; level < counts.length; level++) mean += (counts[level] * places[level]) / total;
  let squares = 0;
  for (let level = 0; level < counts.length; level++) squares += counts[level] * (places[level] - mean) ** 2;
  return 2 * total * squares;
}

function proportions(counts: Float64Array, places: Float64Array): number {
  let sum = 0;
  for (let a = 1; a < counts.length; a++) {
    if (counts[a] === 0) continue;
    for (let b = 0; b < a; b++)
      sum += 2 * counts[a] * counts[b] * ((places[a] - places[b]) / (places[a] + places[b])) ** 2;
  }
  return sum;
}

function weightedSum(values: Float64Array, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += weights[at] * values[at];
  return sum;
}
