import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthBands } from '../src/constraints/length-bands.js';

const texts = (...lengths: number[]) => lengths.map((length) => 'x'.repeat(length));

describe('bands of length', () => {
  test('are three of about equally many texts, named by their least and greatest length', () => {
    expect(lengthBands(texts(9, 1, 30, 2, 12, 3, 100))).toEqual([
      '3–9 characters',
      '1–2 characters',
      '12–100 characters',
      '1–2 characters',
      '12–100 characters',
      '3–9 characters',
      '12–100 characters',
    ]);
  });

  test('are as many as asked for', () => {
    expect(lengthBands(texts(4, 3, 2, 1, 5), 2)).toEqual([
      '3–5 characters',
      '3–5 characters',
      '1–2 characters',
      '1–2 characters',
      '3–5 characters',
    ]);
    expect(new Set(lengthBands(texts(1, 2, 3, 4, 5, 6, 7, 8), 4)).size).toBe(4);
  });

  test('keep texts of one length together, and are fewer then', () => {
    expect(lengthBands(texts(5, 5, 5, 5, 8))).toEqual([
      ...new Array<string>(4).fill('5–8 characters'),
      '5–8 characters',
    ]);
    expect(lengthBands(texts(5, 5, 8, 8, 8))).toEqual([
      '5–5 characters',
      '5–5 characters',
      ...new Array<string>(3).fill('8–8 characters'),
    ]);
  });

  test('have no text that is missing, and no share for it', () => {
    expect(lengthBands(['ab', undefined, '', undefined, 'abc', undefined], 2)).toEqual([
      '2–3 characters',
      undefined,
      '0–0 characters',
      undefined,
      '2–3 characters',
      undefined,
    ]);
    expect(lengthBands([undefined])).toEqual([undefined]);
    expect(lengthBands([])).toEqual([]);
  });

  test('order lengths as numbers', () => {
    expect(lengthBands(texts(10, 9), 2)).toEqual(['10–10 characters', '9–9 characters']);
  });

  test('are apart from each other, hold what they name, and are no more than asked for', () => {
    const lengths = fc.array(fc.nat(40), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 6 }), (of, bands) => {
        const found = lengthBands(texts(...of), bands) as string[];
        const members = new Map<string, number[]>();
        found.forEach((band, i) => members.set(band, [...(members.get(band) ?? []), of[i]]));
        expect(members.size).toBeLessThanOrEqual(bands);
        const ranges = [...members].map(([band, own]) => {
          const [least, greatest] = [Math.min(...own), Math.max(...own)];
          expect(band).toBe(`${least}–${greatest} characters`);
          return [least, greatest];
        });
        ranges.sort(([a], [b]) => a - b);
        ranges.forEach(([least], i) => i > 0 && expect(least).toBeGreaterThan(ranges[i - 1][1]));
      }),
    );
  });

  test('of different lengths differ by one text at most', () => {
    const lengths = fc.uniqueArray(fc.nat(60), { minLength: 6, maxLength: 25 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 2, max: 6 }), (of, bands) => {
        const found = lengthBands(texts(...of), bands);
        const counts = [...new Set(found)].map((band) => found.filter((one) => one === band).length);
        expect(counts).toHaveLength(bands);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
