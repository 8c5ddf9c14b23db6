import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, quoteList } from '../src/index.js';

describe('the nearest name', () => {
  test.each<[string, string[], string]>([
    ['commet', ['human', 'comet'], ' (did you mean "comet"?)'],
    ['COMET', ['comet'], ' (did you mean "comet"?)'],
    ['ocmet', ['comet'], ' (did you mean "comet"?)'],
    ['bleu', ['comet', 'human'], ''],
    ['x', [], ''],
    ['metric-varience', ['metric-variance', 'metric-average'], ' (did you mean "metric-variance"?)'],
    ['comt', ['comat', 'comet'], ' (did you mean "comat"?)'],
    ['comrt', ['comxx', 'comet', 'comat'], ' (did you mean "comet"?)'],
    ['ab', ['ba'], ' (did you mean "ba"?)'],
    ['abcd', ['badc'], ''],
    ['abcdef', ['badcef'], ' (did you mean "badcef"?)'],
    ['Met', ['metric-average', 'metric-mean'], ' (did you mean "metric-mean"?)'],
    ['me', ['metric-mean'], ''],
    ['mean', ['metric-mean'], ' (did you mean "metric-mean"?)'],
    ['ter', ['human', 'neg-TER-2', 'neg-TER'], ' (did you mean "neg-TER"?)'],
    ['etri', ['metric-mean'], ''],
  ])('%s', (name, known, expected) => expect(didYouMean(name, known)).toBe(expected));

  test('is found after any one slip', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), (right, at) => {
        const i = at % right.length;
        for (const wrong of [
          right.slice(0, i) + right.slice(i + 1),
          `${right.slice(0, i)}z${right.slice(i)}`,
        ]) {
          expect(didYouMean(wrong, ['qqqqqqqqqqqqqqqq', right])).toBe(` (did you mean "${right}"?)`);
        }
      }),
    );
  });

  test('finds a name by its beginning, the shortest first', () => {
    const known = ['metric-average', 'metric-variance', 'metric-variance-of-ranks'];
    expect(didYouMean('metric_var', known)).toBe(' (did you mean "metric-variance"?)');
    expect(didYouMean('xy', ['xylophone-long'])).toBe('');
  });

  test('is the first of those that a slow count of slips puts nearest, within a third of the name', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abC'), maxLength: 7 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 4 }), (name, known) => {
        const slips = known.map((one) => slipsBetween(name.toLowerCase(), one.toLowerCase()));
        const least = Math.min(...slips);
        fc.pre(least <= Math.max(1, Math.floor(name.length / 3)));
        expect(didYouMean(name, known)).toBe(` (did you mean "${known[slips.indexOf(least)]}"?)`);
      }),
      { numRuns: 300 },
    );
  });
});

/** Slips that make one text of another, by trying all last ones: a letter too many, too few, another, or two swapped. */
function slipsBetween(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    slipsBetween(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    slipsBetween(restA, b) + 1,
    slipsBetween(a, restB) + 1,
  ];
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (isSwapped) ways.push(slipsBetween(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}

test('lists are quoted and shortened', () => {
  expect(quoteList([])).toBe('none');
  expect(quoteList(['a"b', 'c'])).toBe('"a\\"b", "c"');
  expect(quoteList(['a', 'b', 'c'], 2)).toBe('"a", "b" and 1 more');
  expect(quoteList(['a', 'b', 'c'], 3)).toBe('"a", "b", "c"');
  const many = Array.from({ length: 14 }, (_, i) => `n${i}`);
  expect(quoteList(many)).toMatch(/^"n0", .*, "n11" and 2 more$/);
});
