import { hasLevels, misfit, type JudgementScale } from './judgement-scale.js';

/** More different texts than that are remarks, not categories, unless they are declared. */
const MOST_LEVELS = 256;

/** What a value must be where the scale is told from those before it: numbers stay numbers, texts stay texts. Undefined where it fits. */
export function undeclaredMisfit(scale: JudgementScale, value: number | string): string | undefined {
  if (hasLevels(scale) === (typeof value === 'string')) {
    const isOneTooMany =
      hasLevels(scale) && scale.levels.length >= MOST_LEVELS && misfit(scale, value) !== undefined;
    return isOneTooMany
      ? `one of the ${MOST_LEVELS} texts before it; declare the scale if there are more`
      : undefined;
  }
  return `${hasLevels(scale) ? 'a text' : 'a number'} like those of the criterion before it`;
}
