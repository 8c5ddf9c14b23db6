/** Systems by mean, highest first; ties keep the order of the columns. O(S log S). */
export function systemOrder(means: Float64Array): Uint32Array {
  const order = Uint32Array.from(means, (_, system) => system);
  return order.sort((a, b) => means[b] - means[a] || a - b);
}
