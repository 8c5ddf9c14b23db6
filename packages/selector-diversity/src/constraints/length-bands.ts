/**
 * Cuts texts into bands of length, with about equally many texts each. Texts of one length stay together, so there may be
 * fewer bands. A missing text has length 0.
 *
 * @returns per text the name of its band: its least and greatest length, `"12–45 characters"`
 */
export function lengthBands(texts: readonly (string | undefined)[], bands: number): string[] {
  const lengths = texts.map((text) => text?.length ?? 0);
  const sorted = lengths.toSorted((a, b) => a - b);
  // A band begins at the length of the first text of its share.
  const starts = Array.from(
    { length: bands },
    (_, band) => sorted[Math.floor((band * sorted.length) / bands)],
  );
  const bandOf = lengths.map((length) => starts.findLastIndex((start) => start <= length));
  const ranges = starts.map((_, band) => {
    const own = lengths.filter((_, item) => bandOf[item] === band);
    return own.length === 0
      ? ''
      : `${own.reduce((a, b) => Math.min(a, b))}–${own.reduce((a, b) => Math.max(a, b))}`;
  });
  return bandOf.map((band) => `${ranges[band]} characters`);
}
