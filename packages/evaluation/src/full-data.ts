import {
  tooFewItems,
  tooFewSystems,
  type ScoreMatrix,
  type Standing,
  type SubsetReading,
} from '@goldpan/core';
import type { ClusterOptions } from './clusters.js';
import { differentShapes, invalidMatrix, invalidSample, invalidSetting } from './errors.js';
import { FullStanding } from './full-standing.js';
import type { Sequence } from './kernels/sequence.js';
import { SignBits } from './kernels/sign-bits.js';
import { Walk } from './kernels/walk.js';
import { exactCapacity } from './kernels/whole-scores.js';
import { ReadWalk, type StandingWalk } from './read-walk.js';
import { applyMissingPolicy, type MissingPolicy, type MissingReport } from './missing.js';

/** Settings of `fullData`; all have defaults. */
export interface FullDataOptions {
  /** The scores that subsets are measured with, same shape as the target. Default: the target itself. */
  readonly measured?: ScoreMatrix;
  /** Root seed of the sign flips. Default 0. */
  readonly seed?: number;
  /** Number of sign-flip permutations. Default 1000. */
  readonly permutations?: number;
  /** How clusters are formed. */
  readonly clusters?: ClusterOptions;
  /** What becomes of missing scores. Default `error`. */
  readonly missing?: MissingPolicy;
  /** How subsets are read, such as by an estimate that uses metrics. Default: plain means of the measured scores, and tests on them. */
  readonly reading?: SubsetReading;
}

/**
 * The full data that subsets are compared with, and what was prepared for measuring them fast. Positions run from 0 to
 * `positions − 1`; rankings and subsets are made of positions.
 */
export interface FullData {
  /** Length of the full data, dropped items included: what a position may be at most, plus 1. */
  readonly positions: number;
  /** Number of items that count: positions without the dropped ones. */
  readonly size: number;
  readonly systems: number;
  /** The result on all items: the truth. */
  readonly standing: Standing;
  readonly missing: MissingReport;
  /** For this package only: the row of the score matrix behind each position, or −1 where the item was dropped. */
  readonly rows: Int32Array;
  /** For this package only: buffers that all measurements share. */
  readonly walks: Walks;
  /** For this package only: the standing of subsets of these items. */
  readonly subsets: StandingWalk;
}

/** Buffers for measuring; `full` reads the target, `subset` the measured scores. */
export interface Walks {
  readonly full: Walk;
  readonly subset: Walk;
  /** The measured scores, where cells of them are missing. */
  readonly partial?: ScoreMatrix;
  /** The longest list of items whose sums stay exact. */
  readonly capacity: number;
  /** Makes the walk by estimates of a list of items; absent = subsets are read by plain means. */
  readonly read?: (everything: Sequence) => StandingWalk;
}

/**
 * Prepares full data for measuring subsets of it. Position i is item i of the matrices.
 *
 * @param target - shape (items, systems), the scores that count as truth, higher is better; at least 1 item and 2 systems
 * @throws TOO_FEW_ITEMS, TOO_FEW_SYSTEMS, DIFFERENT_SHAPES, INVALID_MATRIX, MISSING_CELLS, INVALID_SETTING
 * @remarks O(N·S) now; results on all items are computed when first read: sign flips O(N·S·permutations). The matrices are
 * used as they are: do not change them afterwards.
 *
 * @example
 * ```ts
 * import { fullData } from '@goldpan/evaluation';
 *
 * const scores = { items: 4, systems: 2, values: Float64Array.of(80, 60, 90, 95, 70, 40, 85, 80) };
 * const { standing } = fullData(scores);
 * standing.means; // → [81.25, 68.75]
 * standing.order; // → [0, 1]
 * fullData({ items: 1, systems: 2, values: Float64Array.of(3, NaN) }); // throws MISSING_CELLS
 * ```
 */
export function fullData(target: ScoreMatrix, options: FullDataOptions = {}): FullData {
  const { measured = target, seed = 0, permutations = 1000, missing = 'error' } = options;
  checkShapes(target, measured);
  if (!Number.isInteger(permutations) || permutations < 1) {
    throw invalidSetting('permutations', 'a whole number from 1', permutations);
  }
  const clusters = { method: 'neighbour', alpha: 0.05, ...options.clusters } as const;
  if (!(clusters.alpha > 0 && clusters.alpha < 1)) {
    throw invalidSetting('alpha', 'between 0 and 1', clusters.alpha);
  }
  const { kept, report } = applyMissingPolicy(target, measured, missing);
  const partial = report.cells > 0 && missing === 'pairwise';
  const shared = { signs: new SignBits(seed, permutations), clusters, partial };
  const plain = new Walk({ matrix: measured, ...shared });
  const { reading } = options;
  const walks: Walks = {
    full: new Walk({ matrix: target, ...shared }),
    subset: plain,
    capacity: exactCapacity(target.items),
    ...(partial && { partial: measured }),
    ...(reading && {
      read: (everything) => new ReadWalk({ reading, everything, plain, clusters, partial }),
    }),
  };
  const rows = new Int32Array(target.items).fill(-1);
  for (const item of kept) rows[item] = item;
  return assemble({ rows, walks, systems: target.systems, missing: report });
}

/**
 * Other full data made of the same items, such as a bootstrap sample: position p of it is item `items[p]`, and the signs of
 * the sign flips belong to p, so that an item drawn twice gets two independent signs.
 *
 * @param items - positions of `full`, with repetition; any length up to 65,536 or 4N, whichever is more
 * @throws INVALID_SAMPLE, TOO_FEW_ITEMS
 * @remarks O(items). Shares the buffers of `full`: measuring one does not disturb the other, but both belong to one thread.
 *
 * @example
 * ```ts
 * import { fullData, replicate } from '@goldpan/evaluation';
 *
 * const scores = { items: 4, systems: 2, values: Float64Array.of(80, 60, 90, 95, 70, 40, 85, 80) };
 * replicate(fullData(scores), [2, 2, 0]).standing.size; // → 3
 * ```
 */
export function replicate(full: FullData, items: ArrayLike<number>): FullData {
  const { walks, systems, missing } = full;
  const { length } = items;
  if (length > walks.capacity) {
    throw invalidSample(`it has ${length} where ${walks.capacity} is the most`, { length });
  }
  const rows = Int32Array.from(items, (value, place) => {
    if (!(value in full.rows)) {
      throw invalidSample(`${value} at place ${place} is not one`, { length, place, value });
    }
    return full.rows[value];
  });
  return assemble({ rows, walks, systems, missing });
}

function assemble(parts: Pick<FullData, 'rows' | 'walks' | 'systems' | 'missing'>): FullData {
  const everything = Uint32Array.from(parts.rows, (_, position) => position);
  const sequence = sequenceOf(parts.rows, everything);
  const size = sequence.rows.length;
  if (size === 0) throw tooFewItems('an evaluation', 0, 1);
  const standing = new FullStanding(parts.walks.full, sequence);
  const subsets = parts.walks.read?.(sequence) ?? parts.walks.subset;
  return { ...parts, positions: parts.rows.length, size, standing, subsets };
}

/** The rows behind positions, without the dropped ones. */
export function sequenceOf(rows: Int32Array, positions: Uint32Array): Sequence {
  const kept = positions.filter((position) => rows[position] >= 0);
  return { positions: kept, rows: kept.map((position) => rows[position]) };
}

function checkShapes(target: ScoreMatrix, measured: ScoreMatrix): void {
  if (target.items !== measured.items || target.systems !== measured.systems) {
    throw differentShapes([target.items, target.systems], [measured.items, measured.systems]);
  }
  if (target.items < 1) throw tooFewItems('an evaluation', target.items, 1);
  if (target.systems < 2) throw tooFewSystems('an evaluation', target.systems, 2);
  checkCells(target);
  if (measured !== target) checkCells(measured);
}

function checkCells({ items, systems, values }: ScoreMatrix): void {
  const shape = { items, systems, cells: values.length };
  if (values.length !== items * systems) throw invalidMatrix(`has ${values.length}`, shape);
  const infinite = values.findIndex((score) => Math.abs(score) === Infinity);
  if (infinite >= 0) {
    const at = { item: Math.floor(infinite / systems), system: infinite % systems };
    throw invalidMatrix(`has ${values[infinite]} at item ${at.item}, system ${at.system} (counted from 0)`, {
      ...shape,
      ...at,
    });
  }
}
