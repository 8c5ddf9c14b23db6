/** Sizes that differ by less, as a share of them, do so by rounding. */
const ROUNDING = 1e-9;

/**
 * The first so many of a list that is sorted by size, largest first; of those that are as large to nine digits the first by name, so that neither the
 * order of the data nor rounding chooses. O(list + ties log ties).
 */
export function firstOf<T>(
  sorted: readonly T[],
  most: number,
  { sizeOf, nameOf }: { readonly sizeOf: (one: T) => number; readonly nameOf: (one: T) => string },
): T[] {
  if (sorted.length === 0 || most === 0) return [];
  const least = sizeOf(sorted[Math.min(most, sorted.length) - 1]) * (1 - ROUNDING);
  const digits = (one: T) => Number(sizeOf(one).toPrecision(9));
  return sorted
    .filter((one) => sizeOf(one) >= least)
    .map((one) => ({ one, size: digits(one), name: nameOf(one) }))
    .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one);
}
