import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitIrt, itemUtilities, type IrtModel, type IrtOptions } from '../src/index.js';
import { dataOf, drawContinuous, drawTwoParameter } from './support.js';

const near = { absolute: 1e-4 };
const seeds = fc.integer({ min: 0, max: 1e6 });
const few = { numRuns: 6 };
const column = (model: IrtModel, name: 'discrimination' | 'difficulty') =>
  model.items.map((item) => item[name]);
const abilitiesOf = (model: IrtModel) => model.abilities.map(({ ability }) => ability);
const tight: IrtOptions = { metric: 'm', tolerance: 1e-7 };

/** Both ways of integrating: many items, and many systems. */
const shapes = [
  ['items', 40, 7],
  ['abilities', 6, 30],
] as const;

describe.each(shapes)('with %s integrated out', (integrate, items, systems) => {
  test('the order of systems and of items does not matter', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { rows } = drawTwoParameter(items, systems, seed);
        const model = fitIrt(dataOf(rows), { ...tight, integrate });
        const turned = fitIrt(dataOf(rows.toReversed().map((row) => row.toReversed())), {
          ...tight,
          integrate,
        });
        expectClose(abilitiesOf(turned).reverse(), abilitiesOf(model), near);
        expectClose(column(turned, 'difficulty').reverse(), column(model, 'difficulty'), { absolute: 2e-3 });
        expectClose(column(turned, 'discrimination').reverse(), column(model, 'discrimination'), near);
      }),
      few,
    );
  });

  test('an item that occurs twice has the same parameters both times', () => {
    const { rows } = drawTwoParameter(items, systems, 2);
    const { items: fitted } = fitIrt(dataOf([...rows, rows[3]]), { ...tight, integrate });
    const [one, other] = [fitted[3], fitted[items]];
    expectClose(one.difficulty, other.difficulty, near);
    expectClose(one.discrimination, other.discrimination, near);
    expectClose(one.standardErrors.difficulty, other.standardErrors.difficulty, near);
  });

  test('a system that occurs twice has the same ability both times', () => {
    const { rows } = drawTwoParameter(items, systems, 4);
    const abilities = abilitiesOf(
      fitIrt(dataOf(rows.map((row) => [...row, row[1]])), { ...tight, integrate }),
    );
    expectClose(abilities[systems], abilities[1], near);
  });

  test('abilities are standardised: mean 0, and mean square 1 with their own variance', () => {
    const { rows } = drawTwoParameter(items, systems, 5);
    const { abilities } = fitIrt(dataOf(rows), { ...tight, integrate });
    const mean = abilities.reduce((sum, { ability }) => sum + ability, 0) / systems;
    const square = abilities.reduce(
      (sum, { ability, standardError }) => sum + ability ** 2 + standardError ** 2,
      0,
    );
    expectClose(mean, 0, { absolute: 1e-6 });
    // The variance that counts towards the unit leaves out what is uncertain because the items are.
    expectClose(square / systems, 1, { absolute: 0.1 });
  });

  test('the same data give the same bytes, and are not changed', () => {
    const { rows } = drawTwoParameter(items, systems, 6);
    const dataset = dataOf(rows);
    const before = dataset.scores('m').values.slice();
    const text = JSON.stringify(fitIrt(dataset, { ...tight, integrate }));
    expect(JSON.stringify(fitIrt(dataset, { ...tight, integrate }))).toBe(text);
    expect(dataset.scores('m').values).toEqual(before);
  });
});

test('Rasch: systems are ordered by their mean score, and equal scores give equal abilities', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { rows } = drawTwoParameter(35, 8, seed);
      const abilities = abilitiesOf(fitIrt(dataOf(rows), { ...tight, model: '1pl' }));
      const totals = abilities.map((_, s) => rows.reduce((sum, row) => sum + row[s], 0));
      for (let s = 0; s < 8; s++) {
        for (let t = 0; t < s; t++) {
          if (totals[s] === totals[t]) expectClose(abilities[s], abilities[t], near);
          else expect(Math.sign(abilities[s] - abilities[t])).toBe(Math.sign(totals[s] - totals[t]));
        }
      }
    }),
    few,
  );
});

test('Rasch: equally hard items have equal difficulties, and harder ones higher', () => {
  const { rows } = drawTwoParameter(35, 8, 21);
  const difficulties = column(fitIrt(dataOf(rows), { ...tight, model: '1pl' }), 'difficulty');
  const totals = rows.map((row) => row.reduce<number>((sum, score) => sum + score, 0));
  for (let i = 1; i < rows.length; i++) {
    if (totals[i] === totals[0]) expectClose(difficulties[i], difficulties[0], near);
    else expect(Math.sign(difficulties[i] - difficulties[0])).toBe(-Math.sign(totals[i] - totals[0]));
  }
});

test('continuous scores on another scale give the same model', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { rows } = drawContinuous(30, 6, seed);
      const all = rows.flat();
      const [low, high] = [Math.min(...all), Math.max(...all)];
      const whole = rows.map((row) => row.map((score) => (score - low) / (high - low)));
      const stretched = whole.map((row) => row.map((score) => 40 * score - 17));
      const model = fitIrt(dataOf(whole), tight);
      const other = fitIrt(dataOf(stretched), tight);
      expect(other.coding).toEqual({ kind: 'linear', low: -17, high: 23 });
      expectClose(abilitiesOf(other), abilitiesOf(model), near);
      expectClose(itemUtilities(other, 'information'), itemUtilities(model, 'information'), {
        relative: 1e-3,
      });
    }),
    few,
  );
});

test('missing scores are not in the likelihood: a system without any changes nothing but the unit of ability', () => {
  const { rows } = drawTwoParameter(60, 9, 8);
  const without = fitIrt(dataOf(rows), tight);
  const withOne = fitIrt(dataOf(rows.map((row) => [...row, NaN])), tight);
  const unknown = withOne.abilities[9];
  expectClose(unknown.standardError, 1, { absolute: 0.15 });
  // Ten abilities of mean square 1, of which one adds only its variance: the others keep their proportions.
  const ratio = abilitiesOf(withOne)[0] / abilitiesOf(without)[0];
  expectClose(
    abilitiesOf(withOne).slice(0, 9),
    abilitiesOf(without).map((ability) => ability * ratio),
    { absolute: 0.03 },
  );
});

test('half of the scores missing at random: the other half still tell who is better', () => {
  const { rows, abilities } = drawTwoParameter(600, 6, 12);
  const holes = rows.map((row, i) => row.map((score, s) => ((7 * i + 3 * s) % 11 < 5 ? NaN : score)));
  const { abilities: fitted, fit } = fitIrt(dataOf(holes), tight);
  expect(fit.missing).toBe(holes.flat().filter(Number.isNaN).length);
  fitted.forEach(({ ability, standardError }, s) => {
    expect(Math.abs(ability - abilities[s])).toBeLessThan(3.5 * standardError);
  });
});
