import { stream, type Standing } from '@goldpan/core';
import type { DataShape } from '../sample-items.js';

/** What all items of sample data say, what their first items say, and what items say on which all systems tie. */
export interface SampleStandings {
  readonly full: Standing;
  /** By rising size; the last is the full data. */
  readonly subsets: readonly Standing[];
  readonly tied: Standing;
}

const PERMUTATIONS = 16;

/** Standings of random scores with ties: a pure function of the shape. */
export function sampleStandings({ items, systems, seed }: DataShape): SampleStandings {
  const rng = stream(seed, 'testkit/standings');
  const rows = Array.from({ length: items }, () => Array.from({ length: systems }, () => rng.integer(5)));
  const signs = rows.map(() => Array.from({ length: PERMUTATIONS }, () => rng.integer(2) === 1));
  const standing = (scores: readonly number[][]) => standingOf(scores, signs);
  const subsets = rows.map((_, k) => standing(rows.slice(0, k + 1)));
  return { full: subsets.at(-1)!, subsets, tied: standing(rows.map((row) => row.map(() => 1))) };
}

function standingOf(rows: readonly number[][], signs: readonly boolean[][]): Standing {
  const systems = Array.from(rows[0], (_, system) => system);
  const sum = (system: number, flipped?: number) =>
    rows.reduce((sum, row, item) => {
      return flipped === undefined || signs[item][flipped] ? sum + row[system] : sum;
    }, 0);
  const means = Float64Array.from(systems, (system) => sum(system) / rows.length);
  const order = Uint32Array.from(systems.toSorted((a, b) => means[b] - means[a] || a - b));
  const counts = systems.flatMap((a) =>
    systems.slice(a + 1).map((b) => signs[0].filter((_, j) => sum(a, j) <= sum(b, j)).length),
  );
  return {
    size: rows.length,
    means,
    order,
    clusters: clustersOf(means, order),
    flipCounts: Uint32Array.from(counts),
    permutations: PERMUTATIONS,
  };
}

/** Systems of the same mean share a cluster. */
function clustersOf(means: Float64Array, order: Uint32Array): Standing['clusters'] {
  const levels = [...new Set(Array.from(order, (system) => means[system]))];
  const clusterOf = Uint32Array.from(means, (mean) => levels.indexOf(mean));
  const pValues = Float64Array.from(order.subarray(1), (system, k) =>
    Number(means[system] === means[order[k]]),
  );
  return { order, clusterOf, count: levels.length, pValues };
}
