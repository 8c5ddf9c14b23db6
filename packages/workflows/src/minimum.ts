import type { EvaluatedSubset, Measure } from '@goldpan/core';
import { parseGoal, type Goal } from '@goldpan/simulation';
import { invalidMinimum } from './errors.js';

/**
 * Reads what a subset must reach: a measure and a value, `spa=0.9`, at most that value where lower is better; or a measure that
 * is a question, `same-best`.
 *
 * @throws INVALID_GOAL, INVALID_MINIMUM
 */
export function parseMinimum(text: string, measures: readonly Measure[]): Goal {
  const goal = parseGoal(text, measures);
  if (goal.value === null) throw invalidMinimum(text);
  return goal;
}

/** Which of the goals a subset reaches. A measure that is not defined on it reaches none. */
export function reachedGoals(
  minimums: readonly Goal[],
  values: EvaluatedSubset['measures'],
): NonNullable<EvaluatedSubset['goals']> {
  return minimums.map(({ text, measure, value, higherIsBetter }) => {
    const got = values[measure];
    const reached = got !== null && (higherIsBetter ? got >= value! : got <= value!);
    return { text, reached };
  });
}
