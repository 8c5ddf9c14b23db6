import { parseScore } from '../tables/parse-score.js';

/** A rating as a platform writes it: a number, a text that is one, or nothing. NaN where it is something else. */
export function ratingValue(value: unknown): number | undefined {
  const score = parseScore(value);
  return score === 'missing' ? undefined : score === 'not a score' ? NaN : score;
}
