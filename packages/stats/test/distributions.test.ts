import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cholesky,
  covarianceMatrix,
  normalCdf,
  normalQuantile,
  sampleVariance,
  solveCholesky,
  solveLower,
  solveUpper,
  studentTCdf,
  studentTQuantile,
  symmetricEigen,
} from '../src/index.js';
import { studentTTail } from '../src/distributions/kernels/student-t-tail.js';
import { wholeDegreesQuantile } from '../src/distributions/kernels/whole-degrees-quantile.js';
import golden from './fixtures/distributions.json' with { type: 'json' };

const places = { relative: 2e-15 };
const thirteenDigits = { relative: 1e-13 };
const elevenDigits = { relative: 1e-11 };

describe('the numbers of SciPy and mpmath', () => {
  test('normal quantiles, down to p = 1e-300', () => {
    for (const { p, x } of golden.normalQuantile) expectClose(normalQuantile(p), x, places);
  });

  test("Student's t: 182 values of the distribution function, tails in relative terms", () => {
    expect(golden.studentT).toHaveLength(182);
    for (const { degrees, t, cdf } of golden.studentT)
      expectClose(studentTCdf(t, degrees), cdf, thirteenDigits);
  });

  test("Student's t: quantiles, whole degrees of freedom or not", () => {
    for (const { degrees, p, t } of golden.studentTQuantile) {
      expectClose(studentTQuantile(p, degrees), t, elevenDigits);
    }
  });

  test('covariances, determinants, solutions and eigenvalues', () => {
    const { rows, columns, covariance, logDeterminant, right, solution, eigenvalues } = golden.linear;
    const matrix = covarianceMatrix(rows, columns);
    expectClose(matrix, covariance, thirteenDigits);
    expectClose(symmetricEigen(matrix, columns).values, eigenvalues, elevenDigits);
    const x = Float64Array.from(right);
    expectClose(cholesky(matrix, columns), logDeterminant, elevenDigits);
    solveCholesky(matrix, columns, x);
    expectClose(x, solution, elevenDigits);
  });
});

describe('laws of distributions', () => {
  const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  const degrees = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.2, max: 5000, noNaN: true }));

  test('a quantile is where its share lies below', () => {
    fc.assert(
      fc.property(share, degrees, (p, nu) => {
        const below = Math.min(p, 1 - p);
        // The lower side: there the distribution function keeps its digits.
        expectClose(normalCdf(normalQuantile(below)), below, { relative: 1e-13 });
        expectClose(studentTCdf(studentTQuantile(below, nu), nu), below, { relative: 1e-10 });
      }),
      { seed: 14 },
    );
  });

  test('quantiles are odd about ½, and a lower share is never a greater quantile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1023 }), degrees, (k, nu) => {
        const p = k / 1024;
        expect(studentTQuantile(1 - p, nu)).toBe(studentTQuantile(p, nu) * -1 + 0);
        expect(normalQuantile(1 - p)).toBe(-normalQuantile(p) + 0);
        expect(studentTQuantile(p / 2, nu)).toBeLessThan(studentTQuantile(p, nu));
      }),
      { seed: 14 },
    );
  });

  test('the finite series of whole degrees of freedom agrees with the incomplete beta function', () => {
    for (const nu of [1, 2, 3, 8, 25, 144, 999]) {
      for (const inside of [0.01, 0.3, 0.8, 0.95, 0.998]) {
        const t = wholeDegreesQuantile(inside, nu);
        expectClose(1 - 2 * studentTTail(t, nu), inside, { absolute: 1e-13 });
      }
    }
  });

  test("Student's t with many degrees of freedom is normal, with infinitely many exactly", () => {
    expectClose(studentTCdf(-1.7, 1e9), normalCdf(-1.7), { relative: 1e-8 });
    expect(studentTCdf(-1.7, Infinity)).toBe(normalCdf(-1.7));
    expect(studentTQuantile(0.9, Infinity)).toBe(normalQuantile(0.9));
  });

  test('the ends: infinities, NaN and the middle', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect([-Infinity, Infinity, NaN].map((t) => studentTCdf(t, 2.5))).toEqual([0, 1, NaN]);
    expect(studentTQuantile(0.5, 0.7)).toBe(0);
    expect(studentTCdf(0, 3)).toBe(0.5);
  });
});

describe('laws of linear algebra', () => {
  const order = 5;
  const seven = fc.array(
    fc.array(fc.integer({ min: -40, max: 40 }), { minLength: order, maxLength: order }),
    { minLength: 7, maxLength: 7 },
  );

  test('L Lᵀ is the matrix, and the solution solves it', () => {
    fc.assert(
      fc.property(seven, (rows) => {
        const matrix = grams(rows, order);
        const factor = matrix.slice();
        cholesky(factor, order);
        for (let i = 0; i < order; i++) {
          for (let j = 0; j <= i; j++) {
            let product = 0;
            for (let k = 0; k <= j; k++) product += factor[i * order + k] * factor[j * order + k];
            expectClose(product, matrix[i * order + j], { absolute: 1e-9 });
          }
        }
        const x = Float64Array.of(1, -2, 3, 0, 5);
        const halves = x.slice();
        solveCholesky(factor, order, x);
        solveLower(factor, order, halves);
        solveUpper(factor, order, halves);
        expect(halves).toEqual(x);
        const image = Float64Array.from({ length: order }, (_, i) =>
          x.reduce((sum, value, j) => sum + matrix[i * order + j] * value, 0),
        );
        expectClose(image, [1, -2, 3, 0, 5], { absolute: 1e-8 });
      }),
      { seed: 14 },
    );
  });

  test('what is above the diagonal is neither read nor written', () => {
    const matrix = Float64Array.of(4, NaN, 2, 5);
    cholesky(matrix, 2);
    expect([...matrix]).toEqual([2, NaN, 1, 2]);
  });

  test('a matrix that is not positive definite has no factor; a tolerance tells an almost singular one too', () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNaN();
    const almost = () => Float64Array.of(1, 1, 1, 1 + 1e-12);
    expect(cholesky(almost(), 2)).toBeLessThan(0);
    expect(cholesky(almost(), 2, 1e-10)).toBeNaN();
  });

  test('covariances are symmetric, and variances on the diagonal', () => {
    fc.assert(
      fc.property(seven, (rows) => {
        const values = rows.flat();
        const matrix = covarianceMatrix(values, order);
        for (let c = 0; c < order; c++) {
          expectClose(matrix[c * order + c], sampleVariance(values, { offset: c, stride: order }), {
            absolute: 1e-9,
          });
          for (let d = 0; d < c; d++) expect(matrix[c * order + d]).toBe(matrix[d * order + c]);
        }
      }),
      { seed: 14 },
    );
  });

  test('eigenvectors have length 1 and are only stretched', () => {
    fc.assert(
      fc.property(seven, (rows) => {
        const matrix = grams(rows, order);
        const { values, vectors } = symmetricEigen(matrix, order);
        for (let k = 0; k < order; k++) {
          const vector = Float64Array.from({ length: order }, (_, i) => vectors[i * order + k]);
          expectClose(Math.hypot(...vector), 1, { absolute: 1e-12 });
          const image = vector.map((_, i) =>
            vector.reduce((sum, value, j) => sum + matrix[i * order + j] * value, 0),
          );
          expectClose(
            image,
            vector.map((value) => value * values[k]),
            { absolute: 1e-9 * values[order - 1] },
          );
          if (k > 0) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]);
        }
      }),
      { seed: 14 },
    );
  });
});

/** XᵀX + I of seven rows: positive definite. */
function grams(rows: readonly number[][], order: number): Float64Array {
  const matrix = new Float64Array(order * order);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      matrix[i * order + j] = rows.reduce((sum, row) => sum + row[i] * row[j], i === j ? 1 : 0);
    }
  }
  return matrix;
}
