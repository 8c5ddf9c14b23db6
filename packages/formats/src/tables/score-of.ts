import { parseScore } from './parse-score.js';

/** A value that is a score already, or an array of one; undefined where it is missing or something else. */
export function scoreOf(value: unknown): number | undefined {
  const score = parseScore(Array.isArray(value) && value.length === 1 ? value[0] : value);
  return typeof score === 'number' ? score : undefined;
}
