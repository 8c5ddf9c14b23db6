import { withoutNotFinite } from './without-not-finite.js';
import { findJsonFault, findRepeatedKey, type JsonFault } from './find-json-fault.js';

/** Why a text is not JSON that can be used, with column and field, and what to do: `column 31: …; …`. */
export class JsonProblem extends Error {}

/** How deep values may be nested: far above any record, far below what ends a program. */
const MOST_LEVELS = 500;

/** How JSON is read that is not quite JSON. */
export interface JsonOptions {
  /** Called where numbers were NaN or Infinity, as Python writes them; they are null then. Default: they are no JSON. */
  readonly onNotFinite?: () => void;
}

/** The value of a JSON text. Fields that occur twice are refused: one of the two would be lost. O(length). @throws JsonProblem */
export function parseJson(text: string, { onNotFinite }: JsonOptions = {}): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const finite = onNotFinite && withoutNotFinite(text);
    if (finite === undefined) throw new JsonProblem(faultIn(text));
    value = parseJson(finite);
    onNotFinite!();
    return value;
  }
  if (membersIn(value, 1) !== membersAtMost(text)) {
    const repeated = findRepeatedKey(text);
    if (repeated !== undefined) throw new JsonProblem(repeatedIn(repeated));
  }
  return value;
}

/** How many members all objects in a value have. @throws JsonProblem where it is nested too deeply */
function membersIn(value: unknown, level: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (level > MOST_LEVELS)
    throw new JsonProblem(
      `column 1: values may be nested ${MOST_LEVELS} levels deep; take out what is deeper`,
    );
  let count = 0;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++)
      if (typeof value[at] === 'object') count += membersIn(value[at], level + 1);
    return count;
  }
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key];
    count += typeof member === 'object' ? 1 + membersIn(member, level + 1) : 1;
  }
  return count;
}

/** How many members a text has, or more: the colons that follow a quote; texts that hold such colons count too much. */
function membersAtMost(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) <= 32) before--;
    if (text.charCodeAt(before) === 34) count++;
  }
  return count;
}

function repeatedIn({ position, field }: JsonFault): string {
  const what = `the field ${JSON.stringify(field)} must be there once; it is there again`;
  return `column ${position + 1}: ${what}; take one of the two out, or rename it`;
}

function faultIn(text: string): string {
  const fault = findJsonFault(text);
  if (fault === undefined) return 'column 1: the line is not JSON; mend it';
  const field = fault.field === '' ? '' : ` in field ${JSON.stringify(fault.field)}`;
  const place = `column ${fault.position + 1}: the line must be JSON; it has ${fault.found}${field}`;
  return `${place}; ${adviceFor(fault.found, fault.position, text)}`;
}

function adviceFor(found: string, position: number, text: string): string {
  if (/^[+-]?(NaN|nan|Infinity|inf)$/.test(found)) {
    return 'JSON has no such number, although Python writes it: write null where there is no score (json.dumps(…, allow_nan=False) finds them)';
  }
  if (position >= text.length) return 'the line is cut off: write the file again, or take out the line';
  if (found === '"\'"') return 'write texts in double quotes: json.dumps(item), not str(item)';
  return 'write one JSON object per line';
}
