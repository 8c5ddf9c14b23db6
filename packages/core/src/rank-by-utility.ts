const DIGIT_BITS = 11;
const DIGITS = 6;
const MASK = (1 << DIGIT_BITS) - 1;

/**
 * Item indices by utility, highest first; ties keep input order. Utilities must not be NaN.
 *
 * @remarks Radix sort of the bits of the doubles, lowest digit first: stable, O(N) time and space.
 */
export function rankByUtility(utilities: Float64Array): Uint32Array<ArrayBuffer> {
  const { low, high } = descendingKeys(utilities);
  let ranking = Uint32Array.from(utilities, (_, item) => item);
  let sorted = new Uint32Array(utilities.length);
  const starts = new Uint32Array(MASK + 1);
  for (let d = 0; d < DIGITS; d++) {
    // Three digits of 11, 11 and 10 bits in either half.
    const keys = d < 3 ? low : high;
    const shift = (d % 3) * DIGIT_BITS;
    starts.fill(0);
    for (let item = 0; item < keys.length; item++) starts[(keys[item] >>> shift) & MASK]++;
    if (keys.length > 0 && starts[(keys[0] >>> shift) & MASK] === keys.length) continue;
    for (let digit = 0, start = 0; digit <= MASK; digit++) {
      const count = starts[digit];
      starts[digit] = start;
      start += count;
    }
    for (let rank = 0; rank < ranking.length; rank++) {
      const item = ranking[rank];
      sorted[starts[(keys[item] >>> shift) & MASK]++] = item;
    }
    [ranking, sorted] = [sorted, ranking];
  }
  return ranking;
}

/** Two unsigned words per utility that order the other way round: the highest utility has the lowest key. */
function descendingKeys(utilities: Float64Array): { low: Uint32Array; high: Uint32Array } {
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  const [lowWord, highWord] = littleEndian() ? [0, 1] : [1, 0];
  const low = new Uint32Array(utilities.length);
  const high = new Uint32Array(utilities.length);
  for (let item = 0; item < utilities.length; item++) {
    // Adding 0 turns -0 into 0, so that they tie.
    number[0] = utilities[item] + 0;
    const isNegative = words[highWord] >>> 31;
    low[item] = isNegative ? words[lowWord] : ~words[lowWord];
    high[item] = isNegative ? words[highWord] : ~words[highWord] & 0x7fffffff;
  }
  return { low, high };
}

function littleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}
