/** Unicode whitespace as Python's `str.split()` and `str.strip()` see it: unlike `\s` with U+001C–1F and U+0085, without U+FEFF. */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${SPACE}]+`, 'u');
const LEADING = new RegExp(`^[${SPACE}]+`, 'u');
const NOT_SPACE = new RegExp(`[^${SPACE}]`, 'u');

/** The tokens between whitespace; none for an empty text. */
export function splitWhitespace(text: string): string[] {
  const tokens = text.split(SPACES);
  if (tokens[0] === '') tokens.shift();
  if (tokens[tokens.length - 1] === '') tokens.pop();
  return tokens;
}

/** The text without whitespace at its end. */
export function trimEnd(text: string): string {
  let end = text.length;
  // Every whitespace character is one UTF-16 unit, so none is half of a pair.
  while (end > 0 && !NOT_SPACE.test(text[end - 1])) end--;
  return text.slice(0, end);
}

/** The text without whitespace at both ends. */
export function trim(text: string): string {
  return trimEnd(text.replace(LEADING, ''));
}
