/** What a table cell says as a score: a number, nothing, or something that is no score. */
export type ParsedScore = number | 'missing' | 'not a score';

const WORDS_FOR_MISSING = new Set(['', 'na', 'n/a', 'nan', 'none', 'null', '-', '–', '—']);
/** What is printed for a minus before a number: the minus sign and the en dash. */
const MINUS = /^[\u2212\u2013](?=[\d.])/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a score from a cell of a table. The words and dashes that are written for a missing value count as missing; infinities do not count at all. */
export function parseScore(value: unknown): ParsedScore {
  if (value === null || value === undefined) return 'missing';
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number')
    return Number.isNaN(value) ? 'missing' : Number.isFinite(value) ? value : 'not a score';
  if (typeof value !== 'string') return 'not a score';
  const text = value.trim().replace(MINUS, '-');
  if (NUMBER.test(text)) {
    const score = Number(text);
    return Number.isFinite(score) ? score : 'not a score';
  }
  return WORDS_FOR_MISSING.has(text.toLowerCase()) ? 'missing' : 'not a score';
}

/** Numbers that are written in ways of which each can mean two things, and how to write them. */
const OTHER_WAYS: readonly (readonly [RegExp, string])[] = [
  [/^[+-]?[\d.,\s\u00a0\u202f']+\s*%$/, 'write percentages as numbers without the sign, all on one scale'],
  [/^[+-]?\d[\d.,\s\u00a0\u202f']*$/, 'write decimals with a point and thousands without marks, as 1234.5'],
];

/** What is wrong with a value that is no score, and how such a one is written. */
export function scoreProblem(value: unknown): string {
  const text = typeof value === 'string' ? value.trim().replace(MINUS, '-') : '';
  const way = OTHER_WAYS.find(([pattern]) => pattern.test(text));
  return `a score must be a number or empty; got ${JSON.stringify(value)}${way ? `; ${way[1]}` : ''}`;
}
