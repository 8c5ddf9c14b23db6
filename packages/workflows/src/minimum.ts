import { isGoldpanError, type EvaluatedSubset, type Measure } from '@goldpan/core';
import { parseGoal, type Goal } from '@goldpan/simulation';
import { invalidMinimum } from './errors.js';

/**
 * Reads what a subset must reach: a measure and a value, `spa=0.9`, at most that value where lower is better; or a measure that
 * is a question, `same-best`.
 *
 * @throws INVALID_MINIMUM
 */
export function parseMinimum(text: string, measures: readonly Measure[]): Goal {
  const goal = goalOf(text, measures);
  if (goal === undefined || goal.value === null)
    throw invalidMinimum(
      text,
      measures.map(({ name }) => name),
    );
  return goal;
}

function goalOf(text: string, measures: readonly Measure[]): Goal | undefined {
  try {
    return parseGoal(text, measures);
  } catch (error) {
    if (isGoldpanError(error) && error.code === 'INVALID_GOAL') return undefined;
    throw error;
  }
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
