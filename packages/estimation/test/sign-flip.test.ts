import { runEstimator, type Estimate } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { meanEstimator, pairedPosterior, signFlipTests } from '../src/index.js';
import { judgedOnly, ordinary, population, sample, withJudgements } from './support.js';

const { data } = population({ ...ordinary, systems: 4 }, 51);
const documents = Int32Array.from({ length: 140 }, (_, item) => item % 37);

/** Every sign pattern of the units, one after another; of the plain differences where the items are a sample of many more. */
function twin(
  { adjusted, weights, units, unitCount, judged, systems }: Estimate,
  a: number,
  b: number,
): number {
  const S = systems.length;
  const parts = new Float64Array(unitCount);
  judged.forEach((_, i) => {
    const difference = adjusted[i * S + a] - adjusted[i * S + b];
    if (!Number.isNaN(difference)) parts[units[i]] += weights[i] * difference;
  });
  const observed = Math.abs(parts.reduce((sum, part) => sum + part, 0));
  let extreme = 0;
  for (let pattern = 0; pattern < 2 ** unitCount; pattern++) {
    const sum = parts.reduce((total, part, unit) => total + (pattern & (1 << unit) ? -part : part), 0);
    if (Math.abs(sum) >= observed - 1e-9) extreme++;
  }
  return extreme / 2 ** unitCount;
}

const nine = judgedOnly(data, sample(140, 9, 2));
test.each([
  ['items', nine],
  [
    'items with missing cells',
    withJudgements(nine, (value, item, system) => ((item + system) % 5 ? value : NaN)),
  ],
  ['documents', { ...judgedOnly(data, sample(140, 17, 3)), documents: documents.map((one) => one % 11) }],
])('few %s: all patterns are counted', (_, data) => {
  const estimate = runEstimator(meanEstimator, data, { population: 'like-these' });
  expect(estimate.unitCount).toBeLessThanOrEqual(14);
  for (const { a, b, pValue, exact } of signFlipTests(estimate)) {
    expect(exact).toBe(true);
    expectClose(pValue, twin(estimate, a, b), { absolute: 1e-12 });
  }
});

test('fourteen units are counted whole, fifteen are drawn, and what is drawn is near what is counted', () => {
  const of = (n: number) =>
    runEstimator(meanEstimator, judgedOnly(data, sample(140, n, 8)), { population: 'like-these' });
  expect(signFlipTests(of(14))[0].exact).toBe(true);
  const estimate = of(15);
  for (const { a, b, pValue, exact } of signFlipTests(estimate)) {
    expect(exact).toBe(false);
    // One of 10,000 is the pattern of the data itself.
    expectClose((pValue * 10_000) % 1, 0, { absolute: 1e-6 });
    const p = twin(estimate, a, b);
    expect(Math.abs(pValue - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 10_000) + 2e-4);
  }
});

test('where all items are judged nothing is left to chance but which system is better', () => {
  const estimate = runEstimator(meanEstimator, data);
  for (const { pValue } of signFlipTests(estimate)) expect(pValue).toBeLessThan(0.001);
});

test.each([
  [{ both: 20, onlyA: 9, onlyB: 3, neither: 8 }],
  [{ both: 0, onlyA: 0, onlyB: 0, neither: 0 }],
  [{ both: 3, onlyA: 1, onlyB: 6, neither: 30 }],
])('the posterior of %j has the moments of a Dirichlet', (counts) => {
  const { both, onlyA, onlyB, neither } = counts;
  const [a, b, total] = [onlyA + 1, onlyB + 1, both + onlyA + onlyB + neither + 4];
  const { mean, low, high, pBetter } = pairedPosterior(counts, {
    level: 0.6826894921,
    draws: 40_000,
    seed: 5,
  });
  expectClose(mean, (a - b) / total, { absolute: 1e-12 });
  const variance = ((a + b) / total - ((a - b) / total) ** 2) / (total + 1);
  // Half of the interval of one standard deviation; the posterior is near normal where there are counts.
  expect(Math.abs((high - low) / 2 - Math.sqrt(variance))).toBeLessThan(
    0.06 * Math.sqrt(variance) + 0.03 / total,
  );
  // P(a > b) given that one of both was right alone: a Beta(a, b) above one half.
  const coins = Array.from({ length: a + b }, (_, k) => k).filter((k) => k < a);
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  const exact = coins.reduce((sum, k) => sum + choose(a + b - 1, k), 0) / 2 ** (a + b - 1);
  expect(Math.abs(pBetter - exact)).toBeLessThan(0.012);
});

test.each([
  [{ both: -1, onlyA: 0, onlyB: 0, neither: 3 }, '-1'],
  [{ both: 1, onlyA: 2.5, onlyB: 0, neither: 3 }, '2.5'],
  [{ both: 1, onlyA: 2, onlyB: NaN, neither: 3 }, 'NaN'],
  [{ both: 1, onlyA: 2, onlyB: 0, neither: -3 }, '-3'],
])('%j is refused', (counts, named) => {
  expect(() => pairedPosterior(counts)).toThrow(named);
});
