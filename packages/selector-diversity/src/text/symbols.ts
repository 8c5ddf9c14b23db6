import { splitWhitespace } from './split-whitespace.js';

/** The tokens of some texts as whole numbers: the same token gets the same number in each of them. */
export function tokenSymbols(texts: readonly (readonly string[])[]): Int32Array[] {
  const known = new Map<string, number>();
  return texts.map((tokens) =>
    Int32Array.from(tokens, (token) => {
      const symbol = known.get(token) ?? known.size;
      if (symbol === known.size) known.set(token, symbol);
      return symbol;
    }),
  );
}

/** The code points of a text without its whitespace. */
export function characterSymbols(text: string): Int32Array {
  const joined = splitWhitespace(text).join('');
  const symbols = new Int32Array(joined.length);
  let length = 0;
  for (let at = 0; at < joined.length; length++) {
    const codePoint = joined.codePointAt(at)!;
    symbols[length] = codePoint;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return symbols.subarray(0, length);
}
