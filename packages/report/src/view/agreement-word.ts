import type { Tone } from './tone.js';

/** Krippendorff's limits (Content Analysis, 2004): conclusions may rest on 0.8 and above, tentative ones on two thirds. */
const FIRM = 0.8;
const TENTATIVE = 2 / 3;

/** What raters do, by their alpha. */
export function agreementWord(alpha: number): string {
  if (alpha >= FIRM) return 'agree well';
  if (alpha >= TENTATIVE) return 'agree well enough for tentative conclusions';
  return alpha > 0.2 ? 'agree poorly' : 'hardly agree at all';
}

/** Good from 0.8, bad below two thirds. */
export function alphaTone(alpha: number | null): Tone {
  if (alpha === null) return 'neutral';
  return alpha >= FIRM ? 'good' : alpha >= TENTATIVE ? 'neutral' : 'bad';
}
