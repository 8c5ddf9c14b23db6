import type { Difference } from './differences.js';

/** The ranks a system can have, 1 = best, all systems at once at the level of the differences. */
export interface RankSet {
  readonly best: number;
  readonly worst: number;
}

/**
 * Rank sets from simultaneous intervals: 1 + the systems that are surely better, up to S less those that are surely worse. All sets hold
 * at once at the level of the differences. O(S²).
 *
 * @returns shape (systems)
 */
export function rankSets(differences: readonly Difference[], systems: number): RankSet[] {
  const better = new Uint32Array(systems);
  const worse = new Uint32Array(systems);
  for (const { a, b, simultaneous } of differences) {
    const order = surely(simultaneous);
    if (order === 0) continue;
    worse[order > 0 ? a : b]++;
    better[order > 0 ? b : a]++;
  }
  return Array.from({ length: systems }, (_, s) => ({ best: 1 + better[s], worst: systems - worse[s] }));
}

/** 1 where an interval lies above 0, −1 below, 0 where it does not tell. */
export function surely({ low, high }: { readonly low: number; readonly high: number }): -1 | 0 | 1 {
  if (low > 0) return 1;
  return high < 0 ? -1 : 0;
}
