import type { BudgetSelection } from './choose-within.js';
import type { Explanation } from './explain-selection.js';

/** How good a selection is, in words: `"optimum"`, `"within 0.3 % of the best possible"`. The share is rounded up. */
export function describeQuality({ isOptimal, gap }: Pick<BudgetSelection, 'isOptimal' | 'gap'>): string {
  if (isOptimal) return 'optimum';
  const percent = gap * 100;
  const digits = 10 ** Math.max(0, Math.min(7, -Math.floor(Math.log10(percent))));
  return `within ${Math.ceil(percent * digits) / digits} % of the best possible`;
}

/** Why an item is chosen or left out, in a sentence without a full stop. */
export function describeExplanation(explanation: Explanation, unit: string): string {
  const { isChosen, forcedBy, forbiddenBy, rankByUtility, rankByUtilityPerCost, document } = explanation;
  const ranks = `${ordinal(rankByUtility)} by utility, ${ordinal(rankByUtilityPerCost)} by utility per ${unit}`;
  const whole = document === undefined ? '' : ` with its document ${JSON.stringify(document)}`;
  if (isChosen && forcedBy.length === 0) return `chosen${whole}: ${ranks}`;
  if (isChosen) return `chosen${whole} for ${forcedBy.join(' and ')}: ${ranks}`;
  const why = forbiddenBy.length === 0 ? '' : ` because of ${forbiddenBy.join(' and ')}`;
  return `left out${whole}${why}: ${ranks}`;
}

function ordinal(rank: number): string {
  const tens = rank % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${suffix}`;
}
