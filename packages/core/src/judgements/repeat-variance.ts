import { criterionCells } from './criterion-cells.js';
import type { Judgements } from './judgements.js';

/** How far repeated runs of the same output scatter. */
export interface RepeatVariance {
  /** Mean over the cells of the sample variance of their runs (divided by runs − 1); NaN where no cell has two. */
  readonly variance: number;
  /** Cells with at least two runs. */
  readonly cells: number;
  /** Most runs of a cell. */
  readonly runs: number;
}

/**
 * The variance from run to run of a criterion that was measured repeatedly (epochs of a harness): what scores of one run differ by although
 * item and system are the same. O(judgements).
 *
 * @param criterion - its position
 * @param system - position of the system; default all
 */
export function repeatVariance(judgements: Judgements, criterion: number, system?: number): RepeatVariance {
  let [sum, cells, runs] = [0, 0, 0];
  for (const cell of criterionCells(judgements, criterion)) {
    if (system !== undefined && system !== cell.system) continue;
    const values = cell.judgements.map((j) => judgements.values[j]);
    runs = Math.max(runs, values.length);
    if (values.length < 2) continue;
    sum += sampleVariance(values);
    cells++;
  }
  return { variance: sum / cells, cells, runs };
}

function sampleVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
