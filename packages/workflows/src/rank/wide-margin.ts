import type { Warning } from '@goldpan/core';
import type { Estimated } from './estimated.js';
import { largest, least, scoresOf } from './scale-ends.js';
import { amountText } from './words.js';

/** That any two systems are equal within the margin, because no two judgements lie farther apart. O(n·S). */
export function wideMargin({ run: { margin }, data, estimate }: Estimated): readonly Warning[] {
  if (margin === undefined) return [];
  const scores = scoresOf(data, estimate);
  const [low, high] = [least(scores), largest(scores)];
  if (margin < high - low) return [];
  return [
    {
      code: 'MARGIN_TOO_WIDE',
      text: `The margin of ${margin} is no shorter than the range of all judgements (${amountText(low)} to ${amountText(high)}): any two systems are equal within it, and that decides nothing.`,
    },
  ];
}
