import type { ScoreMatrix } from '@goldpan/core';
import { missingCells } from './errors.js';

/**
 * What becomes of items with missing scores.
 *
 * `error` (default): refused, with counts. `drop-items`: an item that lacks a score of any system, in either matrix, is left out
 * of the full data and of every subset. `pairwise`: a system's mean uses every score it has, and a paired test (sign flips,
 * Wilcoxon) the items on which both systems have one.
 */
export type MissingPolicy = 'error' | 'drop-items' | 'pairwise';

/** What was missing, and what was done about it. */
export interface MissingReport {
  readonly policy: MissingPolicy;
  /** Cells without a score, both matrices together when they differ. */
  readonly cells: number;
  /** Items with such a cell. */
  readonly items: number;
  /** Items left out because of it. */
  readonly dropped: number;
}

/** Applies a policy: the items that stay, and the report. @throws MISSING_CELLS */
export function applyMissingPolicy(
  target: ScoreMatrix,
  measured: ScoreMatrix,
  policy: MissingPolicy,
): { kept: Uint32Array; report: MissingReport } {
  const matrices = target === measured ? [target] : [target, measured];
  const cells = matrices.reduce((sum, { values }) => sum + countMissing(values), 0);
  const all = Uint32Array.from({ length: target.items }, (_, item) => item);
  if (cells === 0) return { kept: all, report: { policy, cells: 0, items: 0, dropped: 0 } };
  if (policy === 'error') throw describeMissing(target, measured);
  const complete = all.filter((item) => matrices.every((matrix) => !hasMissing(matrix, item)));
  const items = all.length - complete.length;
  return policy === 'drop-items'
    ? { kept: complete, report: { policy, cells, items, dropped: items } }
    : { kept: all, report: { policy, cells, items, dropped: 0 } };
}

function describeMissing(target: ScoreMatrix, measured: ScoreMatrix) {
  const what = countMissing(target.values) > 0 ? 'target' : 'measured';
  const matrix = what === 'target' ? target : measured;
  const first = matrix.values.findIndex(Number.isNaN);
  let items = 0;
  for (let item = 0; item < matrix.items; item++) if (hasMissing(matrix, item)) items++;
  return missingCells({
    what,
    cells: countMissing(matrix.values),
    of: matrix.values.length,
    items,
    item: Math.floor(first / matrix.systems),
    system: first % matrix.systems,
  });
}

function countMissing(values: Float64Array): number {
  let count = 0;
  for (let cell = 0; cell < values.length; cell++) if (Number.isNaN(values[cell])) count++;
  return count;
}

function hasMissing({ systems, values }: ScoreMatrix, item: number): boolean {
  for (let cell = item * systems; cell < (item + 1) * systems; cell++)
    if (Number.isNaN(values[cell])) return true;
  return false;
}
