import { cutMiddle, cutText, textWidth } from './text-width.js';

/** Shares of the width that the end of a cut text keeps, in the order in which they are tried. */
const ENDS = { end: [0, 0.4, 0.75], middle: [0.4, 0, 0.75] } as const;

/**
 * Texts in at most `width` columns each, of which those that differ still do when they are cut: a text that would look like another is cut
 * elsewhere, or at last numbered. O(texts).
 *
 * @param where - where the others are cut
 */
export function cutApart(
  texts: readonly string[],
  width: number,
  where: keyof typeof ENDS = 'end',
): readonly string[] {
  if (texts.every((text) => textWidth(text) <= width)) return texts;
  const different = [...new Set(texts)];
  const ways = ENDS[where].map((share) => {
    const cuts = new Map(different.map((text) => [text, cutMiddle(text, width, share)]));
    const counts = new Map<string, number>();
    for (const cut of cuts.values()) counts.set(cut, (counts.get(cut) ?? 0) + 1);
    return { cuts, counts };
  });
  const numbers = new Map<string, number>();
  const label = (text: string): string => {
    const apart = ways.find(({ cuts, counts }) => counts.get(cuts.get(text)!) === 1);
    if (apart) return apart.cuts.get(text)!;
    const cut = ways[0].cuts.get(text)!;
    const number = (numbers.get(cut) ?? 0) + 1;
    numbers.set(cut, number);
    return numbered(text, number, width);
  };
  const labels = new Map(different.map((text) => [text, label(text)]));
  return texts.map((text) => labels.get(text)!);
}

function numbered(text: string, number: number, width: number): string {
  const mark = ` (${number})`;
  return textWidth(text) <= width ? text : cutText(text, width - mark.length) + mark;
}
