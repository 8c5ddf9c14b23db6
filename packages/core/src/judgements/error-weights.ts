import type { SpanFields } from './span-fields.js';

/** What errors cost: those of a severity, of a category, or of both; a part that is left out fits all. Case does not matter. */
export interface ErrorWeight {
  readonly severity?: string;
  /** The beginning of a category: `fluency/punctuation`. */
  readonly category?: string;
  readonly weight: number;
}

/**
 * The weights of WMT since 2020 (Freitag et al. 2021, *Experts, Errors, and Context*): major 5, minor 1, minor punctuation 0.1,
 * a translation that is none 25, neutral 0. Errors of the source and creative reinterpretations cost nothing, as in the scores that its
 * side-by-side campaigns carry.
 */
export const MQM_WEIGHTS: readonly ErrorWeight[] = [
  { severity: 'no-error', weight: 0 },
  { severity: 'neutral', weight: 0 },
  { category: 'source issue', weight: 0 },
  { category: 'source error', weight: 0 },
  { category: 'accuracy/creative reinterpretation', weight: 0 },
  { severity: 'major', category: 'non-translation', weight: 25 },
  { severity: 'minor', category: 'fluency/punctuation', weight: 0.1 },
  { severity: 'major', weight: 5 },
  { severity: 'minor', weight: 1 },
];

/** The weights of spans in error span annotation (ESA): major 5, minor 1, whatever the category. */
export const ESA_WEIGHTS: readonly ErrorWeight[] = [
  { severity: 'major', weight: 5 },
  { severity: 'minor', weight: 1 },
];

/** What an error costs: the first weight that fits; undefined where none does. O(weights). */
export function errorWeight(
  { severity, category }: Pick<SpanFields, 'severity' | 'category'>,
  weights: readonly ErrorWeight[],
): number | undefined {
  const [degree, kind] = [severity.trim().toLowerCase(), category.trim().toLowerCase()];
  return weights.find(
    (rule) =>
      (rule.severity === undefined || rule.severity.toLowerCase() === degree) &&
      (rule.category === undefined || kind.startsWith(rule.category.toLowerCase())),
  )?.weight;
}

/** Whether a text says a weight: `major=5`, `minor:fluency/punctuation=0.1`, `:source issue=0`. */
export function isErrorWeight(text: string): boolean {
  return /^(?=[^=])[^=:]*(:[^=]*)?=\d+(\.\d+)?$/.test(text);
}

/** The weight that such a text says. */
export function errorWeightOf(text: string): ErrorWeight {
  const at = text.lastIndexOf('=');
  const [severity, category] = text.slice(0, at).split(/:(.*)/s);
  return {
    ...(severity && { severity: severity.trim() }),
    ...(category && { category: category.trim() }),
    weight: Number(text.slice(at + 1)),
  };
}
