import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { solveKnapsack, type Knapsack } from '../src/kernels/knapsack.js';

const none = Infinity;
const sum = (numbers: Float64Array) => numbers.reduce((a, b) => a + b, 0);

/** Units whose value has to do with their weight, or not. */
function instance(seed: number, { size, spread }: { size: number; spread: number }): Knapsack {
  const rng = stream(seed, 'limits');
  const weights = Float64Array.from({ length: size }, () => 1 + rng.integer(1000));
  const values = weights.map((weight) => weight + spread * rng.next());
  return { values, weights, capacity: Math.floor(sum(weights) * (0.2 + 0.5 * rng.next())) };
}

/** The linear relaxation: by falling ratio, the last unit in part. */
function linearBound({ values, weights, capacity }: Knapsack): number {
  const order = [...values.keys()]
    .filter((unit) => weights[unit] <= capacity)
    .sort((a, b) => values[b] / weights[b] - values[a] / weights[a]);
  let [left, value] = [capacity, 0];
  for (const unit of order) {
    const share = Math.min(1, left / weights[unit]);
    left -= share * weights[unit];
    value += share * values[unit];
  }
  return value;
}

function weightOf({ weights }: Knapsack, chosen: Uint8Array): number {
  return weights.reduce((total, weight, unit) => total + weight * chosen[unit], 0);
}

describe('a knapsack search with limits', () => {
  test('stops with a bound that no selection exceeds, nearer the more it may look at', () => {
    let open = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const knapsack = instance(seed, { size: 60, spread: 30 });
      const best = solveKnapsack(knapsack);
      expectClose(best.bound, best.objective, { relative: 1e-12 });
      let before = linearBound(knapsack);
      for (const limits of [1, 40, 200, 1000].flatMap((most) => [
        { lookedAt: most, steps: none },
        { lookedAt: none, steps: most },
      ])) {
        const { chosen, objective, bound } = solveKnapsack(knapsack, limits);
        expect(weightOf(knapsack, chosen)).toBeLessThanOrEqual(knapsack.capacity);
        expectClose(
          objective,
          knapsack.values.reduce((total, value, at) => total + value * chosen[at], 0),
          {
            relative: 1e-12,
          },
        );
        expect(objective).toBeLessThanOrEqual(best.objective * (1 + 1e-12));
        expect(bound).toBeGreaterThanOrEqual(best.objective * (1 - 1e-12));
        expect(bound).toBeLessThanOrEqual(linearBound(knapsack) * (1 + 1e-12));
        if (limits.steps === none) {
          expect(bound).toBeLessThanOrEqual(before * (1 + 1e-12));
          before = bound;
        }
        if (bound > objective * (1 + 1e-12)) open++;
      }
    }
    expect(open).toBeGreaterThan(30);
  });

  test('that may look at nothing gives the linear bound and the greedy selection', () => {
    // By ratio 6/2, 7/3, 8/4: 2 + 3 fit in 8, the third does not, the fourth does.
    const knapsack = {
      values: Float64Array.of(2, 8, 7, 6),
      weights: Float64Array.of(2, 4, 3, 2),
      capacity: 8,
    };
    const { chosen, objective, bound } = solveKnapsack(knapsack, { lookedAt: -1, steps: none });
    expect(Array.from(chosen)).toEqual([1, 0, 1, 1]);
    expect([objective, bound]).toEqual([15, 13 + (3 * 8) / 4]);
    expect(solveKnapsack(knapsack, { lookedAt: none, steps: 0 }).bound).toBe(19);
  });

  test('is done before it starts where every unit fits, or none', () => {
    const all = { values: Float64Array.of(1, 2, 3), weights: Float64Array.of(3, 2, 1), capacity: 6 };
    expect(solveKnapsack(all, { lookedAt: 0, steps: none })).toEqual({
      chosen: Uint8Array.of(1, 1, 1),
      objective: 6,
      bound: 6,
    });
    const nothing = { ...all, capacity: 0.5 };
    expect(solveKnapsack(nothing)).toEqual({ chosen: new Uint8Array(3), objective: 0, bound: 0 });
  });

  test.each([
    ['values of their own', 1000, { lookedAt: 15_500, steps: 2_000 }],
    ['values like weights', 20, { lookedAt: 25_000, steps: 5_100 }],
  ])('proves the best of 2000 units with %s and few partial solutions', (_, spread, limits) => {
    for (let seed = 1; seed <= 4; seed++) {
      const knapsack = instance(seed, { size: 2000, spread });
      const { objective, bound } = solveKnapsack(knapsack, limits);
      expect(bound).toBe(objective);
    }
  });
});
