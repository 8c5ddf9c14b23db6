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

/** Goals that are a measure and a value. */
const measured: Record<string, { measure: string; higherIsBetter: boolean }> = {
  spa: { measure: 'spa', higherIsBetter: true },
  kendall: { measure: 'kendall', higherIsBetter: true },
  pairwise: { measure: 'pairwise-accuracy', higherIsBetter: true },
  error: { measure: 'mean-absolute-error', higherIsBetter: false },
};

/** Goals that hold or do not. */
const predicates = ['same-clusters', 'same-best', 'same-ranking'];

const known =
  'spa=0.95, kendall=0.9, pairwise=0.95, error=0.5, same-clusters, same-best, same-ranking, random@50%';

/**
 * Reads a goal: `spa=0.95`, `kendall=0.9`, `pairwise=0.95`, `error=0.5` (in units of the target), `same-clusters`,
 * `same-best`, `same-ranking`, or `random@50%` (the SPA that random selection reaches with half of the items).
 *
 * @throws INVALID_GOAL
 */
export function parseGoal(text: string): Goal {
  if (predicates.includes(text)) return { text, measure: text, higherIsBetter: true, value: 1 };
  const random = /^random@(\d+\.?\d*)%$/.exec(text);
  if (random && Number(random[1]) > 0 && Number(random[1]) < 100) {
    return { text, measure: 'spa', higherIsBetter: true, value: null, randomShare: Number(random[1]) / 100 };
  }
  const [name, number] = text.split('=');
  const value = Number(number);
  const isReachable =
    Object.hasOwn(measured, name) && number?.trim() && value > 0 && (name === 'error' || value <= 1);
  if (!isReachable) throw invalidGoal(text, known);
  return { text, ...measured[name], value };
}
