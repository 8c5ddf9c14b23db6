import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { array, assert, constantFrom, integer, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestWithinBounds, boundedGrouping, type Grouping } from '../src/index.js';
import { coverWithinBounds } from '../src/constraints/cover-within-bounds.js';
import { cosineAffinities, nearnessAffinities, type Affinities } from '../src/kernels/affinities.js';
import { coverageBound } from '../src/kernels/coverage-bound.js';
import { Coverage } from '../src/kernels/coverage.js';
import { lazyGreedy } from '../src/kernels/lazy-greedy.js';
import { swapSearch } from '../src/kernels/swap-search.js';

/** Few different affinities, so that there are ties; more candidates than targets or fewer. */
const affinities = tuple(integer({ min: 1, max: 9 }), integer({ min: 1, max: 7 })).chain(
  ([candidates, targets]) =>
    array(integer({ min: 0, max: 4 }), {
      minLength: candidates * targets,
      maxLength: candidates * targets,
    }).map((cells): Affinities => ({ candidates, targets, values: Float32Array.from(cells) })),
);

const valueOf = (table: Affinities, chosen: readonly number[]) =>
  Array.from({ length: table.targets }, (_, target) =>
    Math.max(0, ...chosen.map((candidate) => table.values[candidate * table.targets + target])),
  ).reduce((sum, best) => sum + best, 0);

function subsets(items: readonly number[], k: number): number[][] {
  if (k === 0) return [[]];
  return items.flatMap((first, i) => subsets(items.slice(i + 1), k - 1).map((rest) => [first, ...rest]));
}
const range = (size: number) => Array.from({ length: size }, (_, i) => i);

describe('lazy greedy choice', () => {
  test('equals greedy choice that looks at everything', () => {
    assert(
      property(affinities, (table) => {
        const { order, gains } = lazyGreedy(new Coverage(table), { count: table.candidates });
        const chosen: number[] = [];
        for (let rank = 0; rank < table.candidates; rank++) {
          const before = valueOf(table, chosen);
          const gainOf = (candidate: number) => valueOf(table, [...chosen, candidate]) - before;
          const open = range(table.candidates).filter((candidate) => !chosen.includes(candidate));
          const first = (candidate: number) => valueOf(table, [candidate]);
          const best = open.reduce((a, b) =>
            gainOf(b) > gainOf(a) || (gainOf(b) === gainOf(a) && first(b) > first(a)) ? b : a,
          );
          expect([order[rank], gains[rank]]).toEqual([best, gainOf(best)]);
          chosen.push(best);
        }
      }),
    );
  });

  test('is worth at least 1 - 1/e of the best for every size, and its upper bound holds', () => {
    assert(
      property(affinities, integer({ min: 1, max: 4 }), (table, most) => {
        const k = Math.min(most, table.candidates);
        const coverage = new Coverage(table);
        lazyGreedy(coverage, { count: k });
        const best = Math.max(...subsets(range(table.candidates), k).map((chosen) => valueOf(table, chosen)));
        expect(coverage.value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
        const { bound } = coverageBound(coverage, {
          value: coverage.value,
          bestSum: (gains) =>
            range(table.candidates)
              .sort((a, b) => gains[b] - gains[a])
              .slice(0, k),
          before: new Float64Array(table.targets),
          effort: 1,
        });
        expect(bound).toBeGreaterThanOrEqual(best - 1e-9);
        expect(bound).toBeLessThanOrEqual(coverage.value / (1 - 1 / Math.E) + 1e-6);
      }),
    );
  });
});

describe('swaps', () => {
  test('end where no single swap raises the value', () => {
    assert(
      property(affinities, integer({ min: 1, max: 5 }), (table, most) => {
        const k = Math.min(most, table.candidates);
        const chosen = [...swapSearch(table, range(k))];
        expect(new Set(chosen).size).toBe(k);
        const value = valueOf(table, chosen);
        expect(value).toBeGreaterThanOrEqual(valueOf(table, range(k)));
        for (const coming of range(table.candidates).filter((candidate) => !chosen.includes(candidate))) {
          for (let place = 0; place < k; place++) {
            expect(valueOf(table, chosen.with(place, coming))).toBeLessThanOrEqual(value + 1e-9);
          }
        }
      }),
    );
  });

  test('never move fixed candidates and count what these cover', () => {
    // Candidate 0 is fixed and covers both targets better than 1 does; 2 covers the second best of all.
    const table = { candidates: 3, targets: 2, values: Float32Array.of(3, 3, 2, 2, 0, 4) };
    expect([...swapSearch(table, [1], { fixed: [0] })]).toEqual([2]);
  });
});

test('affinities are cosines without the negative ones, and distances below the greatest', () => {
  const rows = { dimensions: 2, values: Float64Array.of(3, 4, 0, 0, -3, -4, 6, 8, 4, -3) };
  const cosines = cosineAffinities(rows);
  expectClose(cosines.values.subarray(0, 5), [1, 0, 0, 1, 0], { absolute: 1e-6 });
  const nearness = nearnessAffinities(rows, { dimensions: 2, values: Float64Array.of(0, 0) });
  expectClose(nearness.values, [5, 10, 5, 0, 5], { absolute: 1e-6 });
});

/** Items in two crossing columns, and bounds on each. */
const bounded = record({
  items: array(tuple(constantFrom('x', 'y', 'z'), constantFrom('p', 'q', 'r', undefined)), {
    minLength: 2,
    maxLength: 9,
  }),
  budget: integer({ min: 1, max: 5 }),
  mins: array(integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
  spans: array(integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
  seed: integer(),
}).map(({ items, budget, mins, spans, seed }) => {
  const column = (which: 0 | 1, names: readonly string[]): Grouping =>
    boundedGrouping(
      `column${which}`,
      items.map((item) => item[which]),
      names
        .filter((name) => items.some((item) => item[which] === name))
        .map((group, g) => ({
          by: `column${which}`,
          group,
          min: { items: mins[3 * which + g] },
          max: { items: mins[3 * which + g] + spans[3 * which + g] },
        })),
      budget + 5,
    );
  const rng = stream(seed, 'utilities');
  return {
    size: items.length,
    budget,
    groupings: [column(0, ['x', 'y', 'z']), column(1, ['p', 'q', 'r'])],
    utilities: Float64Array.from(items, () => Math.floor(5 * rng.next()) - 2),
    table: {
      candidates: items.length,
      targets: 5,
      values: Float32Array.from({ length: 5 * items.length }, () => Math.floor(4 * rng.next())),
    },
  };
});

const isAllowed = (groupings: readonly Grouping[], chosen: readonly number[]) =>
  groupings.every(({ names, labels, min, max }) =>
    names.every((_, group) => {
      const count = chosen.filter((item) => labels[item] === group).length;
      return count >= min[group] && count <= max[group];
    }),
  );

describe('within bounds of two crossing columns', () => {
  test('the best sum equals that of trying all choices; where there is none, the error adds up', () => {
    let [possible, impossible] = [0, 0];
    assert(
      property(bounded, ({ size, budget, groupings, utilities }) => {
        const allowed = subsets(range(size), Math.min(budget, size + 1)).filter((chosen) =>
          isAllowed(groupings, chosen),
        );
        const sum = (chosen: ArrayLike<number>) =>
          Array.from(chosen).reduce((total, item) => total + utilities[item], 0);
        if (allowed.length === 0) {
          impossible++;
          const error = catchError(() => bestWithinBounds(utilities, { groupings, budget }));
          expect(error.code).toBe('BOUNDS_CLASH');
          expect(error.fields.need).toBeGreaterThan(error.fields.room);
        } else {
          possible++;
          const chosen = bestWithinBounds(utilities, { groupings, budget });
          expect(chosen).toHaveLength(budget);
          expect(isAllowed(groupings, [...chosen])).toBe(true);
          expectClose(sum(chosen), Math.max(...allowed.map(sum)), { absolute: 1e-9 });
        }
      }),
      { numRuns: 400 },
    );
    expect(Math.min(possible, impossible)).toBeGreaterThan(20);
  });

  test('the cover meets all bounds, and lies between the best of all choices over three and the upper bound', () => {
    assert(
      property(bounded, ({ size, budget, groupings, table }) => {
        const allowed = subsets(range(size), Math.min(budget, size + 1)).filter((chosen) =>
          isAllowed(groupings, chosen),
        );
        if (allowed.length === 0) return;
        const { chosen, value, bound } = coverWithinBounds(table, { groupings, budget });
        const best = Math.max(...allowed.map((choice) => valueOf(table, choice)));
        expect(isAllowed(groupings, [...chosen])).toBe(true);
        expect(value).toBe(valueOf(table, [...chosen]));
        expect(value).toBeLessThanOrEqual(best + 1e-9);
        expect(value).toBeGreaterThanOrEqual(best / 3 - 1e-9);
        expect(bound).toBeGreaterThanOrEqual(best - 1e-9);
      }),
      { numRuns: 400 },
    );
  });
});

function catchError(run: () => unknown): any {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
