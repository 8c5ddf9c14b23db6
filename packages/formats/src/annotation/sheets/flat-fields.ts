import { jsonObject } from '../../loaders/json-object.js';
import type { Fields } from './answer-sheet.js';

/** Deeper members are left as they are. */
const MOST_LEVELS = 3;

/** The members of an object, those of objects in it by `outer.inner`; lists stay whole. O(members). */
export function flatFields(value: unknown): Fields {
  return new Map(membersOf(value, '', 1));
}

function* membersOf(value: unknown, prefix: string, level: number): Generator<[string, unknown]> {
  for (const [name, inner] of Object.entries(jsonObject(value) ?? {}))
    if (level < MOST_LEVELS && jsonObject(inner) !== undefined)
      yield* membersOf(inner, `${prefix}${name}.`, level + 1);
    else yield [prefix + name, inner];
}
