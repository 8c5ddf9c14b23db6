import { datasetFromItems, stream, type Constraints } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelRows } from '../src/balance-levels.js';
import { buildProblem } from '../src/build-problem.js';
import { chooseWithin, type ChooseOptions } from '../src/index.js';
import { itemValues } from '../src/item-values.js';
import { priceWork, shadowPrice } from '../src/kernels/shadow-price.js';
import { wholeCosts } from '../src/kernels/whole-costs.js';
import { nameConstraints } from '../src/named-constraints.js';
import { solveWithHighs } from '../src/node/solve-with-highs.js';
import type { Problem, Row } from '../src/problem.js';
import { inlineHighs } from './small-tasks.js';

/** Items of uneven documents in uneven domains, too many to look at every set of them. */
function mediumTask(seed: number) {
  const rng = stream(seed, 'medium');
  const size = 40 + rng.integer(40);
  const document = Array.from({ length: size }, () => rng.integer(17) * rng.integer(2));
  const dataset = datasetFromItems(
    document.map((doc, item) => ({ id: String(item), doc: `d${doc}`, domain: `m${doc % 3}` })),
  );
  const utilities = Float64Array.from(document, () => rng.next() ** 2);
  const values = Float64Array.from(document, () => (300 + rng.integer(900)) / 10);
  const cost = values.reduce((sum, value) => sum + value, 0) * (0.1 + 0.4 * rng.next());
  return { dataset, utilities, options: { costs: { values, unit: 'seconds' }, budget: { cost } } };
}

/** The best objective by handing the whole problem to HiGHS, level by level where groups take turns. */
async function byHighsAlone(seed: number, constraints: Constraints): Promise<number> {
  const { dataset, utilities, options } = mediumTask(seed);
  const material = {
    values: itemValues({ utilities }, { ids: dataset.ids }),
    costs: wholeCosts(options.costs.values),
    documentUtility: 'sum' as const,
  };
  const built = buildProblem(
    material,
    nameConstraints(dataset, constraints, { ...options, unit: 'seconds' }),
  )!;
  const { problem, balance } = built;
  const levels =
    balance === undefined ? [[]] : dataset.ids.map((_, level) => levelRows(built, balance, level));
  let best = -Infinity;
  for (const rows of levels) {
    const whole = { ...problem, rows: [...problem.rows, ...rows] };
    const { state, bound } = await solveWithHighs({ problem: whole, seconds: 60, nodes: 1e6 });
    if (state === 'optimal') best = Math.max(best, bound!);
  }
  return best;
}

describe('on medium tasks, deciding most units by the bound', () => {
  const kinds: [string, Constraints][] = [
    ['bounds', { groups: [{ column: 'domain', min: { items: 3 }, max: { items: 9 } }] }],
    ['shares', { groups: [{ column: 'domain', group: 'm1', min: { percent: 35 } }] }],
    ['limits', { maxPer: [{ column: 'doc', items: 2 }] }],
    ['turns', { balance: 'domain' }],
    ['turns and limits', { balance: 'domain', maxPer: [{ column: 'doc', items: 2 }] }],
  ];
  test.each(kinds)('gives the same optimum as the solver alone: %s', async (_, constraints) => {
    for (let seed = 1; seed <= 2; seed++) {
      const { dataset, utilities, options } = mediumTask(seed);
      const call: ChooseOptions = { ...options, constraints, solver: inlineHighs };
      const { objective, isOptimal } = await chooseWithin(dataset, { utilities }, call);
      expect(isOptimal).toBe(true);
      expectClose(objective, await byHighsAlone(seed, constraints), { relative: 1e-8 });
    }
  });

  test('a gap that is good enough is kept, and is true', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { dataset, utilities, options } = mediumTask(seed);
      const constraints = { groups: [{ column: 'domain', max: { percent: 40 } }] } as const;
      const call: ChooseOptions = { ...options, constraints, solver: inlineHighs };
      const best = await chooseWithin(dataset, { utilities }, call);
      const near = await chooseWithin(dataset, { utilities }, { ...call, gap: 0.01 });
      const alone = await chooseWithin(dataset, { utilities }, { ...call, solver: undefined });
      expect(near.gap).toBeLessThanOrEqual(0.01);
      for (const some of [near, alone]) {
        expect(some.objective).toBeLessThanOrEqual(best.objective * (1 + 1e-9));
        expect(some.bound).toBeGreaterThanOrEqual(best.objective * (1 - 1e-9));
      }
    }
  });
});

describe('the shadow price of a row', () => {
  const long = fc.array(fc.tuple(fc.integer({ min: -9, max: 30 }), fc.integer({ min: -3, max: 9 })), {
    minLength: 1,
    maxLength: 150,
  });

  test('gives the lowest bound of all prices', () => {
    fc.assert(
      fc.property(long, fc.nat(60), fc.nat(60), fc.integer({ min: -3, max: 3 }), (units, a, b, current) => {
        const coefficients = Float64Array.from(units, ([, coefficient]) => coefficient || 1);
        const reach = coefficients.reduce((sum, value) => sum + Math.abs(value), 0);
        const row: Row = {
          units: Int32Array.from(units.keys()),
          coefficients,
          lower: -reach + Math.min(a, b),
          upper: reach - Math.max(a, b) < -reach + Math.min(a, b) ? reach : reach - Math.max(a, b),
          lowerBy: '',
          upperBy: '',
        };
        const values = Float64Array.from(units, ([value]) => value / 7);
        const reduced = values.map((value, unit) => value - current * coefficients[unit]);
        const price = shadowPrice(row, reduced, { current, work: priceWork() });
        const least = relaxedAt({ values, rows: [row] }, price);
        // The bound bends only at these prices, so it is lowest at one of them.
        for (const bend of [0, ...values.map((value, unit) => value / coefficients[unit])]) {
          expect(least).toBeLessThanOrEqual(relaxedAt({ values, rows: [row] }, bend) + 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The relaxed value of a problem with one row at a price of it. */
function relaxedAt({ values, rows: [row] }: Problem, price: number): number {
  const taken = values.reduce(
    (sum, value, unit) => sum + Math.max(0, value - price * row.coefficients[unit]),
    0,
  );
  return price === 0 ? taken : taken + price * (price > 0 ? row.upper : row.lower);
}
