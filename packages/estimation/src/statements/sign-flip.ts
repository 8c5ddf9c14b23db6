import { stream, type Estimate } from '@goldpan/core';
import { allPairs, type Pair } from '../pair.js';

/** Most units for which all sign patterns are counted. */
const MOST_EXACT = 14;
const FLIPS = 9999;

/** A sign-flip test of "no difference" between two systems. */
export interface SignFlipTest extends Pair {
  /** Two-sided, in (0, 1]. */
  readonly pValue: number;
  /** Whether every sign pattern was counted. */
  readonly exact: boolean;
}

/**
 * Sign-flip tests of all pairs: were the two systems alike, each unit's (metric-adjusted) difference could as well have the other sign.
 * Exact up to 14 units, else from 9,999 seeded patterns, the same for all pairs, with p = (1 + as extreme)/(1 + patterns). For a
 * population of N items, what varies between units is scaled by √(1 − n/N). Units in which a system is not judged count for none
 * of its pairs. Twins have p = 1. O(patterns·units·S²).
 */
export function signFlipTests(estimate: Estimate): SignFlipTest[] {
  const { unitCount, seed } = estimate;
  const exact = unitCount <= MOST_EXACT;
  const flips = Math.max(999, Math.min(FLIPS, Math.floor(2e7 / unitCount)));
  const patterns = exact ? allPatterns(unitCount) : randomPatterns(unitCount, flips, seed);
  return allPairs(estimate.systems.length).map((pair) => {
    const parts = unitDifferences(estimate, pair);
    const extreme = countExtreme(parts, patterns);
    const total = patterns.length / unitCount;
    return { ...pair, exact, pValue: exact ? extreme / total : (1 + extreme) / (1 + total) };
  });
}

/** What each unit adds to the difference of a pair. */
function unitDifferences(estimate: Estimate, { a, b }: Pair): Float64Array {
  const { adjusted, weights, units, unitCount, judged, items, population } = estimate;
  const systems = estimate.systems.length;
  const sums = new Float64Array(unitCount);
  const sizes = new Float64Array(unitCount);
  judged.forEach((_, i) => {
    const difference = adjusted[i * systems + a] - adjusted[i * systems + b];
    if (Number.isNaN(difference)) return;
    sums[units[i]] += weights[i] * difference;
    sizes[units[i]] += weights[i];
  });
  const size = sizes.reduce((sum, part) => sum + part, 0);
  const mean = size > 0 ? sums.reduce((sum, part) => sum + part, 0) / size : 0;
  const left = population === 'all' ? Math.sqrt(1 - judged.length / items) : 1;
  return sums.map((sum, unit) => sizes[unit] * mean + left * (sum - sizes[unit] * mean));
}

function countExtreme(parts: Float64Array, patterns: Int8Array): number {
  const units = parts.length;
  const observed = Math.abs(parts.reduce((sum, part) => sum + part, 0));
  // Sums in another order round differently: what is equal must not count as less.
  const least = observed - 1e-12 * parts.reduce((sum, part) => sum + Math.abs(part), 0);
  let extreme = 0;
  for (let at = 0; at < patterns.length; at += units) {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += patterns[at + unit] * parts[unit];
    if (Math.abs(sum) >= least) extreme++;
  }
  return extreme;
}

function allPatterns(units: number): Int8Array {
  return Int8Array.from({ length: 2 ** units * units }, (_, at) =>
    (Math.floor(at / units) >> (at % units)) & 1 ? -1 : 1,
  );
}

function randomPatterns(units: number, flips: number, seed: number): Int8Array {
  const rng = stream(seed, 'estimation/sign-flip');
  return Int8Array.from({ length: units * flips }, () => (rng.next() < 0.5 ? -1 : 1));
}
