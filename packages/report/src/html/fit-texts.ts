import { escapedJson } from './embed-json.js';

/** How to shorten texts so that together they stay within a size. */
export interface TextLimit {
  /** Characters a text may have; Infinity where nothing is cut. */
  readonly characters: number;
  /** How many texts are longer. */
  readonly cut: number;
}

/** Bytes of the `…` and the quotes of a text that is cut. */
const CUT_BYTES = 5;

const encoder = new TextEncoder();

/**
 * The longest that texts may be if all of them, as JSON in a page, are to take at most `bytes`: short texts stay whole, long
 * ones share what is left. O(texts).
 */
export function textLimit(texts: readonly string[], bytes: number): TextLimit {
  const sizes = texts.map((text) => ({
    characters: text.length,
    bytes: encoder.encode(escapedJson(text)).length,
  }));
  const sizeAt = (limit: number) =>
    sizes.reduce(
      (sum, size) =>
        sum + (size.characters <= limit ? size.bytes : (size.bytes * limit) / size.characters + CUT_BYTES),
      0,
    );
  if (sizeAt(Infinity) <= bytes) return { characters: Infinity, cut: 0 };
  let [low, high] = [0, sizes.reduce((most, { characters }) => Math.max(most, characters), 0)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sizeAt(middle) <= bytes) low = middle;
    else high = middle;
  }
  return { characters: low, cut: sizes.filter(({ characters }) => characters > low).length };
}

/** The beginning of a text that is too long, with `…` for the rest; a character of two units is never split. */
export function shortened(text: string, { characters }: TextLimit): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters).replace(/[\ud800-\udbff]$/, '')}…`;
}
