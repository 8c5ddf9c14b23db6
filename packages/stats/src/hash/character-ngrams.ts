import { HASH_START, hashStep, spreadBits } from './hash-step.js';

/** The distinct character n-grams of a text. */
export interface TextNgrams {
  /** 32-bit hashes, ascending. */
  readonly hashes: Uint32Array;
  /** How often each occurs. */
  readonly counts: Uint32Array;
}

const SHORTEST = 3;
const LONGEST = 5;

/**
 * Hashes of the n-grams of 3 to 5 code points of a text, lower-cased and with a space at both ends. A text without
 * characters has none. O(length · log length).
 *
 * @example
 * ```ts
 * import { characterNgrams } from '@goldpan/stats';
 *
 * characterNgrams('ab').counts; // → [1, 1, 1]
 * characterNgrams('AB').hashes.join() === characterNgrams('ab').hashes.join(); // → true
 * ```
 */
export function characterNgrams(text: string): TextNgrams {
  if (text === '') return { hashes: new Uint32Array(0), counts: new Uint32Array(0) };
  const codePoints = Array.from(` ${text.toLowerCase()} `, (character) => character.codePointAt(0)!);
  const all: Uint32Array = new Uint32Array(codePoints.length * (LONGEST - SHORTEST + 1));
  let length = 0;
  for (let start = 0; start < codePoints.length; start++) {
    let hash = HASH_START;
    for (let n = 1; n <= LONGEST && start + n <= codePoints.length; n++) {
      hash = hashStep(hash, codePoints[start + n - 1]);
      if (n >= SHORTEST) all[length++] = spreadBits(hash);
    }
  }
  return runs(all.subarray(0, length).sort());
}

function runs(sorted: Uint32Array): TextNgrams {
  const hashes = new Uint32Array(sorted.length);
  const counts = new Uint32Array(sorted.length);
  let last = -1;
  for (let i = 0; i < sorted.length; i++) {
    if (last < 0 || sorted[i] !== hashes[last]) hashes[++last] = sorted[i];
    counts[last]++;
  }
  return { hashes: hashes.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}
