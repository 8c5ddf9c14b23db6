import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import {
  sampleCorrelation,
  sampleRankCorrelation,
  sampleVariance as oracleVariance,
} from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import {
  averageRanks,
  confidenceInterval,
  holm,
  kendallTauB,
  kendallTauC,
  mean,
  minMaxNormalise,
  normalCdf,
  pairwiseSum,
  pearson,
  populationVariance,
  quantile,
  sampleVariance,
  signedRankDistribution,
  spearman,
  wilcoxonSignedRank,
  zScores,
} from '../src/index.js';
import { slowRanks, slowSignedRank, slowTauB, slowTauC } from './twins.js';

const finite = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000);
/** Small integers: many ties. */
const coarse = fc.integer({ min: -3, max: 3 });
const tied = (minLength: number, maxLength: number) => fc.array(coarse, { minLength, maxLength });
const paired = (minLength: number, maxLength: number) =>
  fc
    .array(fc.tuple(coarse, fc.oneof(coarse, finite)), { minLength, maxLength })
    .map((rows): [number[], number[]] => [rows.map(([x]) => x), rows.map(([, y]) => y)]);

describe('sums', () => {
  test('a column read in place gives the bits of its copy', () => {
    fc.assert(
      fc.property(fc.array(finite, { maxLength: 700 }), fc.integer({ min: 1, max: 5 }), (values, stride) => {
        for (let offset = 0; offset < Math.min(stride, values.length); offset++) {
          const copy = values.filter((_, i) => i % stride === offset);
          expect(pairwiseSum(values, { offset, stride })).toBe(pairwiseSum(copy));
        }
      }),
    );
  });

  test('sums of integers are exact at any length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 2000 }), (values) => {
        expect(pairwiseSum(values)).toBe(values.reduce((total, value) => total + value, 0));
      }),
    );
  });

  test('variances agree with an independent implementation', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 300 }), (values) => {
        expectClose(sampleVariance(values), oracleVariance(values), { relative: 1e-9 });
        const n = values.length;
        expectClose(populationVariance(values) * n, sampleVariance(values) * (n - 1), { relative: 1e-12 });
      }),
    );
  });
});

describe('ranks and correlations', () => {
  test('equal the count over all pairs, ties included', () => {
    fc.assert(
      fc.property(paired(2, 60), ([a, b]) => {
        expect([...averageRanks(a)]).toEqual(slowRanks(a));
        expectClose(kendallTauB(a, b), slowTauB(a, b), { absolute: 1e-14 });
        expectClose(kendallTauC(a, b), slowTauC(a, b), { absolute: 1e-14 });
      }),
    );
  });

  test('agree with an independent implementation where there are no ties', () => {
    const distinct = fc.uniqueArray(finite, { minLength: 3, maxLength: 50 });
    fc.assert(
      fc.property(distinct, fc.infiniteStream(finite), (a, stream) => {
        const b = a.map(() => stream.next().value);
        if (new Set(b).size < b.length) return;
        expectClose(pearson(a, b), sampleCorrelation(a, b), { absolute: 1e-9 });
        expectClose(spearman(a, b), sampleRankCorrelation(a, b), { absolute: 1e-9 });
      }),
    );
  });

  test('are 1 exactly between a vector and itself, and -1 for rank correlations with the reverse', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 2, maxLength: 40 }), (a) => {
        if (new Set(a).size < 2) return;
        const negated = a.map((x) => -x);
        for (const correlation of [kendallTauB, pearson, spearman]) {
          expect(correlation(a, a)).toBe(1);
          expect(correlation(a, negated)).toBe(-1);
        }
      }),
    );
  });

  test('are symmetric, and change sign when one side is reversed', () => {
    fc.assert(
      fc.property(paired(2, 40), ([a, b]) => {
        for (const correlation of [kendallTauB, kendallTauC, pearson, spearman]) {
          const value = correlation(a, b);
          expectClose(correlation(b, a), value, { absolute: 1e-12 });
          expectClose(
            correlation(
              a.map((x) => -x),
              b,
            ),
            -value,
            { absolute: 1e-12 },
          );
        }
      }),
    );
  });
});

describe('the signed-rank test', () => {
  test('equals the count over all sign patterns for up to 13 differences, zeros and ties included', () => {
    fc.assert(
      fc.property(tied(1, 13), (differences) => {
        expectClose(wilcoxonSignedRank(differences).pValue, slowSignedRank(differences), {
          absolute: 1e-15,
        });
      }),
      { numRuns: 30 },
    );
  });

  test('does not depend on the order or the unit of the differences', () => {
    fc.assert(
      fc.property(tied(1, 80), (differences) => {
        const turned = differences.toReversed().map((d) => 4 * d);
        expect(wilcoxonSignedRank(turned)).toEqual(wilcoxonSignedRank(differences));
      }),
    );
  });

  test('the exact distribution is symmetric about n(n + 1)/4', () => {
    for (let n = 1; n <= 50; n++) {
      const below = signedRankDistribution(n);
      const last = below.length - 1;
      expect(below[last]).toBe(1);
      for (let t = 0; t < last; t++) expectClose(below[t] + below[last - 1 - t], 1, { absolute: 1e-15 });
    }
  });
});

describe('the rest', () => {
  test('Φ(x) + Φ(−x) = 1, and Φ rises', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expectClose(normalCdf(x) + normalCdf(-x), 1, { absolute: 2.3e-16 });
        expect(normalCdf(x + 1e-3)).toBeGreaterThanOrEqual(normalCdf(x));
      }),
    );
  });

  test('a quantile splits the values at its share', () => {
    fc.assert(
      fc.property(tied(1, 60), fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const q = quantile(values, p);
        const position = p * (values.length - 1);
        expect(values.filter((v) => v <= q).length).toBeGreaterThan(Math.floor(position));
        expect(values.filter((v) => v >= q).length).toBeGreaterThan(
          values.length - 1 - Math.ceil(position) - 1,
        );
      }),
    );
  });

  test("Holm's correction is Bonferroni for the smallest p-value and keeps the order", () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1, maxLength: 30 }), (p) => {
        const adjusted = [...holm(p)];
        expect(Math.min(...adjusted)).toBe(Math.min(1, p.length * Math.min(...p)));
        const order = p.map((_, i) => i).sort((i, j) => p[i] - p[j]);
        for (let k = 1; k < order.length; k++)
          expect(adjusted[order[k]]).toBeGreaterThanOrEqual(adjusted[order[k - 1]]);
        p.forEach((value, i) => expect(adjusted[i]).toBeGreaterThanOrEqual(value));
      }),
    );
  });

  test('normalised values fill [0, 1]; z-scores have mean 0 and variance 1; missing stays missing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(coarse, fc.constant(NaN)), { minLength: 1, maxLength: 40 }), (values) => {
        const present = (v: Float64Array) => [...v].filter((_, i) => !Number.isNaN(values[i]));
        const unit = minMaxNormalise(values);
        const standard = zScores(values);
        values.forEach((v, i) => {
          expect(Number.isNaN(unit[i])).toBe(Number.isNaN(v));
          expect(Number.isNaN(standard[i])).toBe(Number.isNaN(v));
        });
        if (new Set(present(Float64Array.from(values))).size < 2) return;
        expect([Math.min(...present(unit)), Math.max(...present(unit))]).toEqual([0, 1]);
        expectClose(mean(present(standard)), 0, { absolute: 1e-12 });
        expectClose(populationVariance(present(standard)), 1, { relative: 1e-12 });
      }),
    );
  });

  test('a confidence interval is centred on the mean and grows with its level', () => {
    fc.assert(
      fc.property(fc.uniqueArray(finite, { minLength: 2, maxLength: 30 }), (values) => {
        const { low, high } = confidenceInterval(values, { level: 0.8 });
        const { low: lower, high: higher } = confidenceInterval(values, { level: 0.99 });
        expectClose((low + high) / 2, mean(values), { absolute: 1e-9 * (high - low) + 1e-9 });
        expect(lower).toBeLessThan(low);
        expect(higher).toBeGreaterThan(high);
      }),
    );
  });
});
