import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { Matrix, solve } from 'ml-matrix';
import { expect, test } from 'vitest';
import { domainSlopes } from '../src/fit/domain-slopes.js';
import { foldSums } from '../src/fit/fold-sums.js';
import { withinSlopes } from '../src/fit/ridge.js';
import { residualise, twoWay } from '../src/fit/two-way.js';
import { normal } from './support.js';

const [items, systems, width, foldCount] = [47, 4, 3, 5];
const near = { absolute: 1e-9 };
const range = (length: number) => Array.from({ length }, (_, i) => i);
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * b[k], 0);

/** Judged cells in domains of 20, 18 and 9 items; what features say is `slopesOf` the domain. */
function setting(slopesOf: (domain: number) => readonly number[], { noise = 0.4, weight = 0.8 } = {}) {
  const rng = stream(11, 'test/domain-slopes');
  const domains = Int32Array.from({ length: items }, (_, i) => (i < 9 ? 7 : i % 2 ? 4 : i < 12 ? 4 : 2));
  const features = Float64Array.from({ length: items * systems * width }, () => normal(rng));
  const judgements = Float64Array.from({ length: items * systems }, (_, cell) => {
    const x = [...features.subarray(cell * width, (cell + 1) * width)];
    return dot(slopesOf(domains[Math.floor(cell / systems)]), x) + noise * normal(rng);
  });
  const share = Float64Array.from({ length: items }, () => 0.5 + rng.next());
  const all = share.reduce((sum, value) => sum + value, 0);
  const layout = twoWay(
    judgements,
    share.map((value) => value / all),
    ['a', 'b', 'c', 'd'],
  );
  residualise(judgements, 1, layout);
  residualise(features, width, layout);
  const weights = layout.weights.map((weight) => weight * items);
  const cells = { judgements, features, observed: undefined, weights, systems, width };
  const units = Uint32Array.from({ length: items }, (_, i) => Math.floor(i / 2));
  const folds = units.map((unit) => (unit * 3) % foldCount);
  const common = withinSlopes(foldSums(cells, folds, foldCount));
  const residuals = judgements.map((judgement, cell) => {
    const slopes = common.foldSlopes[folds[Math.floor(cell / systems)]];
    return judgement - weight * dot([...slopes], [...features.subarray(cell * width, (cell + 1) * width)]);
  });
  const evidence = { weights: layout.weights, units, unitCount: 24 };
  return { cells, residuals, common, weight, folds, foldCount, domains, layout, evidence };
}

type Setting = ReturnType<typeof setting>;

/** Slopes of one domain from lists of cells: every fold fitted from its own rows, penalties tried one by one. */
function twin({ cells, residuals, common, weight, folds, domains, evidence }: Setting, domain: number) {
  const rows = range(items).filter((row) => domains[row] === domain);
  const x = (row: number, s: number) => {
    const at = (row * systems + s) * width;
    return [...cells.features.subarray(at, at + width)];
  };
  const w = (row: number) => cells.weights[row];
  const fitted = (training: number[], known: Float64Array) => {
    const y = (row: number, s: number) =>
      cells.judgements[row * systems + s] - weight * dot([...known], x(row, s));
    const total = training.reduce((sum, row) => sum + w(row), 0);
    const mean = (of: (row: number) => number) =>
      training.reduce((sum, row) => sum + w(row) * of(row), 0) / total;
    const xMeans = range(systems).map((s) => range(width).map((k) => mean((row) => x(row, s)[k])));
    const yMeans = range(systems).map((s) => mean((row) => y(row, s)));
    const xAbout = (row: number, s: number) => x(row, s).map((value, k) => value - xMeans[s][k]);
    const yAbout = (row: number, s: number) => y(row, s) - yMeans[s];
    const over = (taken: number[], of: (row: number, s: number) => number) =>
      taken.reduce((sum, row) => sum + w(row) * range(systems).reduce((part, s) => part + of(row, s), 0), 0);
    return {
      slopes(penalty: number) {
        const gram = range(width).map((k) =>
          range(width).map(
            (l) =>
              over(training, (row, s) => xAbout(row, s)[k] * xAbout(row, s)[l]) +
              (k === l ? (penalty * total * (systems - 1)) / 50 : 0),
          ),
        );
        const cross = range(width).map((k) => [
          over(training, (row, s) => xAbout(row, s)[k] * yAbout(row, s)),
        ]);
        return solve(new Matrix(gram), new Matrix(cross)).to1DArray();
      },
      loss: (held: number[], slopes: number[]) =>
        over(held, (row, s) => (yAbout(row, s) - dot(slopes, xAbout(row, s))) ** 2),
    };
  };
  const parts = range(foldCount).map((fold) => ({
    held: rows.filter((row) => folds[row] === fold),
    ...fitted(
      rows.filter((row) => folds[row] !== fold),
      common.foldSlopes[fold],
    ),
  }));
  const none = range(width).map(() => 0);
  const [best] = [undefined, 0.1, 0.3, 1, 3, 10, 30, 100]
    .map((penalty) => {
      const fitting = parts.map(({ held, slopes, loss }) => loss(held, penalty ? slopes(penalty) : none));
      return [penalty, fitting.reduce((sum, value) => sum + value, 0)] as const;
    })
    .reduce((least, tried) => (tried[1] < least[1] ? tried : least));
  const raw = range(items).map((row) => {
    const slopes = domains[row] === domain && best ? parts[folds[row]].slopes(best) : none;
    const said = range(systems).map((s) => dot(slopes, x(row, s)));
    const mean = said.reduce((sum, value) => sum + value, 0) / systems;
    return said.map((value) => value - mean);
  });
  const said = raw.map((row) =>
    row.map((value, s) => value - raw.reduce((sum, other, i) => sum + (w(i) / items) * other[s], 0)),
  );
  const v = evidence.weights;
  const products = (of: (i: number, s: number) => number, rowsOf = range(items)) =>
    rowsOf.reduce((sum, i) => sum + range(systems).reduce((part, s) => part + v[i] * of(i, s), 0), 0);
  const square = products((i, s) => said[i][s] ** 2);
  const a = Math.min(1, products((i, s) => said[i][s] * residuals[i * systems + s]) / square);
  const scores = range(24).map((unit) =>
    products(
      (i, s) => said[i][s] * (residuals[i * systems + s] - a * said[i][s]),
      range(items).filter((i) => evidence.units[i] === unit),
    ),
  );
  const share = a * Math.max(0, 1 - (4 * dot(scores, scores)) / square ** 2 / a ** 2);
  const slopes = best ? fitted(rows, common.slopes).slopes(best) : none;
  return { share, slopes: slopes.map((slope) => share * slope), said: said.flat().map((one) => share * one) };
}

test('domains that differ get slopes of their own, as lists of their cells give them', () => {
  const given = setting((domain) => (domain === 4 ? [0.9, 0, -0.5] : [-0.6, 0.7, 0]));
  const { slopes, predictions } = domainSlopes(given);
  const [two, four] = [twin(given, 2), twin(given, 4)];
  expect([...slopes.keys()].sort()).toEqual([2, 4]);
  expect(Math.min(two.share, four.share)).toBeGreaterThan(0.3);
  expect(Math.max(two.share, four.share)).toBeLessThan(1);
  expectClose(slopes.get(2)!, two.slopes, near);
  expectClose(slopes.get(4)!, four.slopes, near);
  expectClose(
    predictions,
    two.said.map((value, cell) => value + four.said[cell]),
    near,
  );
});

test('ten judged items are enough to be tried, nine are not, and one domain is all', () => {
  const given = setting((domain) => (domain === 7 ? [3, -3, 3] : [0, 0, 0]), { noise: 0.1 });
  expect(given.domains.filter((domain) => domain === 7)).toHaveLength(9);
  expect(domainSlopes(given).slopes.has(7)).toBe(false);
  const ten = { ...given, domains: given.domains.map((domain, i) => (i === 9 ? 7 : domain)) };
  expect(domainSlopes(ten).slopes.has(7)).toBe(true);
  const one = domainSlopes({ ...given, domains: given.domains.map(() => 7) });
  expect(one.slopes.size).toBe(0);
  expect([...one.predictions]).toEqual(new Array(items * systems).fill(0));
});

test('domains that are alike get none', () => {
  const alike = domainSlopes(setting(() => [0.5, 0.2, -0.3], { weight: 1 }));
  expect([...alike.slopes]).toEqual([]);
  expect(alike.predictions.every((prediction) => prediction === 0)).toBe(true);
});
