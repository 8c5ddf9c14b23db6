import type { Measure } from '@goldpan/core';
import { measures as builtIn } from '@goldpan/evaluation';
import { invalidGoal } from './errors.js';

/** What it means that a subset reproduces the full-data result. Plain JSON. */
export interface Goal {
  /** As it was asked for: `"spa=0.95"`. */
  readonly text: string;
  /** The measure that is followed over the sizes. */
  readonly measure: string;
  /** Whether more of the measure is better. */
  readonly higherIsBetter: boolean;
  /** The value to reach; null where it is what random selection reaches. */
  readonly value: number | null;
  /** For `random@50%`: the share of the items at which random selection sets the value. */
  readonly randomShare?: number;
}

/** Names of measures in goals before any measure could be one. They go with the next version of the contracts. */
const ALIASES = new Map([
  ['pairwise', 'pairwise-accuracy'],
  ['error', 'mean-absolute-error'],
]);

/**
 * Reads a goal: a measure and the value to reach, `spa=0.95`, `kendall=0.9`, `mean-squared-error=0.5` (at most, where lower is
 * better); a measure that is a question, `same-clusters`, `same-best`, `same-ranking`; or `random@50%` (the SPA that random
 * selection reaches with half of the items). `pairwise` and `error` stand for `pairwise-accuracy` and `mean-absolute-error`.
 *
 * @param measures - those that may be named; default: the measures of @goldpan/evaluation
 * @throws INVALID_GOAL where the measure is unknown, or the value is not above 0 and within its range
 */
export function parseGoal(text: string, measures: readonly Measure[] = builtIn): Goal {
  const random = /^random@(\d+\.?\d*)%$/.exec(text);
  if (random && Number(random[1]) > 0 && Number(random[1]) < 100) {
    return { text, measure: 'spa', higherIsBetter: true, value: null, randomShare: Number(random[1]) / 100 };
  }
  const { name, number } = /^(?<name>[^=]*)(?:=(?<number>.*))?$/s.exec(text)!.groups!;
  const measure = measures.find((one) => one.name === (ALIASES.get(name) ?? name));
  const value = measure && valueOf(measure, number);
  if (value === undefined) throw invalidGoal(text, measures);
  return { text, measure: measure!.name, higherIsBetter: measure!.direction === 'higher', value };
}

/** The value to reach; undefined where it cannot be one. */
function valueOf({ kind, range }: Measure, text: string | undefined): number | undefined {
  if (kind === 'predicate') return text === undefined || text === '1' ? 1 : undefined;
  const value = text?.trim() ? Number(text) : NaN;
  // The lowest value is reached by any subset, or, where lower is better, by the full data alone.
  return value > Math.max(0, range[0]) && value <= range[1] && value < Infinity ? value : undefined;
}
