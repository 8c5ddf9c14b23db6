import type { Verdict } from '@goldpan/core';

/** A gain of more than this part of its interval's half-width is worth a word, though no proof. */
const LIKELY = 0.55;

/** What a gain over random selection and its interval say together. */
export function verdictOf(gain: number, { low, high }: { low: number; high: number }): Verdict {
  if (low > 0) return 'helps';
  if (high < 0) return 'hurts';
  return gain > LIKELY * (high - gain) ? 'likely helps' : 'no evidence';
}
