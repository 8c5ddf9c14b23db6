/** What a table cell says as a score: a number, nothing, or something that is no score. */
export type ParsedScore = number | 'missing' | 'not a score';

const WORDS_FOR_MISSING = new Set(['', 'na', 'n/a', 'nan', 'none', 'null']);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a score from a cell of a table. The words that programs write for a missing value count as missing; infinities do not count at all. */
export function parseScore(value: unknown): ParsedScore {
  if (value === null || value === undefined) return 'missing';
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number')
    return Number.isNaN(value) ? 'missing' : Number.isFinite(value) ? value : 'not a score';
  if (typeof value !== 'string') return 'not a score';
  const text = value.trim();
  if (NUMBER.test(text)) {
    const score = Number(text);
    return Number.isFinite(score) ? score : 'not a score';
  }
  return WORDS_FOR_MISSING.has(text.toLowerCase()) ? 'missing' : 'not a score';
}
