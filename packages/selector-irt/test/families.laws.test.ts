import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fourParameter, threeParameter } from '../src/families/asymptotic.js';
import { continuousFourParameter, continuousTwoParameter } from '../src/families/continuous.js';
import type { Family, Row } from '../src/families/family.js';
import { graded } from '../src/families/graded.js';
import { scaledFourParameter, scaledTwoParameter } from '../src/families/scaled-noise.js';
import { oneParameter, twoParameter } from '../src/families/two-parameter.js';

/** Each family, with the scores that can occur; none where any number can. */
const families: readonly (readonly [name: string, family: Family, levels?: readonly number[]])[] = [
  ['1pl', oneParameter, [0, 1]],
  ['2pl', twoParameter, [0, 1]],
  ['3pl', threeParameter(), [0, 1]],
  ['4pl', fourParameter(), [0, 1]],
  ['continuous 2pl', continuousTwoParameter()],
  ['continuous 4pl', continuousFourParameter()],
  ['continuous 2pl, scaled noise', scaledTwoParameter()],
  ['continuous 4pl, scaled noise', scaledFourParameter()],
  ['graded, 3 levels', graded(3), [0, 1, 2]],
  ['graded, 6 levels', graded(6), [0, 1, 2, 3, 4, 5]],
];

const STEP = 1e-5;
const seeds = fc.integer({ min: 0, max: 1e6 });

/** A point and a row of seven scores that fit the family. */
function draw(family: Family, levels: readonly number[] | undefined, seed: number) {
  const rng = stream(seed, 'irt/families');
  const usual = { 'log-noise': -2, 'log-slope': 0, intercept: 0, 'log-gap': -0.3 } as Record<string, number>;
  const point = Float64Array.from(
    [...family.coordinates, ...family.shared],
    (coordinate) => (usual[coordinate] ?? -1) + (coordinate === 'log-noise' ? 0.3 : 1.5) * (rng.next() - 0.5),
  );
  const row: Row = {
    count: 7,
    abilities: Float64Array.from({ length: 9 }, () => 4 * (rng.next() - 0.5)),
    scores: Float64Array.from({ length: 9 }, () =>
      levels ? levels[rng.integer(levels.length)] : rng.next(),
    ),
    weights: Float64Array.from({ length: 9 }, () => 0.5 + rng.next()),
  };
  return { point, row };
}

function evaluate(family: Family, row: Row, point: Float64Array, offset = 0) {
  const slopes = { gradient: new Float64Array(20), information: new Float64Array(20), squares: 0 };
  return { value: family.evaluate(row, point, slopes, offset), slopes };
}

function differentiate(family: Family, row: Row, point: Float64Array) {
  const order = family.coordinates.length;
  const out = { gradient: new Float64Array(order), information: new Float64Array(order * order) };
  return { value: family.differentiate(row, point, out), ...out };
}

const only = (row: Row, j: number): Row => ({
  count: 1,
  abilities: row.abilities.slice(j, j + 1),
  scores: row.scores.slice(j, j + 1),
  weights: Float64Array.of(1),
});
const moved = (values: Float64Array, k: number, by: number) =>
  values.map((value, l) => (l === k ? value + by : value));
const scale = (value: number) => ({ absolute: 2e-6 * (1 + Math.abs(value)) });

for (const [name, family, levels] of families) {
  describe(name, () => {
    test('derivatives by ability are those of finite differences', () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { point, row } = draw(family, levels, seed);
          const { slopes } = evaluate(family, row, point, 3);
          for (let j = 0; j < row.count; j++) {
            const at = (by: number) =>
              evaluate(family, { ...row, abilities: moved(row.abilities, j, by) }, point).value;
            const slope = (at(STEP) - at(-STEP)) / (2 * STEP);
            expectClose(slopes.gradient[3 + j], slope, scale(slope));
          }
        }),
        { numRuns: 20 },
      );
    });

    test('derivatives by the coordinates of the item are those of finite differences, weighed', () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { point, row } = draw(family, levels, seed);
          const { gradient } = differentiate(family, row, point);
          gradient.forEach((value, k) => {
            const at = (by: number) => differentiate(family, row, moved(point, k, by)).value;
            const slope = (at(STEP) - at(-STEP)) / (2 * STEP);
            expectClose(value, slope, scale(slope));
          });
        }),
        { numRuns: 20 },
      );
    });

    test('three ways to the log-likelihood agree', () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { point, row } = draw(family, levels, seed);
          const each = new Float64Array(9).fill(1);
          family.logLikelihoods(row, point, each);
          const unweighed = { ...row, weights: new Float64Array(9).fill(1) };
          let total = 0;
          for (let j = 0; j < row.count; j++) {
            expectClose(each[j] - 1, evaluate(family, only(row, j), point).value, scale(each[j]));
            total += each[j] - 1;
          }
          expectClose(evaluate(family, row, point).value, total, scale(total));
          expectClose(differentiate(family, unweighed, point).value, total, scale(total));
        }),
        { numRuns: 20 },
      );
    });

    test('information is the mean outer product of derivatives over the scores that can occur', () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { point, row } = draw(family, levels, seed);
          const ability = row.abilities[0];
          const order = family.coordinates.length;
          const one = (score: number): Row => ({ ...only(row, 0), scores: Float64Array.of(score) });
          const expected = new Float64Array(order * order);
          let byAbility = 0;
          for (const [score, chance] of occurring(family, levels, point, ability)) {
            const { gradient } = differentiate(family, one(score), point);
            byAbility += chance * evaluate(family, one(score), point).slopes.gradient[0] ** 2;
            for (let k = 0; k < order; k++) {
              for (let l = 0; l < order; l++) expected[k * order + l] += chance * gradient[k] * gradient[l];
            }
          }
          const { information } = differentiate(family, one(levels ? levels[0] : 0.5), point);
          expectClose(family.information(ability, point), byAbility, { relative: 1e-6 });
          for (let k = 0; k < order; k++) {
            for (let l = 0; l <= k; l++) {
              const value = expected[k * order + l];
              expectClose(information[k * order + l], value, { absolute: 1e-8 + 1e-6 * Math.abs(value) });
            }
          }
        }),
        { numRuns: 20 },
      );
    });

    test('the curve is the mean score and rises with ability', () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { point } = draw(family, levels, seed);
          let before = -Infinity;
          for (const ability of [-3, -1, 0, 0.5, 2]) {
            const mean = occurring(family, levels, point, ability).reduce(
              (sum, [score, chance]) => sum + score * chance,
              0,
            );
            expectClose(family.curve(ability, point), mean, { absolute: 1e-9 });
            expect(family.curve(ability, point)).toBeGreaterThan(before);
            before = family.curve(ability, point);
          }
        }),
        { numRuns: 20 },
      );
    });
  });
}

/** Scores with chances: those of the levels, or the seven nodes of a normal around the curve. */
function occurring(
  family: Family,
  levels: readonly number[] | undefined,
  point: Float64Array,
  ability: number,
) {
  const abilities = Float64Array.of(ability);
  const weights = Float64Array.of(1);
  const likelihood = (score: number) =>
    Math.exp(evaluate(family, { count: 1, abilities, scores: Float64Array.of(score), weights }, point).value);
  if (levels) return levels.map((score): [number, number] => [score, likelihood(score)]);
  const mean = family.curve(ability, point);
  const deviation = 1 / (likelihood(mean) * Math.sqrt(2 * Math.PI));
  // Gauss–Hermite, 5 points: exact for the fourth powers that occur.
  const nodes = [
    [0, 8 / 15],
    [1.355626179974266, 0.22207592200561263],
    [2.8569700138728056, 0.01125741132772068],
  ];
  return nodes.flatMap(([node, weight]): [number, number][] =>
    node === 0
      ? [[mean, weight]]
      : [
          [mean - deviation * node, weight],
          [mean + deviation * node, weight],
        ],
  );
}

test('a row as long and as unlikely as can be keeps a finite, exact log-likelihood', () => {
  const count = 4000;
  const abilities = Float64Array.from({ length: count }, (_, j) => (j % 2 === 0 ? 900 : -900));
  const row = {
    count,
    abilities,
    scores: abilities.map((ability) => (ability > 0 ? 0 : 1)),
    weights: abilities,
  };
  const out = { gradient: new Float64Array(count), information: new Float64Array(count), squares: 0 };
  expect(twoParameter.evaluate(row, Float64Array.of(0, 0), out, 0)).toBeCloseTo(-900 * count, 6);
  expect(out.information.every((value) => value >= 0)).toBe(true);
});
