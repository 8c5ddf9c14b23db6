import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveKnapsack, type Knapsack } from '../src/kernels/knapsack.js';

/** Every set of units. */
function bySets({ values, weights, capacity }: Knapsack): number {
  let best = 0;
  for (let set = 0; set < 1 << values.length; set++) {
    let [value, weight] = [0, 0];
    for (let unit = 0; unit < values.length; unit++) {
      if ((set & (1 << unit)) === 0) continue;
      value += values[unit];
      weight += weights[unit];
    }
    if (weight <= capacity) best = Math.max(best, value);
  }
  return best;
}

/** The textbook dynamic program over whole capacities. */
function byCapacities({ values, weights, capacity }: Knapsack): number {
  const best = new Float64Array(capacity + 1);
  values.forEach((value, unit) => {
    for (let room = capacity; room >= weights[unit]; room--) {
      best[room] = Math.max(best[room], best[room - weights[unit]] + value);
    }
  });
  return best[capacity];
}

function weightOf({ weights }: Knapsack, chosen: Uint8Array): number {
  return weights.reduce((sum, weight, unit) => sum + (chosen[unit] ? weight : 0), 0);
}

const positive = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.01, max: 9, noNaN: true }));
const small = fc
  .array(fc.tuple(positive, positive), { minLength: 1, maxLength: 10 })
  .chain((units) =>
    fc.record({ units: fc.constant(units), share: fc.double({ min: 0, max: 1.1, noNaN: true }) }),
  )
  .map(({ units, share }): Knapsack => ({
    values: Float64Array.from(units, ([value]) => value),
    weights: Float64Array.from(units, ([, weight]) => weight),
    capacity: units.reduce((sum, [, weight]) => sum + weight, 0) * share,
  }));

/** Kinds of instances of the literature, from easy to hard: how a value comes from a weight. */
const kinds: Record<string, (weight: number, random: number) => number> = {
  uncorrelated: (_, random) => 1 + 99 * random,
  'weakly correlated': (weight, random) => Math.max(1, weight + 20 * random - 10),
  'strongly correlated': (weight) => weight + 10,
  'of equal ratio': (weight) => 2 * weight,
};

describe('the knapsack', () => {
  test('has the value of the best of all sets, and a bound equal to it', () => {
    fc.assert(
      fc.property(small, (knapsack) => {
        const { chosen, objective, bound } = solveKnapsack(knapsack);
        expectClose(objective, bySets(knapsack), { relative: 1e-9 });
        expectClose(bound, objective, { relative: 1e-9 });
        expect(weightOf(knapsack, chosen)).toBeLessThanOrEqual(knapsack.capacity * (1 + 1e-12));
      }),
      { numRuns: 3000 },
    );
  });

  test.each(Object.keys(kinds))('agrees with the textbook dynamic program on %s units', (kind) => {
    const rng = stream(5, kind);
    for (let instance = 0; instance < 20; instance++) {
      const size = 40 + rng.integer(160);
      const weights = Float64Array.from({ length: size }, () => 1 + rng.integer(100));
      const values = weights.map((weight) => kinds[kind](weight, rng.next()));
      const capacity = Math.floor(weights.reduce((a, b) => a + b) * (0.1 + 0.8 * rng.next()));
      const { objective, bound } = solveKnapsack({ values, weights, capacity });
      expectClose(objective, byCapacities({ values, weights, capacity }), { relative: 1e-9 });
      expectClose(bound, objective, { relative: 1e-9 });
    }
  });

  test('that is too hard to prove stops with a bound above what it found', () => {
    // Values equal to real-valued weights: no sum meets the capacity, and every set of units comes close.
    const rng = stream(1, 'hard');
    const weights = Float64Array.from({ length: 4000 }, () => 1 + 10_000 * rng.next());
    const capacity = weights.reduce((a, b) => a + b) / 4;
    const { chosen, objective, bound } = solveKnapsack(
      { values: weights.slice(), weights, capacity },
      { lookedAt: 5_000_000, steps: 1_000_000 },
    );
    expect(weightOf({ values: weights, weights, capacity }, chosen)).toBeLessThanOrEqual(capacity);
    expect(bound).toBeGreaterThanOrEqual(objective);
    expectClose(objective, bound, { relative: 1e-6 });
  });
});
