import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { evidenceWeight } from '../src/fit/evidence-weight.js';
import { levelSlope } from '../src/fit/level-slope.js';
import { normal } from './support.js';

const near = { absolute: 1e-10 };

function setting(n: number, slope: number, seed: number) {
  const rng = stream(seed, 'test/level-slope');
  const metric = Float64Array.from({ length: n }, () => 4 + normal(rng));
  const levels = metric.map((x) => 7 + slope * x + 0.4 * normal(rng));
  const raw = Float64Array.from({ length: n }, () => 0.3 + rng.next());
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const units = Uint32Array.from({ length: n }, (_, i) => Math.floor(i / 2));
  const folds = units.map((unit) => unit % 3);
  return {
    levels,
    metric,
    weights: raw.map((weight) => weight / total),
    units,
    unitCount: Math.ceil(n / 2),
    folds,
  };
}

/** Weighted least squares as taught: cov(x, y)/var(x). */
function line(x: number[], y: number[], w: number[]) {
  const total = w.reduce((sum, value) => sum + value, 0);
  const mean = (v: number[]) => v.reduce((sum, value, i) => sum + (w[i] * value) / total, 0);
  const [mx, my] = [mean(x), mean(y)];
  const slope =
    mean(x.map((value, i) => (value - mx) * (y[i] - my))) / mean(x.map((value) => (value - mx) ** 2));
  return { slope, mx, my };
}

test.each([
  [13, 1.5, 1],
  [22, -0.8, 2],
  [17, 0.3, 3],
  [31, 0, 4],
])('%i items, slope %f: as the formulas read', (n, slope, seed) => {
  const data = setting(n, slope, seed);
  const [x, y, w] = [data.metric, data.levels, data.weights].map((values) => Array.from(values));
  const all = line(x, y, w);
  const ex = x.map((value) => value - all.mx);
  const ey = y.map((value) => value - all.my);
  const square = ex.reduce((sum, value, i) => sum + w[i] * value ** 2, 0);
  let variance = 0;
  for (let unit = 0; unit < data.unitCount; unit++) {
    const rows = ex.map((_, i) => i).filter((i) => data.units[i] === unit);
    variance += rows.reduce((sum, i) => sum + w[i] * ex[i] * (ey[i] - all.slope * ex[i]), 0) ** 2;
  }
  const share = Math.max(0, 1 - variance / square ** 2 / all.slope ** 2);
  const found = levelSlope(data);
  expectClose(found.slope, share * all.slope, near);
  const residuals = y.map((value, i) => {
    const others = y.map((_, j) => j).filter((j) => data.folds[j] !== data.folds[i]);
    const { slope, mx, my } = line(
      others.map((j) => x[j]),
      others.map((j) => y[j]),
      others.map((j) => w[j]),
    );
    return value - my - share * slope * (x[i] - mx);
  });
  const centre = residuals.reduce((sum, value, i) => sum + w[i] * value, 0);
  expectClose(found.residuals, share === 0 ? ey : residuals.map((value) => value - centre), near);
});

test('a metric that is constant moves nothing', () => {
  const data = setting(12, 1, 5);
  const found = levelSlope({ ...data, metric: data.metric.fill(2) });
  expect(found.slope).toBe(0);
  const mean = data.levels.reduce((sum, value, i) => sum + data.weights[i] * value, 0);
  expectClose(
    found.residuals,
    data.levels.map((value) => value - mean),
    near,
  );
});

test('the weight of evidence is the slope through 0, cut to [0, 1], less what its error over units makes doubtful', () => {
  const rng = stream(8, 'test/evidence');
  const [rows, columns] = [10, 3];
  for (const strength of [-0.5, 0.02, 0.4, 0.9, 1.6]) {
    const predictions = Float64Array.from({ length: rows * columns }, () => normal(rng));
    const residuals = predictions.map((value) => strength * value + 0.3 * normal(rng));
    const weights = Float64Array.from({ length: rows }, (_, i) => (i + 1) / 55);
    const units = Uint32Array.from({ length: rows }, (_, i) => i >> 1);
    const sum = (f: (row: number, at: number) => number) =>
      Array.from(predictions.keys()).reduce((total, at) => total + f(Math.floor(at / columns), at), 0);
    const square = sum((row, at) => weights[row] * predictions[at] ** 2);
    const a = Math.min(1, sum((row, at) => weights[row] * predictions[at] * residuals[at]) / square);
    let error = 0;
    for (let unit = 0; unit < 5; unit++)
      error +=
        sum((row, at) =>
          units[row] === unit ? weights[row] * predictions[at] * (residuals[at] - a * predictions[at]) : 0,
        ) ** 2;
    const expected = a > 0 ? a * Math.max(0, 1 - error / square ** 2 / a ** 2) : 0;
    const found = evidenceWeight({ predictions, residuals, columns, weights, units, unitCount: 5 });
    expectClose(found, expected, near);
    if (strength < 0) expect(found).toBe(0);
    if (strength > 0.3) expect(found).toBeGreaterThan(0.1);
  }
  const nothing = new Float64Array(6);
  const flat = {
    predictions: nothing,
    residuals: nothing,
    columns: 2,
    weights: new Float64Array(3),
    units: new Uint32Array(3),
    unitCount: 1,
  };
  expect(evidenceWeight(flat)).toBe(0);
});
