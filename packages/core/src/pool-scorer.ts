import type { Json } from './selection.js';
import type { Warning } from './warning.js';

/**
 * Scores the sources of a pool one at a time, so that a pool of any size can be ranked in the memory of what is chosen. Made by a
 * selector for one pool (see `Selector.poolScorer`); it may hold statistics, but not the sources.
 */
export interface PoolScorer {
  /**
   * Shown every source of the pool once, in order, before any is scored. Left out where a utility depends on its own
   * source alone; then the pool is read once.
   */
  observe?(source: string): void;
  /** The utility of a source, higher = judge it sooner. Not NaN. Called once per item, in the order of the pool. */
  score(source: string): number;
  /** What `select` gives as warnings. */
  readonly warnings?: readonly Warning[];
  /** What `select` gives as details. */
  readonly details?: Json;
}
