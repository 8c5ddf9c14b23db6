import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankByUtility, utilitiesOfRanking } from '../src/index.js';

/** The obvious way: sort by utility, then by position. */
function slowRanking(utilities: Float64Array): number[] {
  return [...utilities.keys()].sort((a, b) => {
    if (utilities[a] === utilities[b]) return a - b;
    return utilities[a] > utilities[b] ? -1 : 1;
  });
}

test('the ranking is that of an obvious sort, ties and signs included', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true }),
    fc.constantFrom(
      0,
      -0,
      1,
      -1,
      Infinity,
      -Infinity,
      Number.MIN_VALUE,
      -Number.MIN_VALUE,
      1 + Number.EPSILON,
    ),
  );
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), (list) => {
      const utilities = Float64Array.from(list);
      expect([...rankByUtility(utilities)]).toEqual(slowRanking(utilities));
      expect(utilities).toEqual(Float64Array.from(list));
    }),
    { numRuns: 300 },
  );
});

test('ties keep input order', () => {
  expect([...rankByUtility(Float64Array.of(1, 2, 1, 2, -0, 0))]).toEqual([1, 3, 0, 2, 4, 5]);
  expect([...rankByUtility(new Float64Array(0))]).toEqual([]);
});

test('utilities made of a ranking run from N down to 1, and rank the items as it does', () => {
  expect([...utilitiesOfRanking([2, 0, 3, 1])]).toEqual([3, 1, 4, 2]);
  const keys = fc.uniqueArray(fc.double({ noNaN: true }), { maxLength: 40 });
  fc.assert(
    fc.property(keys, (list) => {
      const ranking = rankByUtility(Float64Array.from(list));
      expect(rankByUtility(utilitiesOfRanking(ranking))).toEqual(ranking);
    }),
    { seed: 12, numRuns: 100 },
  );
});

test('an item that a ranking does not name has no utility', () => {
  expect([...utilitiesOfRanking([1, 1, 0])]).toEqual([1, 2, NaN]);
});
