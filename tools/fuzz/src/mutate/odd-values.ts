import type { Rng } from '@goldpan/core';
import { oneOf } from './mutator.js';

/** Values that programs stumble over, as JSON. */
const ODD = [
  'null',
  'true',
  '0',
  '-0',
  '1e400',
  '-1e308',
  '5e-324',
  '9007199254740993',
  '1.7976931348623157e308',
  '0.1',
  '-1',
  'NaN',
  'Infinity',
  '""',
  '" "',
  '"text"',
  '"3"',
  '"0,5"',
  '"__proto__"',
  '"constructor"',
  '"=1+1"',
  '"<script>"',
  '"\\u0000"',
  '"\\ud800"',
  '"e\\u0301"',
  '"../../x"',
  '"2026-02-30T25:00:00Z"',
  '[]',
  '[[]]',
  '[null]',
  '[1,2]',
  '{}',
  '{"toString":1}',
  '{"__proto__":{"a":1}}',
  '{"length":3}',
  '{"value":NaN}',
];

/** A value that programs stumble over, as JSON text; at times a deep or a long one. */
export function oddJson(rng: Rng): string {
  const kind = rng.integer(60);
  if (kind === 0) return `${'['.repeat(3000)}${']'.repeat(3000)}`;
  if (kind === 1) return `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;
  if (kind === 2) return `"${'x'.repeat(20_000)}"`;
  if (kind === 3) return `[${Array.from({ length: 500 }, (_, at) => at).join(',')}]`;
  return oneOf(ODD, rng);
}

/** The same as the text of a cell. */
export function oddText(rng: Rng): string {
  const json = oddJson(rng);
  return json.startsWith('"') ? (JSON.parse(json) as string) : json;
}
