/** Where a value stands in the text of a JSON object or array. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One member of an object in the text of it: `"key": value`, from the key's quote to the value's end. */
export interface Member extends Span {
  readonly key: string;
  readonly valueStart: number;
}

/** The members of an object, in order. */
export function membersOf(text: string): Member[] {
  const members: Member[] = [];
  let at = skipSpace(text, text.indexOf('{') + 1);
  while (text[at] === '"') {
    const start = at;
    const keyEnd = skipString(text, start);
    const valueStart = skipSpace(text, text.indexOf(':', keyEnd) + 1);
    const end = skipValue(text, valueStart);
    members.push({ key: JSON.parse(text.slice(start, keyEnd)), start, valueStart, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

/** The elements of an array, in order. */
export function elementsOf(text: string): Span[] {
  const elements: Span[] = [];
  let start = skipSpace(text, text.indexOf('[') + 1);
  while (text[start] !== ']') {
    const end = skipValue(text, start);
    elements.push({ start, end });
    start = skipSpace(text, end);
    if (text[start] === ',') start = skipSpace(text, start + 1);
  }
  return elements;
}

function skipSpace(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at++;
  return at;
}

function skipString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote > at; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 92) backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
  }
  throw new SyntaxError('a text without an end');
}

/** The position after a value: at the comma or bracket that follows it, or the white space before that. */
function skipValue(text: string, at: number): number {
  let depth = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = skipString(text, at) - 1;
      if (depth === 0) return at + 1;
    } else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (code === 44 || code <= 32)) return at;
  }
  throw new SyntaxError('a value without an end');
}
