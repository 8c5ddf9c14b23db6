/** A text in which a rater marked an error, and where it is: code points, the end not included. */
export interface MarkedText {
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
}

const OPEN = '<v>';
const CLOSE = '</v>';

/** Takes the marks `<v>…</v>` out of a text; without both the whole text is as it was. O(length). */
export function markedText(marked: string): MarkedText {
  const open = marked.indexOf(OPEN);
  const close = marked.indexOf(CLOSE, open + OPEN.length);
  if (open < 0 || close < 0) return { text: marked };
  const before = marked.slice(0, open);
  const inside = marked.slice(open + OPEN.length, close);
  const from = codePoints(before);
  return {
    text: before + inside + marked.slice(close + CLOSE.length),
    from,
    to: from + codePoints(inside),
  };
}

/** How many characters a text has as people count them. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
