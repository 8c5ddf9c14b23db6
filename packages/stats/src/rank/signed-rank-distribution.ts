import { outOfRange } from '../errors.js';

/** The largest number of differences for which SciPy, and this package, use the exact distribution. */
export const EXACT_LIMIT = 50;

/**
 * The null distribution of the Wilcoxon signed-rank statistic: how likely is a sum of a random subset of 1…n to be at most t?
 *
 * @param n - number of differences, none zero and no two of the same size, in 0…50
 * @returns shape (n(n + 1)/2 + 1): element t is P(T ≤ t); a copy
 * @throws STA_OUT_OF_RANGE
 * @remarks Exact: counts of subsets stay below 2^53. O(n²) time after the first call.
 * @example
 * ```ts
 * import { signedRankDistribution } from '@goldpan/stats';
 *
 * signedRankDistribution(2); // → [0.25, 0.5, 0.75, 1]
 * ```
 */
export function signedRankDistribution(n: number): Float64Array {
  if (!Number.isInteger(n) || n < 0 || n > EXACT_LIMIT) {
    throw outOfRange(
      'the number of differences of an exact distribution',
      `an integer in 0…${EXACT_LIMIT}`,
      n,
    );
  }
  return distribution(n).slice();
}

/** `signedRankDistribution` without the copy: callers only read it. */
export function distribution(n: number): Float64Array {
  tables ??= buildTables();
  return tables[n];
}

/** Constants that are computed on first use: they depend on nothing but n. */
let tables: Float64Array[] | undefined;

function buildTables(): Float64Array[] {
  const cumulative: Float64Array[] = [];
  let counts = Float64Array.of(1);
  for (let n = 0; n <= EXACT_LIMIT; n++) {
    if (n > 0) counts = withRank(counts, n);
    const table = new Float64Array(counts.length);
    for (let t = 0, below = 0; t < counts.length; t++) table[t] = (below += counts[t]) / 2 ** n;
    cumulative.push(table);
  }
  return cumulative;
}

/** Subsets by sum, once a further rank may be in or out. */
function withRank(counts: Float64Array, rank: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(counts.length + rank);
  for (let t = 0; t < counts.length; t++) {
    next[t] += counts[t];
    next[t + rank] += counts[t];
  }
  return next;
}
