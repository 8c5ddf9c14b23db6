import { isWithinEdits } from './is-within-edits.js';

/** In so many characters outputs may differ that are judged as one. */
export const MOST_NEAR = 2;

/** A difference of a character in a short answer is a difference. */
const LONG = 20;

/**
 * Whether two texts (`distinctText`) may be judged as one: they are equal, or both have 20 UTF-16 units or more and one becomes the other by at
 * most `near` insertions, deletions and replacements. O(length · near).
 */
export function isNearText(a: string, b: string, near: number): boolean {
  return a === b || (near > 0 && Math.min(a.length, b.length) >= LONG && isWithinEdits(a, b, near));
}
