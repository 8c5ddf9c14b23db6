import { jsonObject } from '../json-object.js';
import { scoreOf } from '../../tables/score-of.js';

/** Letters and words that Inspect's scorers give, and what they count, as in its own reducers. */
const WORDS = new Map([
  ['C', 1],
  ['P', 0.5],
  ['I', 0],
  ['N', 0],
  ['yes', 1],
  ['true', 1],
  ['no', 0],
  ['false', 0],
]);

/** The scores in a value of an Inspect scorer: one, or one per key of a dict or element of a list, named `SCORER/KEY`. */
export function inspectScores(scorer: string, value: unknown): [string, number | undefined][] {
  const score =
    typeof value === 'string'
      ? (WORDS.get(value) ?? WORDS.get(value.toLowerCase()) ?? scoreOf(value))
      : undefined;
  if (score !== undefined) return [[scorer, score]];
  if (Array.isArray(value)) return value.flatMap((element, at) => inspectScores(`${scorer}/${at}`, element));
  const object = jsonObject(value);
  if (object)
    return Object.entries(object).flatMap(([key, element]) => inspectScores(`${scorer}/${key}`, element));
  return [[scorer, scoreOf(value)]];
}
