/** Text of which every character takes one column, such as English and French: most texts, and setting up a segmenter takes longer than a table. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]*$/u;
/** East Asian wide and full-width characters, and what is drawn as a picture. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

let segmenter: Intl.Segmenter | undefined;
/** What a reader takes for one character each. */
function graphemesOf(text: string): Intl.Segments {
  return (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(text);
}

/** How many columns of a terminal a text takes. Chinese, Japanese and Korean characters and emoji take two, accents none. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += graphemeWidth(segment);
  return width;
}

/** A text in at most `width` columns, with `…` in place of what does not fit. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  if (PLAIN.test(text)) return width < 1 ? '' : `${text.slice(0, width - 1).trimEnd()}…`;
  let cut = '';
  let used = 1;
  for (const { segment } of graphemesOf(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    cut += segment;
  }
  return width < 1 ? '' : `${cut.trimEnd()}…`;
}

/**
 * A text in at most `width` columns, with `…` in its middle: beginnings are often alike, and ends tell names apart.
 *
 * @param share - of the width that its end keeps, in [0, 1)
 */
export function cutMiddle(text: string, width: number, share = 0.4): string {
  if (textWidth(text) <= width) return text;
  if (share === 0) return cutText(text, width);
  const segments = Array.from(graphemesOf(text), ({ segment }) => segment);
  const tail: string[] = [];
  for (let used = 0; segments.length > 0;) {
    used += graphemeWidth(segments.at(-1)!);
    if (used > Math.floor(width * share)) break;
    tail.unshift(segments.pop()!);
  }
  const end = tail.join('');
  return cutText(`${segments.join('')}  `, width - textWidth(end)) + end;
}

/** A text filled up with spaces to `width` columns. */
export function padText(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? space + text : text + space;
}

function graphemeWidth(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
