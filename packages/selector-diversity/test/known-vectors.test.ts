import { expect, test } from 'vitest';
import { knownVectors } from '../src/embedding/known-vectors.js';

test('vectors of the same texts are made once by each embedder, and who changes them changes no others', async () => {
  let made = 0;
  const make = async (values: number[]) => {
    made++;
    return { dimensions: 3, values: Float64Array.from(values) };
  };
  const texts = ['a', 'b'];
  const first = await knownVectors(texts, 'x', () => make([1, 2, 3, 4, 5, 6]));
  first.values.fill(0);
  const second = await knownVectors(texts, 'x', () => make([7]));
  expect(Array.from(second.values)).toEqual([1, 2, 3, 4, 5, 6]);
  second.values.fill(9);
  expect(Array.from((await knownVectors(texts, 'x', () => make([7]))).values)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(made).toBe(1);
  expect(Array.from((await knownVectors(texts, 'y', () => make([8, 8, 8]))).values)).toEqual([8, 8, 8]);
  expect(Array.from((await knownVectors(['a', 'b'], 'x', () => make([5, 5, 5]))).values)).toEqual([5, 5, 5]);
  expect(Array.from((await knownVectors(undefined, 'x', () => make([4, 4, 4]))).values)).toEqual([4, 4, 4]);
  expect(made).toBe(4);
});
