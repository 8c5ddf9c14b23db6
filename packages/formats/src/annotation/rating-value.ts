import { showValue } from '@goldpan/core';
import { parseScore } from '../tables/parse-score.js';

/** A rating as a platform writes it: a number, or nothing; what is no number as it is shown to people. */
export function ratingValue(value: unknown): number | string | undefined {
  const score = parseScore(value);
  return score === 'missing' ? undefined : score === 'not a score' ? showValue(value) : score;
}
