import { expect, test } from 'vitest';
import { residualParts } from '../src/residual-parts.js';

/** Items in a mixed order; predicted costs 10, 11 …, residuals by a function of the place. */
function fitted(size: number, residualAt: (i: number) => number) {
  const items = Array.from({ length: size }, (_, i) => {
    const [predicted, residual] = [10 + i, residualAt(i)];
    return { id: `${i}`, predicted, residual, observed: predicted + residual };
  });
  return items.map((_, i) => items[(i * 7) % size]);
}

test('residuals are summed up by fifths of the predicted cost, by the same quantiles as everywhere', () => {
  const parts = residualParts(fitted(11, (i) => (i === 10 ? -7 : i / 4)));
  expect(parts.map(({ from, to, median }) => [from, to, median])).toEqual([
    [10, 11, 0.125],
    [12, 13, 0.625],
    [14, 15, 1.125],
    [16, 17, 1.625],
    [18, 20, 2],
  ]);
  expect([parts[4].low, parts[4].high]).toEqual([-5.2, 2.2]);
});

test('of fewer than five items each is a part', () => {
  const parts = residualParts(fitted(3, (i) => -i));
  expect(parts.map(({ from, to, low, high }) => [from, to, low, high])).toEqual([
    [10, 10, -0, -0],
    [11, 11, -1, -1],
    [12, 12, -2, -2],
  ]);
});
