import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNearText } from '../src/index.js';
import { isWithinEdits } from '../src/is-within-edits.js';

/** Levenshtein's distance by the full table. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j - 1] + Number(a[i - 1] !== b[j - 1]), next[j - 1] + 1, row[j] + 1));
    row = next;
  }
  return row[b.length];
}

test('two texts are within a number of edits exactly where the full table says so', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      expect(isWithinEdits(a, b, most)).toBe(editsBetween(a, b) <= most);
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test.each([
  ['a long text of more than twenty', 'a long text of more than twentY!', 2, true],
  ['a long text of more than twenty', 'a long text of more than twentY!', 1, false],
  ['short', 'shorT', 2, false],
  ['short', 'short', 0, true],
])('%j and %j may be judged as one within %i edits: %s', (a, b, near, expected) =>
  expect(isNearText(a, b, near)).toBe(expected),
);
