import type { Dataset, Warning } from '@goldpan/core';

/** Warns of items whose sources are the same but for case, punctuation and white space. O(characters). */
export function repeatedSources({ sources = [], ids }: Dataset): Warning | undefined {
  const first = new Map<string, string>();
  const repeats: string[] = [];
  sources.forEach((source, item) => {
    const key = source
      ?.normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (!key) return;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, ids[item]);
    else repeats.push(`${ids[item]} = ${earlier}`);
  });
  if (repeats.length === 0) return undefined;
  const shown = repeats.slice(0, 5).join(', ');
  return {
    code: 'REPEATED_SOURCES',
    text: `${repeats.length === 1 ? '1 item repeats' : `${repeats.length} items repeat`} the source of an earlier one (${shown}${repeats.length > 5 ? ', …' : ''}): judging both tells little more than judging one.`,
  };
}
