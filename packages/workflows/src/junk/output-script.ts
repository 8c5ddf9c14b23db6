/** Scripts that are told apart; one with several alphabets, such as Japanese, counts by its most frequent. */
const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'gu')] as const);

const ENOUGH = 10;

/** The script of most letters; undefined where there are too few to tell. O(characters) */
export function scriptOf(text: string): string | undefined {
  // Most texts are in Latin letters alone, and need one pass instead of eleven.
  if (!/[^\u0000-\u024f]/.test(text))
    return /(?:[a-zª-ºÀ-ÖØ-öø-ɏ][^a-zª-ºÀ-ÖØ-öø-ɏ]*){10}/i.test(text) ? 'Latin' : undefined;
  const counts = scripts.map(([name, pattern]) => [name, text.match(pattern)?.length ?? 0] as const);
  const [name, letters] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  return letters >= ENOUGH ? name : undefined;
}

/** The script that more than half of the texts have whose script is known. */
export function usualScript(found: readonly (string | undefined)[]): string | undefined {
  const known = found.filter((script) => script !== undefined);
  return known.find((script) => known.filter((other) => other === script).length > known.length / 2);
}
