import type { Constraints, Selector } from '@goldpan/core';
import type { SelectQuestion } from './select-question.js';

/** What decides whether texts are held. */
interface TextUse {
  readonly selector: Selector;
  readonly options: SelectQuestion;
  readonly constraints?: Constraints;
}

/** Texts that a selector on scores does not need are held where they are to be shown, measured or compared. */
export function needsTexts({ selector, options, constraints }: TextUse): boolean {
  const { texts = true, cost, maxSimilarity } = options;
  const { groups = [], maxPer = [], balance } = constraints ?? {};
  const byLength = balance === 'length' || [...groups, ...maxPer].some(({ column }) => column === 'length');
  const isUsed = cost !== undefined || maxSimilarity !== undefined || byLength;
  return texts || isUsed || !selector.needs.includes('scores');
}
