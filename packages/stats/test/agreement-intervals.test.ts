import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT_COEFFICIENTS,
  agreementInterval,
  agreementIntervals,
  agreementWithout,
  cohenKappa,
  fleissKappa,
  intraclassCorrelation,
  kendallW,
  krippendorffAlpha,
  ratingRows,
  ratingTable,
  type AgreementCoefficient,
  type Coefficient,
  type RatingTable,
} from '../src/index.js';
import { drawings as streams } from './drawings.js';
import light from './fixtures/light-kappa.json' with { type: 'json' };

const _ = NaN;

/** The slow and obvious way to each coefficient: by the table. */
const twins: Record<AgreementCoefficient, (table: RatingTable) => Coefficient> = {
  'alpha-nominal': (table) => krippendorffAlpha(table, 'nominal'),
  'alpha-ordinal': (table) => krippendorffAlpha(table, 'ordinal'),
  'alpha-interval': (table) => krippendorffAlpha(table, 'interval'),
  'alpha-ratio': (table) => krippendorffAlpha(table, 'ratio'),
  'icc-1-1': (table) => intraclassCorrelation(table, 'ICC(1,1)'),
  'icc-2-1': (table) => intraclassCorrelation(table, 'ICC(2,1)'),
  'icc-3-k': (table) => intraclassCorrelation(table, 'ICC(3,k)'),
  kappa: (table) => kappaOfPairs(table, 'none'),
  'kappa-quadratic': (table) => kappaOfPairs(table, 'quadratic'),
  'fleiss-kappa': fleissKappa,
  'kendall-w': kendallW,
};

function kappaOfPairs(table: RatingTable, weights: 'none' | 'quadratic'): Coefficient {
  let [sum, units] = [0, 0];
  for (let a = 0; a < table.raters; a++) {
    for (let b = a + 1; b < table.raters; b++) {
      const { value } = cohenKappa(table, { weights, raters: [a, b] });
      if (Number.isNaN(value)) continue;
      const common = Array.from({ length: table.units }, (_unit, unit) => unit * table.raters).filter(
        (row) => !Number.isNaN(table.values[row + a] + table.values[row + b]),
      ).length;
      sum += common * value;
      units += common;
    }
  }
  return { value: units > 0 ? sum / units : NaN };
}

const rating = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(NaN));
const tables = fc.array(fc.tuple(rating, rating, rating), { minLength: 2, maxLength: 14 });

describe('laws', () => {
  test('values and ends of intervals are those of drawing tables', () => {
    let defined = 0;
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 99 }), (list, seed) => {
        const table = ratingTable(list);
        const settings = { streams: streams(seed), replicates: 15, level: 0.8 };
        const found = agreementIntervals(ratingRows(table), AGREEMENT_COEFFICIENTS, settings);
        AGREEMENT_COEFFICIENTS.forEach((name, at) => {
          const expected = agreementInterval(table, twins[name], settings);
          const { value, low, high } = found[at];
          for (const [got, wanted] of [
            [value, expected.value],
            ...(Number.isNaN(expected.value) ? [] : [[low, expected.low], [high, expected.high]]), // prettier-ignore
          ])
            if (Number.isNaN(wanted)) expect(got, name).toBeNaN();
            else expectClose(got, wanted, { absolute: 1e-9 });
          if (found[at].reason === undefined) defined++;
        });
      }),
      { seed: 15, numRuns: 60 },
    );
    expect(defined).toBeGreaterThan(300);
  });

  test('clusters are drawn together', () => {
    const table = ratingTable([[1, 2], [1, 1], [4, 4], [3, 4], [2, 2]]); // prettier-ignore
    const settings = { streams: streams(3), clusters: [5, 5, 5, 9, 9], replicates: 40 };
    const [{ low, high }] = agreementIntervals(ratingRows(table), ['alpha-interval'], settings);
    const expected = agreementInterval(table, twins['alpha-interval'], settings);
    expectClose([low, high], [expected.low, expected.high], { absolute: 1e-12 });
  });
});

describe('what is not defined says why', () => {
  const reasons = (rows: number[][]) =>
    agreementIntervals(ratingRows(ratingTable(rows)), AGREEMENT_COEFFICIENTS, { streams: streams(1) }).map(
      ({ reason }) => reason,
    );
  const all = (reason: string) => AGREEMENT_COEFFICIENTS.map(() => reason);

  test('one rater, or none', () => {
    expect(reasons([[1], [2]])).toEqual(all('one rater'));
    expect(reasons([])).toEqual(all('one rater'));
  });

  test('no variation', () => {
    expect(reasons([[4, 4, 4], [4, 4, 4]])).toEqual(all('no variation')); // prettier-ignore
  });

  test('raters without a unit in common', () => {
    const found = new Set(reasons([[1, _], [_, 2], [3, _]])); // prettier-ignore
    expect(found).toEqual(new Set(['no unit with two ratings', 'too few units that all raters rated']));
  });

  test('proportions of values below zero, and of more than 1000 different ones', () => {
    const of = (rows: number[][]) =>
      agreementIntervals(ratingRows(ratingTable(rows)), ['alpha-ratio'], { streams: streams(1) })[0].reason;
    expect(of([[-1, 1], [2, 3]])).toBe('values below zero'); // prettier-ignore
    expect(of(Array.from({ length: 600 }, (_row, at) => [at, at + 0.5]))).toBe('too many different values');
  });

  test('one cluster gives a value and no interval', () => {
    const rows = ratingRows(ratingTable([[1, 2], [2, 2], [4, 3]])); // prettier-ignore
    const settings = { streams: streams(1), clusters: [7, 7, 7] };
    const [alpha] = agreementIntervals(rows, ['alpha-interval'], settings);
    expect([alpha.value > 0, alpha.low, alpha.high, alpha.replicates]).toEqual([true, NaN, NaN, 0]);
  });
});

describe('the numbers of R', () => {
  test('mean kappa of all pairs of raters, as Light has it', () => {
    expect(light.cases).toHaveLength(3);
    for (const { rows, none, quadratic } of light.cases) {
      const found = agreementIntervals(ratingRows(ratingTable(rows)), ['kappa', 'kappa-quadratic'], {
        streams: streams(1),
        replicates: 1,
      });
      expectClose(
        found.map(({ value }) => value),
        [none, quadratic],
        { absolute: 1e-12 },
      );
    }
  });
});

describe('without a rater', () => {
  const rows = ratingRows(ratingTable([[1, 1, 5], [2, 2, 1], [3, 3, 2], [4, 4, 1], [2, _, 3]])); // prettier-ignore

  test('agreement is that of the table without the column', () => {
    const found = agreementWithout(rows, 'alpha-ordinal', [0, 1, 2], {
      streams: streams(2),
      replicates: 20,
    });
    const without = [[[1, 5], [2, 1], [3, 2], [4, 1], [_, 3]], [[1, 5], [2, 1], [3, 2], [4, 1], [2, 3]], [[1, 1], [2, 2], [3, 3], [4, 4], [2, _]]]; // prettier-ignore
    expectClose(
      found.map(({ value }) => value),
      without.map((table) => krippendorffAlpha(ratingTable(table), 'ordinal').value),
      { absolute: 1e-12 },
    );
    expect(found.map(({ gain }) => gain > 0)).toEqual([false, false, true]);
    expect(found.every(({ deviation }) => deviation > 0)).toBe(true);
  });

  test('of two raters none can be left out', () => {
    const two = ratingRows(ratingTable([[1, 2], [3, 3]])); // prettier-ignore
    expect(agreementWithout(two, 'alpha-ordinal', [0, 1], { streams: streams(2) })).toEqual([]);
  });
});

describe('of many units with few kinds of ratings', () => {
  const drawn = streams(5)(3);
  const many = (levels: number) =>
    Array.from({ length: 250 }, () =>
      [0, 1, 2, 3].map((rater) => (drawn.integer(9) === 0 ? _ : drawn.integer(levels) + Number(rater === 3))),
    );

  test.each([3, 7, 1000])('of up to %i levels every coefficient is that of the table', (levels) => {
    const table = ratingTable(many(levels));
    const found = agreementIntervals(ratingRows(table), AGREEMENT_COEFFICIENTS, {
      streams: streams(4),
      replicates: 40,
    });
    AGREEMENT_COEFFICIENTS.forEach((name, at) => {
      const slow = agreementInterval(table, twins[name], { streams: streams(4), replicates: 40 });
      for (const end of ['value', 'low', 'high'] as const)
        expectClose(found[at][end], slow[end], { absolute: 1e-9 });
    });
  });

  test.each([3, 1000])('of up to %i levels agreement without a rater is that of the table', (levels) => {
    const table = many(levels);
    for (const name of AGREEMENT_COEFFICIENTS) {
      const found = agreementWithout(ratingRows(ratingTable(table)), name, [0, 3], {
        streams: streams(4),
        replicates: 5,
      });
      found.forEach(({ rater, value }) => {
        const rest = ratingTable(table.map((row) => row.filter((_one, at) => at !== rater)));
        expectClose(value, twins[name](rest).value, { absolute: 1e-9 });
      });
      expect(found.map(({ rater }) => rater)).toEqual([0, 3]);
    }
  });
});
