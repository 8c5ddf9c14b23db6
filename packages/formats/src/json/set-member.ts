/** One member of an object in the text of it: `"key": value`, from the key's quote to the value's end. */
interface Member {
  readonly key: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/**
 * The text of a JSON object with one member set, as its last; a member of that name that was there is taken out. Nothing
 * else changes, to the byte: numbers keep their spelling and their digits. O(length).
 *
 * @param text - an object, known to be valid JSON
 * @param value - the new value, as JSON text
 */
export function setMember(text: string, key: string, value: string): string {
  const members = membersOf(text);
  const kept = members.filter((member) => member.key !== key);
  const without = kept.length === members.length ? text : takeOut(text, members, key);
  const added = `${JSON.stringify(key)}:${value}`;
  if (kept.length === 0) {
    const open = without.indexOf('{') + 1;
    return without.slice(0, open) + added + without.slice(open);
  }
  // Only white space and the closing bracket follow the last member.
  const end = without.length - (text.length - members[members.length - 1].end);
  return `${without.slice(0, end)},${added}${without.slice(end)}`;
}

/** The text of the value of a member; undefined where the object has none of that name. O(length). */
export function memberText(text: string, key: string): string | undefined {
  const member = membersOf(text).find((each) => each.key === key);
  return member && text.slice(member.valueStart, member.end);
}

/** The text without the members of a name: each goes with the comma before it, or after it where it is the first. */
function takeOut(text: string, members: readonly Member[], key: string): string {
  let result = '';
  let from = 0;
  let isFirst = true;
  members.forEach((member, i) => {
    if (member.key !== key) isFirst = false;
    else if (isFirst) {
      result += text.slice(from, member.start);
      from = i + 1 < members.length ? members[i + 1].start : member.end;
    } else {
      result += text.slice(from, members[i - 1].end);
      from = member.end;
    }
  });
  return result + text.slice(from);
}

/** The members of an object, in order. */
function membersOf(text: string): Member[] {
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
