import { stream, type JudgedData } from '@goldpan/core';
import { Matrix, solve } from 'ml-matrix';

/**
 * The regression estimate of complete rows drawn with equal probabilities, written down as the formulas read: one loop per sum,
 * nothing reused, every fold fitted from its own rows.
 */
export function regressionTwin(data: JudgedData, judged: readonly number[], seed: number) {
  const S = data.systems.length;
  const N = data.judgements.items;
  const n = judged.length;
  const y = (i: number, s: number) => data.judgements.values[i * S + s];
  const all = Array.from({ length: N }, (_, i) => i);
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const systems = Array.from({ length: S }, (_, s) => s);
  const standardised = (values: ArrayLike<number>) => {
    const list = Array.from(values);
    const m = mean(list);
    const sd = Math.sqrt(mean(list.map((v) => (v - m) ** 2)));
    return list.map((v) => (v - m) / sd);
  };
  const metrics = data.metrics.map(({ scores }) => standardised(scores.values));
  const meanMetric = standardised(metrics[0].map((_, cell) => mean(metrics.map((m) => m[cell]))));
  const features = [meanMetric, ...metrics];
  const table = features.map((feature) =>
    all.map((i) => systems.map((s) => feature[i * S + s] - mean(systems.map((t) => feature[i * S + t])))),
  );
  const within = (k: number, i: number, s: number) => table[k][i][s];
  const yWithin = (i: number, s: number) => y(i, s) - mean(systems.map((t) => y(i, t)));
  const order = stream(seed, 'estimation/folds').shuffle(Array.from({ length: n }, (_, u) => u));
  const fold = (j: number) => order.indexOf(j) % 20;

  const fit = (rows: number[], lambda: number) => {
    const centres = features.map((_, k) => systems.map((s) => mean(rows.map((r) => within(k, r, s)))));
    const yCentres = systems.map((s) => mean(rows.map((r) => yWithin(r, s))));
    const x = (k: number, i: number, s: number) => within(k, i, s) - centres[k][s];
    const z = (i: number, s: number) => yWithin(i, s) - yCentres[s];
    const sum = (f: (i: number, s: number) => number) =>
      rows.reduce((t, i) => t + systems.reduce((u, s) => u + f(i, s), 0), 0);
    const G = features.map((_, k) => features.map((_, l) => sum((i, s) => x(k, i, s) * x(l, i, s))));
    const size = (rows.length * (S - 1)) / 50;
    G.forEach((row, k) => (row[k] += lambda * size * (k === 0 ? 0.02 : 1)));
    const c = features.map((_, k) => [sum((i, s) => x(k, i, s) * z(i, s))]);
    return solve(new Matrix(G), new Matrix(c)).to1DArray();
  };
  const rowsOf = (f: number) => judged.filter((_, j) => fold(j) === f);
  const rowsBut = (f: number) => judged.filter((_, j) => fold(j) !== f);
  const folds = Array.from({ length: 20 }, (_, f) => f).filter((f) => rowsOf(f).length > 0);
  const errorOf = (lambda: number | undefined) =>
    folds.reduce((total, f) => {
      const rows = rowsBut(f);
      const beta = lambda === undefined ? features.map(() => 0) : fit(rows, lambda);
      return (
        total +
        rowsOf(f).reduce(
          (t, i) =>
            t +
            systems.reduce((u, s) => {
              const expected = beta.reduce(
                (v, b, k) => v + b * (within(k, i, s) - mean(rows.map((r) => within(k, r, s)))),
                0,
              );
              return u + (yWithin(i, s) - mean(rows.map((r) => yWithin(r, s))) - expected) ** 2;
            }, 0),
          0,
        )
      );
    }, 0);
  const lambda = [0.1, 0.3, 1, 3, 10, 30, 100].reduce<number | undefined>(
    (best, candidate) => (errorOf(candidate) < errorOf(best) ? candidate : best),
    undefined,
  );
  const beta = lambda === undefined ? features.map(() => 0) : fit([...judged], lambda);
  const foldBeta = folds.map((f) => (lambda === undefined ? features.map(() => 0) : fit(rowsBut(f), lambda)));
  const raw = judged.map((i, j) =>
    systems.map((s) =>
      foldBeta[fold(j)].reduce(
        (t, b, k) => t + b * (within(k, i, s) - mean(judged.map((h) => within(k, h, s)))),
        0,
      ),
    ),
  );
  const p = raw.map((row) => row.map((v, s) => v - mean(raw.map((r) => r[s]))));
  const r = judged.map((i) => systems.map((s) => yWithin(i, s) - mean(judged.map((h) => yWithin(h, s)))));
  const total = (f: (j: number, s: number) => number) =>
    judged.reduce((t, _, j) => t + systems.reduce((u, s) => u + f(j, s), 0), 0);
  const pp = total((j, s) => p[j][s] ** 2);
  const a = pp === 0 ? 0 : Math.max(0, Math.min(1, total((j, s) => p[j][s] * r[j][s]) / pp));
  const se2 =
    judged.reduce(
      (t, _, j) => t + systems.reduce((u, s) => u + p[j][s] * (r[j][s] - a * p[j][s]), 0) ** 2,
      0,
    ) /
    pp ** 2;
  const weight = a === 0 ? 0 : a * Math.max(0, 1 - se2 / a ** 2);

  const level = (i: number) => mean(systems.map((s) => features[0][i * S + s]));
  const yLevel = (i: number) => mean(systems.map((s) => y(i, s)));
  const xJ = mean(judged.map(level));
  const yJ = mean(judged.map(yLevel));
  const xx = judged.reduce((t, i) => t + (level(i) - xJ) ** 2, 0);
  const b = judged.reduce((t, i) => t + (level(i) - xJ) * (yLevel(i) - yJ), 0) / xx;
  const bse2 =
    judged.reduce((t, i) => t + ((level(i) - xJ) * (yLevel(i) - yJ - b * (level(i) - xJ))) ** 2, 0) / xx ** 2;
  const slope = b * Math.max(0, 1 - bse2 / b ** 2);
  const values = systems.map((s) => {
    const correction = beta.reduce(
      (t, coefficient, k) =>
        t + coefficient * (mean(all.map((i) => within(k, i, s))) - mean(judged.map((i) => within(k, i, s)))),
      0,
    );
    return mean(judged.map((i) => y(i, s))) + slope * (mean(all.map(level)) - xJ) + weight * correction;
  });
  return { values, weight, slope };
}
