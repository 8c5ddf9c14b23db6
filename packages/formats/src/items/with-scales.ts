import { declarationOf, type Criterion, type Json } from '@goldpan/core';
import { memberText, setMember } from '../json/set-member.js';

/**
 * Some lines of an item file, the first with the scales that the file declares and it does not: the item that declares them may not be
 * among them, or not the first. All other lines stay as they are, to the byte.
 */
export async function* withScales(
  lines: AsyncIterable<string>,
  criteria: readonly Criterion[],
): AsyncGenerator<string, void, void> {
  let isFirst = true;
  for await (const line of lines) {
    yield isFirst ? declared(line, criteria) : line;
    isFirst = false;
  }
}

function declared(line: string, criteria: readonly Criterion[]): string {
  const own = JSON.parse(memberText(line, 'criteria') ?? 'null') as { readonly [name: string]: Json } | null;
  const missing = criteria.filter(({ name, declared }) => declared && !Object.hasOwn(own ?? {}, name));
  if (missing.length === 0) return line;
  const added = missing.map(({ name, scale }) => [name, declarationOf(scale)] as const);
  return setMember(line, 'criteria', JSON.stringify({ ...own, ...Object.fromEntries(added) }));
}
