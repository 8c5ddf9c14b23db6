/**
 * Whether a text becomes another by so many insertions, deletions and replacements of UTF-16 units (Levenshtein) or fewer.
 *
 * @param most - a small number: O(length · most)
 */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  // Only cells near the diagonal can be within the limit: row[d] is the distance of a's beginning to b's, d − most characters longer.
  const width = 2 * most + 1;
  let row = Array.from({ length: width }, (_, d) => (d < most ? Infinity : d - most));
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(width).fill(Infinity);
    for (let d = 0; d < width; d++) {
      const j = i + d - most;
      if (j < 0 || j > b.length) continue;
      const replaced = j > 0 ? row[d] + Number(a[i - 1] !== b[j - 1]) : Infinity;
      const inserted = d > 0 ? next[d - 1] + 1 : Infinity;
      const deleted = d + 1 < width ? row[d + 1] + 1 : Infinity;
      next[d] = Math.min(replaced, inserted, deleted);
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return row[b.length - a.length + most] <= most;
}
