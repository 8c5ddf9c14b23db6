import type { ScoreMatrix } from '@goldpan/core';
import { holm, wilcoxonSignedRank } from '@goldpan/stats';
import { SignBits } from '../src/kernels/sign-bits.js';

/** Slow and obvious forms of what the package computes fast. Scores are small whole numbers, so that sums are exact. */

/** A matrix from rows of scores; undefined = missing. */
export function matrixOf(rows: readonly (readonly (number | undefined)[])[]): ScoreMatrix {
  return {
    items: rows.length,
    systems: rows[0].length,
    values: Float64Array.from(rows.flat(), (score) => score ?? NaN),
  };
}

export const pairsOf = (systems: number): [number, number][] =>
  Array.from({ length: systems }, (_, a) =>
    Array.from({ length: systems - a - 1 }, (_, k): [number, number] => [a, a + 1 + k]),
  ).flat();

const scoreOf = ({ systems, values }: ScoreMatrix, item: number, system: number) =>
  values[item * systems + system];

/** Differences a − b on the items where both have a score. */
export function differences(matrix: ScoreMatrix, items: readonly number[], a: number, b: number): number[] {
  return items
    .map((item) => scoreOf(matrix, item, a) - scoreOf(matrix, item, b))
    .filter((difference) => !Number.isNaN(difference));
}

/** Sign-flip counts by the letter: draw signs, add up, compare T* with T. `items[k]` is judged at position `positions[k]`. */
export function slowFlipCounts(
  matrix: ScoreMatrix,
  { items, positions, seed, permutations }: SlowFlips,
): number[] {
  const bits = new SignBits(seed, permutations);
  const flips = (position: number, j: number) => (bits.row(position)[Math.floor(j / 32)] >>> (j % 32)) & 1;
  return pairsOf(matrix.systems).map(([a, b]) => {
    let count = 0;
    for (let j = 0; j < permutations; j++) {
      let observed = 0;
      let permuted = 0;
      items.forEach((item, k) => {
        const difference = scoreOf(matrix, item, a) - scoreOf(matrix, item, b);
        if (Number.isNaN(difference)) return;
        observed += difference;
        permuted += flips(positions[k], j) === 1 ? -difference : difference;
      });
      if (permuted >= observed) count++;
    }
    return count;
  });
}

export interface SlowFlips {
  readonly items: readonly number[];
  readonly positions: readonly number[];
  readonly seed: number;
  readonly permutations: number;
}

/** Mean of the scores a system has; exact, since the sums are. */
export function slowMeans(matrix: ScoreMatrix, items: readonly number[]): number[] {
  return Array.from({ length: matrix.systems }, (_, system) => {
    const scores = items.map((item) => scoreOf(matrix, item, system)).filter((score) => !Number.isNaN(score));
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
}

/** The one-sided p-value that `lower` scores below `upper`. */
export function slowTest(
  matrix: ScoreMatrix,
  items: readonly number[],
  lower: number,
  upper: number,
): number {
  const found = differences(matrix, items, lower, upper);
  return found.length === 0 ? 1 : wilcoxonSignedRank(found).pValue;
}

/** Systems by exact mean, highest first; ties in column order, but behind a system the next one identical to it. */
function slowOrder(matrix: ScoreMatrix, items: readonly number[]): number[] {
  const means = slowMeans(matrix, items);
  const left = means.map((_, system) => system).sort((a, b) => means[b] - means[a] || a - b);
  const order: number[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const like = left.findIndex(
      (system) =>
        last !== undefined &&
        means[system] === means[last] &&
        differences(matrix, items, system, last).every((d) => d === 0),
    );
    order.push(...left.splice(Math.max(0, like), 1));
  }
  return order;
}

/** Clusters of neighbours: system indices, best first. */
export function slowClusters(matrix: ScoreMatrix, items: readonly number[], alpha: number): number[][] {
  const [best, ...rest] = slowOrder(matrix, items);
  const groups = [[best]];
  for (const system of rest) {
    const above = groups.at(-1)!.at(-1)!;
    if (slowTest(matrix, items, system, above) < alpha) groups.push([system]);
    else groups.at(-1)!.push(system);
  }
  return groups;
}

/** Clusters around heads: system indices, best first. */
export function slowHeadClusters(matrix: ScoreMatrix, items: readonly number[], alpha: number): number[][] {
  const clustersOf = ([head, ...lower]: number[]): number[][] => {
    const adjusted = holm(lower.map((system) => slowTest(matrix, items, system, head)));
    const lowest = lower.findIndex((_, k) => adjusted[k] < alpha);
    if (lowest < 0) return [[head, ...lower]];
    return [[head, ...lower.slice(0, lowest)], ...clustersOf(lower.slice(lowest))];
  };
  return clustersOf(slowOrder(matrix, items));
}
