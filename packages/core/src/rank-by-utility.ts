/**
 * Item indices by utility, highest first; ties keep input order. Utilities must not be NaN.
 * O(N log N).
 */
export function rankByUtility(utilities: Float64Array): Uint32Array<ArrayBuffer> {
  const ranking = Uint32Array.from(utilities, (_, item) => item);
  // The index as second key makes the order total, so the result does not hang on the stability of the sort.
  return ranking.sort((a, b) => utilities[b] - utilities[a] || a - b);
}
