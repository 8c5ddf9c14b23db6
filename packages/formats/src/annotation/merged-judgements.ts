import { DEFAULT_TARGET } from '@goldpan/core';
import { labelText } from '../json/json-text.js';
import { jsonObject } from '../loaders/json-object.js';

type Fields = Readonly<Record<string, unknown>>;

/** The judgements of an item with new ones, which take the place of those of the same system, rater and criterion. */
export function mergedJudgements(before: unknown, added: readonly Fields[] = []): unknown[] | undefined {
  if (added.length === 0) return undefined;
  const replaced = new Set(added.map(keyOf));
  const kept = Array.isArray(before)
    ? before.filter((judgement: unknown) => !replaced.has(keyOf(jsonObject(judgement) ?? {})))
    : [];
  return [...kept, ...added];
}

function keyOf({ system, rater, criterion }: Fields): string {
  return JSON.stringify([system, labelText(rater), criterion ?? DEFAULT_TARGET]);
}
