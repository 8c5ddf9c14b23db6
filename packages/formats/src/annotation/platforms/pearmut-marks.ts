import { showValue } from '@goldpan/core';
import { jsonObject } from '../../loaders/json-object.js';
import type { Mark } from '../sheets/answer-sheet.js';

/**
 * The errors that a person marked in an output, or what is wrong with them, as text.
 *
 * Pearmut counts UTF-16 units of the output without its line ends, the last of a mark included; one that reaches behind the end is of
 * what is missing, and has no place, as none has where the output is not known. O(characters + errors).
 */
export function pearmutMarks(
  { error_spans: given }: Readonly<Record<string, any>>,
  output: string,
): Mark[] | string {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return `"error_spans" must be a list; got ${showValue(given)}`;
  const places = Array.from({ length: output.length }, (_, at) => at).filter((at) => output[at] !== '\n');
  const marks = given.map((one: unknown) => markOf(jsonObject(one) ?? {}, places));
  const wrong = marks.indexOf(undefined);
  return wrong < 0
    ? (marks as Mark[])
    : `error span ${wrong + 1} must have whole numbers "start_i" up to "end_i", and texts or null as "severity" and "category"; got ${showValue(given[wrong])}`;
}

function markOf(
  { start_i: first, end_i: last, category, severity }: Readonly<Record<string, unknown>>,
  places: readonly number[],
): Mark | undefined {
  const isMarked = isPlace(first) && isPlace(last) && first <= last;
  if (!isMarked || ![category ?? '', severity ?? ''].every((name) => typeof name === 'string'))
    return undefined;
  return {
    labels: category ? [category as string] : [],
    ...(severity ? { severity: severity as string } : {}),
    ...(last < places.length && { start: places[first], end: places[last] + 1 }),
  };
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
