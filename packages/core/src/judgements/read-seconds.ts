import { showValue } from '../show-value.js';

/** A week: nobody judges one output for so long. */
const MOST_SECONDS = 7 * 24 * 3600;

/** How long something took. Undefined where it is not said; what is wrong with it, as text. */
export function readSeconds(value: unknown): number | string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && value >= 0 && value < MOST_SECONDS) return value;
  return `"seconds" must be from 0 to less than a week (${MOST_SECONDS}); got ${showValue(value)}`;
}
