/**
 * A number that changes when any byte of the array changes, and nearly always when several do. Four sums that do not wait for each
 * other, so that it takes as long as reading the memory. O(bytes).
 */
export function checksum({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
  const whole = byteOffset % 4 === 0 ? byteLength >> 2 : 0;
  const words = new Int32Array(buffer, whole === 0 ? 0 : byteOffset, whole);
  let [a, b, c, d] = [1, 2, 3, 4];
  let at = 0;
  for (; at + 3 < whole; at += 4) {
    a = (Math.imul(a, 31) + words[at]) | 0;
    b = (Math.imul(b, 37) + words[at + 1]) | 0;
    c = (Math.imul(c, 41) + words[at + 2]) | 0;
    d = (Math.imul(d, 43) + words[at + 3]) | 0;
  }
  for (; at < whole; at++) a = (Math.imul(a, 31) + words[at]) | 0;
  const rest = new Uint8Array(buffer, byteOffset + 4 * whole, byteLength - 4 * whole);
  for (const byte of rest) b = (Math.imul(b, 37) + byte) | 0;
  // Odd multipliers lose nothing, so a change of one sum is a change of the whole.
  return (Math.imul(a, 47) + Math.imul(b, 53) + Math.imul(c, 59) + Math.imul(d, 61)) | 0;
}
