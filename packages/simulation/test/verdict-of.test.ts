import { expect, test } from 'vitest';
import { verdictOf } from '../src/verdict-of.js';

test('a gain is shown, likely, not shown, or a loss, by where its interval lies and how much of its half-width it is', () => {
  const verdicts = [
    verdictOf(0.3, { low: 0.1, high: 0.5 }),
    verdictOf(0.12, { low: -0.08, high: 0.32 }),
    verdictOf(0.11, { low: -0.1, high: 0.32 }),
    verdictOf(-0.3, { low: -0.5, high: -0.1 }),
    verdictOf(0.3, { low: -Infinity, high: Infinity }),
  ];
  expect(verdicts).toEqual(['helps', 'likely helps', 'no evidence', 'hurts', 'no evidence']);
});
