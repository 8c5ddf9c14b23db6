import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum } from '../src/checksum.js';

/** The sum as its description has it, in whole numbers without end: four sums over words, one of bytes, joined. */
function slowChecksum(bytes: Uint8Array, isAligned: boolean): number {
  const whole = isAligned ? Math.floor(bytes.length / 4) : 0;
  const word = (at: number) =>
    BigInt(new DataView(bytes.buffer, bytes.byteOffset).getInt32(4 * at, littleEndian));
  const rounds = Math.floor(whole / 4);
  const multipliers = [31n, 37n, 41n, 43n];
  const sums = [1n, 2n, 3n, 4n];
  for (let at = 0; at < 4 * rounds; at++) sums[at % 4] = sums[at % 4] * multipliers[at % 4] + word(at);
  for (let at = 4 * rounds; at < whole; at++) sums[0] = sums[0] * 31n + word(at);
  for (const byte of bytes.subarray(4 * whole)) sums[1] = sums[1] * 37n + BigInt(byte);
  const [a, b, c, d] = sums;
  return Number(BigInt.asIntN(32, a * 47n + b * 53n + c * 59n + d * 61n));
}
const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

describe('a checksum', () => {
  test('is that of the slow sums, wherever the array begins and ends', () => {
    const bytes = fc.uint8Array({ maxLength: 70, size: 'max' });
    fc.assert(
      fc.property(bytes, fc.nat(9), (list, offset) => {
        const buffer = new ArrayBuffer(offset + list.length + 5);
        const view = new Uint8Array(buffer, offset, list.length);
        view.set(list);
        expect(checksum(view)).toBe(slowChecksum(view, offset % 4 === 0));
      }),
    );
  });

  test('of nothing is that of the numbers it starts from', () => {
    expect(checksum(new Float64Array(0))).toBe(47 + 2 * 53 + 3 * 59 + 4 * 61);
    expect(checksum(Uint8Array.of(7))).toBe(47 + (2 * 37 + 7) * 53 + 3 * 59 + 4 * 61);
  });

  test('is of the array alone, not of what is beside it in its buffer', () => {
    const buffer = new Float64Array([1, 2, 3, 4, 5]);
    const before = checksum(buffer.subarray(1, 4));
    buffer[0] = 9;
    buffer[4] = 9;
    expect(checksum(buffer.subarray(1, 4))).toBe(before);
    buffer[3] = 9;
    expect(checksum(buffer.subarray(1, 4))).not.toBe(before);
  });

  test('tells any change of one element, at any place of an array of any kind', () => {
    const arrays = fc.oneof(
      fc.float64Array({ minLength: 1 }),
      fc.float32Array({ minLength: 1 }),
      fc.uint16Array({ minLength: 1 }),
      fc.uint8Array({ minLength: 1 }).map((bytes) => bytes.subarray(bytes.length >> 1)),
    );
    fc.assert(
      fc.property(arrays, fc.nat(), fc.integer({ min: 1, max: 255 }), (array, place, difference) => {
        const before = checksum(array);
        expect(checksum(array)).toBe(before);
        const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
        bytes[place % bytes.length] ^= difference;
        expect(checksum(array)).not.toBe(before);
      }),
    );
  });
});
