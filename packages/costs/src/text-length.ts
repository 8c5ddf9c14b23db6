/** What the length of a text is counted in; `auto` decides by the text's own script. */
export type LengthCount = 'auto' | 'words' | 'characters';

const SPACELESS =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/**
 * The length of a text in words (runs between white space) or characters (code points, white space at both ends left
 * out). `auto` counts characters where more than half of the letters belong to a script that writes no spaces between
 * words (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan), and words everywhere else. O(length).
 */
export function textLength(text: string, count: LengthCount = 'auto'): number {
  const unit = count === 'auto' ? countOf(text) : count;
  return unit === 'words' ? words(text) : characters(text);
}

/** What `auto` counts for a text. */
export function countOf(text: string): 'words' | 'characters' {
  let letters = 0;
  let spaceless = 0;
  for (const letter of text.match(/\p{L}/gu) ?? []) {
    letters++;
    if (SPACELESS.test(letter)) spaceless++;
  }
  return spaceless * 2 > letters ? 'characters' : 'words';
}

function words(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const space = isSpace(text.charCodeAt(i));
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}

function characters(text: string): number {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  let count = 0;
  for (const _ of text.slice(start, end)) count++;
  return count;
}

/** White space as Python's `str.split()` has it, so that lengths agree with the reference. */
function isSpace(code: number): boolean {
  if (code < 0x85) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  if (code <= 0xa0) return code === 0x85 || code === 0xa0;
  if (code < 0x2000) return code === 0x1680;
  if (code <= 0x200a) return true;
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}
