import { invalidItem } from './errors.js';
import { showValue } from './show-value.js';

/** The error for a score that is neither a finite number nor missing. */
export function scoreProblem(where: string, cell: { system: string; metric: string; score: unknown }) {
  const { system, metric, score } = cell;
  const place = `${where}, system ${JSON.stringify(system)}, metric ${JSON.stringify(metric)}`;
  const problem = `a score must be a finite number or null; got ${showValue(score)}`;
  return invalidItem(place, problem, 'write the number without quotes, or null where there is no score');
}
