const BARS = '▁▂▃▄▅▆▇█';

/**
 * Values as a row of bars. Longer rows are thinned out evenly to `width`, first and last kept.
 *
 * @param range - what the lowest and the highest bar stand for; default: the ends of the values
 */
export function sparkline(
  values: readonly number[],
  { width = 12, range = rangeOf(values) }: { width?: number; range?: readonly [number, number] } = {},
): string {
  const [low, high] = range;
  // Halves of the largest numbers, whose range would overflow; the smallest have no halves.
  const scale = high - low === Infinity ? 0.5 : 1;
  const columns = Math.min(width, values.length);
  let bars = '';
  for (let column = 0; column < columns; column++) {
    const at = columns === 1 ? 0 : Math.round((column * (values.length - 1)) / (columns - 1));
    const share = high > low ? (values[at] * scale - low * scale) / (high * scale - low * scale) : 0.5;
    bars += BARS[Math.min(7, Math.max(0, Math.floor(share * 8)))];
  }
  return bars;
}

/** The lowest and the highest of some values; [0, 0] of none. */
export function rangeOf(values: readonly number[]): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}
