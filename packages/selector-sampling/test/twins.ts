/** Inclusion probabilities min(1, c·size) that add up to k, by halving the interval of c. */
export function inclusionByBisection(sizes: Float64Array, k: number): Float64Array {
  const at = (scale: number) => sizes.map((size) => Math.min(1, size * scale));
  const total = (scale: number) => at(scale).reduce((sum, p) => sum + p, 0);
  let [low, high] = [0, 2 / Math.min(...sizes)];
  for (let halving = 0; halving < 200; halving++) {
    const middle = (low + high) / 2;
    if (total(middle) < k) low = middle;
    else high = middle;
  }
  return at(k === 0 ? 0 : high);
}
