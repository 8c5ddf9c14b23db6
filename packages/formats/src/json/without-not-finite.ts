/** Numbers as Python writes them into JSON, which has none of them. */
const NOT_FINITE = /[+-]?\b(?:NaN|Infinity)\b/g;

/** The text with null for every NaN and Infinity that stands outside of strings; undefined where there is none. O(length). */
export function withoutNotFinite(text: string): string | undefined {
  const parts: string[] = [];
  let replaced = false;
  const put = () => {
    replaced = true;
    return 'null';
  };
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, start).replace(NOT_FINITE, put));
    at = quote < 0 ? text.length : endOfString(text, quote);
    parts.push(text.slice(start, at));
  }
  return replaced ? parts.join('') : undefined;
}

/** Just after the quote that ends the string which starts at `quote`. */
function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at + 1;
  }
  return text.length;
}
