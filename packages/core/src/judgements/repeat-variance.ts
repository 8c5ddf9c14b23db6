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
  const { starts, systems, values } = judgements;
  let [sum, cells, runs] = [0, 0, 0];
  for (let item = 0; item + 1 < starts.length; item++) {
    const bySystem = new Map<number, number[]>();
    for (let j = starts[item]; j < starts[item + 1]; j++) {
      if (judgements.criterion[j] !== criterion || (system ?? systems[j]) !== systems[j]) continue;
      const own = bySystem.get(systems[j]);
      if (own === undefined) bySystem.set(systems[j], [values[j]]);
      else own.push(values[j]);
    }
    for (const own of bySystem.values()) {
      runs = Math.max(runs, own.length);
      if (own.length < 2) continue;
      sum += sampleVariance(own);
      cells++;
    }
  }
  return { variance: sum / cells, cells, runs };
}

function sampleVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
