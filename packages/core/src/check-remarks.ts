import { invalidSelection } from './errors.js';
import type { SelectorResult } from './selection.js';
import { showValue } from './show-value.js';

/** Whether every warning can be shown: a code in capitals and a text. @throws INVALID_SELECTION */
export function checkWarnings(selector: string, warnings: SelectorResult['warnings']): void {
  if (warnings === undefined) return;
  if (!Array.isArray(warnings))
    throw invalidSelection(selector, `must return a list of warnings; got ${showValue(warnings)}`);
  const wrong = warnings.find(
    (one) => !/^[A-Z][A-Z0-9_]*$/.test(String(one?.code)) || typeof one.text !== 'string' || one.text === '',
  );
  if (wrong === undefined) return;
  const problem = `must return warnings of a code in capitals and a text; got ${showValue(wrong)}`;
  throw invalidSelection(selector, problem);
}

/** Whether a bound can be one: finite numbers, the upper end not below what is reached. Sums are rounded, so a billionth is let pass. */
export function checkBound(selector: string, bound: SelectorResult['bound']): void {
  if (bound === undefined) return;
  const { utility, upper, gap } = bound;
  const slack = 1e-9 * Math.max(Math.abs(upper), Math.abs(utility));
  const holds = [utility, upper, gap].every(Number.isFinite) && upper >= utility - slack && gap >= -1e-9;
  if (holds) return;
  const problem = `must return a bound of finite numbers, upper not below utility, gap not below 0; got ${showValue(bound)}`;
  throw invalidSelection(selector, problem);
}
