import type { TargetColumns } from '@goldpan/core';
import type { PlanSummary } from '@goldpan/simulation';

/** The selector that others are held against. */
const RANDOM = 'random';

/** What the sentence is about. */
export interface PlanSubject {
  readonly selector: string;
  /** The estimator by which subsets are read, if any. */
  readonly estimate?: string;
  readonly goal: { readonly text: string };
  readonly target: TargetColumns;
  readonly items: number;
}

/** The answer of a simulation in one sentence that a project manager can act on. */
export function planSentence({ size, random, ratio }: PlanSummary, subject: PlanSubject): string {
  const { selector, estimate, goal, target, items } = subject;
  const result = target.standsIn ? `the result of ${target.columns.join(', ')}` : 'the full human result';
  if (size.median === null) {
    return `In half of the simulated test sets ${selector} does not reach ${goal.text} with any subset: judge all ${items} items, or lower the goal.`;
  }
  const read = estimate === undefined ? '' : ` and read by the ${estimate} estimate`;
  const high = size.high === null ? `more than ${items}` : String(size.high);
  const needed = `To match ${result} (${goal.text}), have about ${size.median} of ${items} items judged, ${selector === RANDOM ? 'drawn at random' : `picked by ${selector}`}${read} (nine in ten test sets like this need ${size.low} to ${high})`;
  // Held against itself, random selection differs by chance alone.
  return selector === RANDOM ? `${needed}.` : `${needed}; ${comparison(random.median, ratio, items)}.`;
}

function comparison(random: number | null, ratio: PlanSummary['ratio'], items: number): string {
  const needs = `random selection needs ${random === null ? `more than ${items}` : `about ${random}`}`;
  if (ratio.low === null || ratio.high === null) return needs;
  if (ratio.high < 1) return `${needs}, so picking saves items`;
  if (ratio.low > 1) return `${needs}, so random selection is the better choice here`;
  return `${needs}, so there is no clear gain over random selection`;
}
