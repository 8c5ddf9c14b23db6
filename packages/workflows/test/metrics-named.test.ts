import { expect, test } from 'vitest';
import { metricsNamed } from '../src/metrics-named.js';

const known = ['human', 'chrF', 'a,b'];

test('metrics are named one by one or in lists, names with commas and the composite included', () => {
  expect(metricsNamed(['a,b', 'chrF, composite'], known)).toEqual(['a,b', 'chrF', 'composite']);
});

test('a metric that is not there is refused with the nearest name', () => {
  expect(() => metricsNamed(['human,chfr'], known)).toThrow(/no metric "chfr" \(did you mean "chrF"\?\)/);
});
