import { memberText } from '../json/set-member.js';

/** The fields that are labels: a number in them is a name. */
const LABELS = ['id', 'i', 'doc', 'domain'] as const;

/**
 * A record with labels that keep their digits: a whole number beyond 2⁵³ becomes the text that stands in the line. All else is
 * as it was.
 *
 * @param text - the JSON text of the record
 */
export function exactLabels(record: unknown, text: string): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const { id, i, doc, domain } = record as Readonly<Record<string, unknown>>;
  if (!isLarge(id) && !isLarge(i) && !isLarge(doc) && !isLarge(domain)) return record;
  const fields = record as Readonly<Record<string, unknown>>;
  const large = LABELS.filter((name) => isLarge(fields[name]));
  return { ...fields, ...Object.fromEntries(large.map((name) => [name, memberText(text, name)])) };
}

function isLarge(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}
