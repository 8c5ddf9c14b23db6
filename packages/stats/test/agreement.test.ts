import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agreementInterval,
  cohenKappa,
  fleissKappa,
  intraclassCorrelation,
  kendallW,
  krippendorffAlpha,
  ratingTable,
  type Coefficient,
  type RatingTable,
  type Scale,
} from '../src/index.js';
import golden from './fixtures/agreement.json' with { type: 'json' };

const _ = NaN;
const transposed = (rows: number[][]) => rows[0].map((_cell, unit) => rows.map((row) => row[unit]));
const published = { absolute: 0.0005 };
const twelveDigits = { absolute: 1e-12 };

/** Every coefficient, by name. */
const coefficients: Record<string, (table: RatingTable) => Coefficient> = {
  nominal: (table) => krippendorffAlpha(table, 'nominal'),
  ordinal: (table) => krippendorffAlpha(table, 'ordinal'),
  interval: (table) => krippendorffAlpha(table, 'interval'),
  ratio: (table) => krippendorffAlpha(table, 'ratio'),
  kappa: (table) => cohenKappa(table),
  linear: (table) => cohenKappa(table, { weights: 'linear' }),
  quadratic: (table) => cohenKappa(table, { weights: 'quadratic' }),
  fleiss: fleissKappa,
  w: kendallW,
  oneWay: (table) => intraclassCorrelation(table, 'ICC(1,1)'),
  agreement: (table) => intraclassCorrelation(table, 'ICC(2,1)'),
  consistency: (table) => intraclassCorrelation(table, 'ICC(3,1)'),
  consistencyOfMean: (table) => intraclassCorrelation(table, 'ICC(3,k)'),
};

describe('published examples', () => {
  test("alpha of Krippendorff's four observers and twelve units (2011): 0.743, 0.815, 0.849, 0.797", () => {
    const table = ratingTable(
      transposed([
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
        [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
      ]),
    );
    const values = (['nominal', 'ordinal', 'interval', 'ratio'] as Scale[]).map(
      (scale) => krippendorffAlpha(table, scale).value,
    );
    expectClose(values, [0.743, 0.815, 0.849, 0.797], published);
  });

  test('ICC of the four judges and six targets of Shrout and Fleiss (1979): 0.17, 0.29, 0.71, 0.91', () => {
    const table = ratingTable(
      transposed([
        [9, 6, 8, 7, 10, 6],
        [2, 1, 4, 1, 5, 2],
        [5, 3, 6, 2, 6, 4],
        [8, 2, 8, 6, 9, 7],
      ]),
    );
    const forms = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(3,k)'] as const;
    const values = forms.map((form) => intraclassCorrelation(table, form).value);
    expectClose(values, [0.17, 0.29, 0.71, 0.91], { absolute: 0.005 });
    expectClose(values.slice(0, 3), [0.1657418, 0.2897638, 0.7148407], { absolute: 5e-8 });
  });

  test('kappa of the thirty diagnoses by six psychiatrists of Fleiss (1971): 0.430', () => {
    const counts =
      '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 ' +
      '00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006';
    const rows = counts
      .split(' ')
      .map((row) => [...row].flatMap((count, category) => new Array<number>(Number(count)).fill(category)));
    expect([rows.length, new Set(rows.map((row) => row.length))]).toEqual([30, new Set([6])]);
    expectClose(fleissKappa(ratingTable(rows)).value, 0.43, published);
  });
});

describe('the numbers of R', () => {
  test('six tables, with ties and missing ratings, by thirteen coefficients', () => {
    expect(golden.cases).toHaveLength(6);
    for (const { rows, ...values } of golden.cases) {
      const table = ratingTable(rows.map((row) => row.map((rating) => rating ?? NaN)));
      expect(Object.keys(values)).toEqual(Object.keys(coefficients));
      for (const [name, value] of Object.entries(values)) {
        expectClose(coefficients[name](table).value, value, twelveDigits);
      }
    }
  });
});

describe('what is not defined says why', () => {
  const reasons = (rows: number[][]) =>
    Object.fromEntries(
      Object.entries(coefficients).map(([name, of]) => {
        const { value, reason } = of(ratingTable(rows));
        expect(Number.isNaN(value)).toBe(reason !== undefined);
        return [name, reason];
      }),
    );
  const all = (reason: string) => Object.fromEntries(Object.keys(coefficients).map((name) => [name, reason]));
  const complete = ['agreement', 'consistency', 'consistencyOfMean', 'w'];

  test('one rater, or none', () => {
    expect(reasons([[1], [2]])).toEqual(all('one rater'));
    expect(reasons([])).toEqual(all('one rater'));
  });

  test('raters without a unit in common', () => {
    const expected = all('no unit with two ratings');
    for (const name of complete) expected[name] = 'too few units that all raters rated';
    expect(reasons([[1, _], [_, 2], [3, _]])).toEqual(expected); // prettier-ignore
  });

  test('no variation', () => {
    expect(reasons([[4, 4, 4], [4, 4, 4]])).toEqual(all('no variation')); // prettier-ignore
  });

  test('values below zero have no proportions', () => {
    const table = ratingTable([[-1, 1], [2, 2]]); // prettier-ignore
    expect(krippendorffAlpha(table, 'ratio').reason).toBe('values below zero');
    expect(krippendorffAlpha(table, 'interval').reason).toBeUndefined();
  });
});

const rating = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(NaN));
const tables = fc.array(fc.tuple(rating, rating, rating), { minLength: 2, maxLength: 14 });

describe('laws', () => {
  test('alpha is what the definition by pairs gives, on every scale', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom<Scale>('nominal', 'ordinal', 'interval', 'ratio'),
        (rows, scale) => {
          const { value } = krippendorffAlpha(ratingTable(rows), scale);
          const expected = alphaByPairs(rows, scale);
          if (Number.isFinite(expected)) expectClose(value, expected, { absolute: 1e-9 });
          else expect(value).toBeNaN();
        },
      ),
      { seed: 15 },
    );
  });

  test('none depends on the order of the units', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        for (const of of Object.values(coefficients)) {
          expectClose(of(ratingTable(rows.toReversed())).value, of(ratingTable(rows)).value, {
            absolute: 1e-9,
          });
        }
      }),
      { seed: 15 },
    );
  });

  test('raters who say the same agree fully, and a severe one spoils agreement but not consistency', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2 }), (truth) => {
        const same = ratingTable(truth.map((value) => [value, value, value]));
        for (const of of Object.values(coefficients)) expectClose(of(same).value, 1, { absolute: 1e-9 });
        const severe = ratingTable(truth.map((value) => [value, value, value - 40]));
        expectClose(coefficients.consistency(severe).value, 1, { absolute: 1e-9 });
        expect(coefficients.agreement(severe).value).toBeLessThan(0.6);
      }),
      { seed: 15 },
    );
  });

  test('kappa of two categories is the same with any weights, and its raters can be chosen', () => {
    const rows = [[0, 1, 1], [1, 1, 1], [0, 0, 1], [1, 0, _], [1, 1, 0]]; // prettier-ignore
    const table = ratingTable(rows);
    expectClose(coefficients.linear(table).value, coefficients.kappa(table).value, twelveDigits);
    expectClose(coefficients.quadratic(table).value, coefficients.kappa(table).value, twelveDigits);
    const swapped = ratingTable(rows.map(([a, b, c]) => [c, b, a]));
    expect(cohenKappa(table, { raters: [2, 1] })).toEqual(cohenKappa(swapped));
  });
});

describe('intervals', () => {
  /** A stream of its own for every replicate, by a linear congruence. */
  const streams = (replicate: number) => {
    let state = (replicate + 1) * 7919;
    const integer = (bound: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * bound);
    };
    return { integer, shuffle: <T>(array: T) => array };
  };
  const { rows } = golden.cases[4];
  const table = ratingTable(rows.map((row) => row.map((value) => value ?? NaN)));
  const alpha = (drawn: RatingTable) => krippendorffAlpha(drawn, 'interval');

  test('lie around the value, are wider at a higher level, and are the same for the same streams', () => {
    const narrow = agreementInterval(table, alpha, { streams, replicates: 300, level: 0.8 });
    const wide = agreementInterval(table, alpha, { streams, replicates: 300, level: 0.99 });
    expect(wide.low).toBeLessThan(narrow.low);
    expect(narrow.low).toBeLessThan(narrow.value);
    expect(narrow.value).toBeLessThan(narrow.high);
    expect(narrow.high).toBeLessThan(wide.high);
    expect([narrow.level, wide.level, narrow.replicates]).toEqual([0.8, 0.99, 300]);
    expect(agreementInterval(table, alpha, { streams, replicates: 300, level: 0.8 })).toEqual(narrow);
  });

  test('draw clusters whole: a table and its copy, clustered unit by unit, have the interval of the table', () => {
    const twice = ratingTable([...rows, ...rows].map((row) => row.map((value) => value ?? NaN)));
    const clusters = [...rows.keys(), ...rows.keys()];
    const settings = { streams, replicates: 50 };
    const single = agreementInterval(table, kendallW, settings);
    const double = agreementInterval(twice, kendallW, { ...settings, clusters });
    // Copies tie with their originals, so only coefficients of proportions are the same to the last bit.
    expect(double.replicates).toBe(single.replicates);
    const fleiss = agreementInterval(table, fleissKappa, settings);
    const doubled = agreementInterval(twice, fleissKappa, { ...settings, clusters });
    expectClose([doubled.low, doubled.high], [fleiss.low, fleiss.high], { absolute: 1e-12 });
  });

  test('of what is not defined are not known, with the reason', () => {
    const none = agreementInterval(ratingTable([[1, 1], [1, 1]]), alpha, { streams }); // prettier-ignore
    expect(none).toEqual({
      value: NaN,
      reason: 'no variation',
      low: NaN,
      high: NaN,
      level: 0.95,
      replicates: 0,
    });
    expect(() => agreementInterval(table, alpha, { streams, level: 1 })).toThrow(/level of an interval/);
  });

  test('are not known where most replicates are not defined', () => {
    const lone = ratingTable([[1, 2], ...new Array(40).fill([3, 3])]);
    const { value, low, replicates } = agreementInterval(lone, fleissKappa, {
      streams: () => ({ integer: (bound) => bound - 1, shuffle: (array) => array }),
      replicates: 10,
    });
    expect([Number.isNaN(value), low, replicates]).toEqual([false, NaN, 0]);
  });
});

/** Alpha by its definition: all ordered pairs within units, and all ordered pairs of ratings that can be paired. */
function alphaByPairs(rows: readonly (readonly number[])[], scale: Scale): number {
  const units = rows
    .map((row) => row.filter((value) => !Number.isNaN(value)))
    .filter((own) => own.length > 1);
  const all = units.flat();
  const between = (a: number, b: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const inside = all.filter((value) => value >= low && value <= high).length;
    const ends = all.filter((value) => value === low).length + all.filter((value) => value === high).length;
    return a === b ? 0 : inside - ends / 2;
  };
  const difference = {
    nominal: (a: number, b: number) => Number(a !== b),
    ordinal: between,
    interval: (a: number, b: number) => a - b,
    ratio: (a: number, b: number) => (a === b ? 0 : (a - b) / (a + b)),
  }[scale];
  const pairs = (values: readonly number[]) =>
    values
      .flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [difference(a, b) ** 2])))
      .reduce((sum, square) => sum + square, 0);
  const observed =
    units.map((own) => pairs(own) / (own.length - 1)).reduce((sum, value) => sum + value, 0) / all.length;
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)));
}
