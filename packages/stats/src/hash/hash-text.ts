/**
 * A hash of a text, such as an identifier: a whole number of 53 bits, which a double holds. Two multiplicative hashes over the UTF-16 units, each
 * mixed with the other at the end; among a million ids two share one in 1 of 18,000 files. O(length).
 *
 * @example
 * ```ts
 * import { hashText } from '@goldpan/stats';
 *
 * Number.isSafeInteger(hashText('item-1')); // → true
 * hashText('item-1') === hashText('item-2'); // → false
 * ```
 */
export function hashText(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  const low = mix(a, b);
  const high = mix(b, low);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function mix(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
}
