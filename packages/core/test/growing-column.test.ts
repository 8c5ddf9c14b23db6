import { describe, expect, test } from 'vitest';
import { GrowingColumn } from '../src/judgements/growing-column.js';
import { OptionalColumn } from '../src/judgements/optional-column.js';

describe('a column that grows', () => {
  test.each([0, 1, 256, 257, 512, 513, 2 ** 16, 2 ** 17 + 3])(
    'keeps %i numbers, in shared memory',
    (size) => {
      const column = new GrowingColumn(Float64Array);
      const numbers = Float64Array.from({ length: size }, (_, i) => i / 2);
      for (const number of numbers) column.push(number);
      expect(column.length).toBe(size);
      const joined = column.join();
      expect(joined.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(joined).toEqual(numbers);
    },
  );

  test('keeps numbers as its type does', () => {
    const column = new GrowingColumn(Uint8Array);
    for (const number of [1, 255, 256]) column.push(number);
    expect(column.join()).toEqual(Uint8Array.of(1, 255, 0));
  });
});

test('a column of numbers that may be unknown is none before the first that is known', () => {
  const column = new OptionalColumn();
  column.push(NaN);
  expect(new OptionalColumn().join()).toBeUndefined();
  const unknown = new OptionalColumn();
  unknown.push(NaN);
  expect(unknown.join()).toBeUndefined();
  for (const number of [NaN, 3, NaN, 4]) column.push(number);
  expect([...column.join()!]).toEqual([NaN, NaN, 3, NaN, 4]);
});
