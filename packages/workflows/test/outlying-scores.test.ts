import { datasetFromItems, stream } from '@goldpan/core';
import { expect, test } from 'vitest';
import { outlyingScores } from '../src/warnings/outlying-scores.js';

/** 40 items of two systems with ordinary scores, and a mask in place of one where there is one. */
function rated(mask?: number) {
  const rng = stream(3, 'test/outlying');
  return datasetFromItems(
    Array.from({ length: 40 }, (_, id) => ({
      id: `i${id}`,
      scores: {
        A: { human: 100 * rng.next() },
        B: { human: id === 7 && mask !== undefined ? mask : 100 * rng.next() },
      },
    })),
  );
}

test('a mask among scores is named with its place, and the advice to leave it out', () => {
  const warning = outlyingScores(rated(-9999));
  expect(warning).toMatchObject({ code: 'OUTLYING_SCORES' });
  expect(warning?.text).toMatch(/^1 score lies far .* human of i7, B: -9999 \(z = -\d+\)\. If such a number/);
});

test('ordinary scores, and the ends of their scale, are not outlying', () => {
  expect(outlyingScores(rated())).toBeUndefined();
  expect(outlyingScores(rated(0))).toBeUndefined();
});
