import type { TextColumn } from '../dataset.js';

/**
 * Cuts texts into bands of length, with about equally many texts each. Texts of one length stay together, so there may be
 * fewer bands. A missing text is in no band. O(N · log N).
 *
 * @returns per text the name of its band: its least and greatest length, `"12–45 characters"`
 */
export function lengthBands(texts: TextColumn, bands = 3): (string | undefined)[] {
  const sorted = Float64Array.from(texts.flatMap((text) => (text === undefined ? [] : [text.length]))).sort();
  // A band begins at the length of the first text of its share.
  const starts = Array.from(
    { length: bands },
    (_, band) => sorted[Math.floor((band * sorted.length) / bands)],
  );
  const bandOf = (length: number) => starts.findLastIndex((start) => start <= length);
  const ranges = new Map<number, [least: number, greatest: number]>();
  for (const length of sorted) {
    const range = ranges.get(bandOf(length));
    if (range === undefined) ranges.set(bandOf(length), [length, length]);
    else range[1] = length;
  }
  return texts.map((text) =>
    text === undefined ? undefined : `${ranges.get(bandOf(text.length))!.join('–')} characters`,
  );
}
