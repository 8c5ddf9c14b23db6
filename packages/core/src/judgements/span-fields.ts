import { showValue } from '../show-value.js';

/** An error that a rater marked. */
export interface SpanFields {
  /** First character, and the one after the last; absent where the place is not known. */
  readonly from?: number;
  readonly to?: number;
  /** Where it is marked. */
  readonly in: 'src' | 'tgt';
  readonly category: string;
  readonly severity: string;
}

interface Texts {
  readonly source?: string;
  readonly output?: string;
}

/** The spans of a judgement, or what is wrong with them, as text. */
export function readSpans(value: unknown, texts: Texts): SpanFields[] | string | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return `"spans" must be a list; got ${showValue(value)}`;
  const spans: SpanFields[] = [];
  for (const [at, entry] of value.entries()) {
    const span = readSpan(entry, texts);
    if (typeof span === 'string') return `span ${at + 1} ${span}`;
    spans.push(span);
  }
  return spans;
}

function readSpan(value: unknown, { source, output }: Texts): SpanFields | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `must be an object; got ${showValue(value)}`;
  const { from, to, in: where = 'tgt', category = '', severity = '' } = value as Record<string, unknown>;
  if (where !== 'src' && where !== 'tgt') return `must have "in": "src" or "tgt"; got ${showValue(where)}`;
  if (typeof category !== 'string' || typeof severity !== 'string')
    return `must have texts as "category" and "severity"; got ${showValue([category, severity])}`;
  const named = { in: where, category, severity } as const;
  if (from === undefined && to === undefined) return named;
  if (!isPlace(from) || !isPlace(to) || from > to)
    return `must have whole numbers "from" up to "to"; got ${showValue([from, to])}`;
  const text = where === 'src' ? source : output;
  const length = text === undefined ? Infinity : characters(text);
  if (to > length)
    return `must lie in the ${where === 'src' ? 'source' : 'output'}, which has ${length} character${length === 1 ? '' : 's'}; it ends at ${to}`;
  return { ...named, from, to };
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
}

/** Code points of a text. */
function characters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.codePointAt(at)! > 0xffff) at++;
    count++;
  }
  return count;
}
