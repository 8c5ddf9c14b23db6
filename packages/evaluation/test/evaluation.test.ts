import { datasetFromItems, isGoldpanError } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import {
  curves,
  evaluateSubset,
  fullData,
  metricAgreement,
  randomRanking,
  replicate,
  signFlipPValues,
  significanceClusters,
  sizesAt,
  standardShares,
} from '../src/index.js';
import { SignBits } from '../src/kernels/sign-bits.js';
import { goldenData, named } from './golden-data.js';
import { matrixOf } from './twins.js';

const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (isGoldpanError(error)) return error.code;
    throw error;
  }
  return 'nothing thrown';
};

const holed = matrixOf([[1, 2, 4], [5, undefined, 3], [0, 1, 0], [undefined, undefined, 9]]); // prettier-ignore

describe('missing scores', () => {
  test('`drop-items` leaves the items out of the full data and of subsets, and says how many', () => {
    const full = fullData(holed, { missing: 'drop-items' });
    expect(full.missing).toEqual({ policy: 'drop-items', cells: 3, items: 2, dropped: 2 });
    const { size, means } = evaluateSubset(full, [3, 2, 1, 0], ['spa']);
    expect(size).toBe(2);
    expect([...means]).toEqual([0.5, 1.5, 2]);
    expect(() => curves(full, [3, 2, 1, 0], { measures: ['spa'], sizes: [3] })).toThrow(/rise from 1 to 2/);
  });

  test('`drop-items` leaves an item out that lacks a score in either matrix', () => {
    const target = matrixOf([[1, 2], [undefined, 1], [4, 3], [5, 9]]); // prettier-ignore
    const measured = matrixOf([[1, 2], [7, 1], [4, undefined], [5, 9]]); // prettier-ignore
    const full = fullData(target, { measured, missing: 'drop-items' });
    expect(full.missing).toEqual({ policy: 'drop-items', cells: 2, items: 2, dropped: 2 });
    expect([...evaluateSubset(full, [0, 1, 2, 3]).means]).toEqual([3, 5.5]);
  });

  test('nothing is reported where nothing is missing', () => {
    const { missing } = fullData(matrixOf([[1, 2], [2, 1], [0, 0]]), { missing: 'pairwise' }); // prettier-ignore
    expect(missing).toEqual({ policy: 'pairwise', cells: 0, items: 0, dropped: 0 });
  });

  test('`pairwise` uses every score a system has for its mean', () => {
    const full = fullData(holed, { missing: 'pairwise' });
    expect(full.missing.dropped).toBe(0);
    expect([...full.standing.means]).toEqual([2, 1.5, 4]);
    expect(codeOf(() => evaluateSubset(full, [3]))).toBe('SYSTEM_WITHOUT_SCORES');
    expect(evaluateSubset(full, [3, 2, 1, 0], ['spa']).values.spa).toBe(1);
  });

  test('under `pairwise` a curve says nothing of exactly the sizes at which a system has no score', () => {
    const full = fullData(holed, { missing: 'pairwise' });
    for (const ranking of [
      [3, 1, 0, 2],
      [1, 3, 2, 0],
      [0, 1, 2, 3],
    ]) {
      const { values } = curves(full, ranking, { measures: ['spa', 'kendall'], sizes: [1, 2, 3, 4] });
      const refused = [1, 2, 3, 4].map((size) => codeOf(() => evaluateSubset(full, ranking.slice(0, size))));
      const unsaid = refused.map((code) => code === 'SYSTEM_WITHOUT_SCORES');
      expect(Array.from(values.spa, Number.isNaN)).toEqual(unsaid);
      expect(Array.from(values.kendall, Number.isNaN)).toEqual(unsaid);
    }
    const lacking = replicate(full, [3, 3]);
    expect([...curves(lacking, [1, 0], { measures: ['kendall'], sizes: [1, 2] }).values.kendall]).toEqual([
      NaN,
      NaN,
    ]);
  });

  test('a replicate keeps the dropped items out', () => {
    const full = replicate(fullData(holed, { missing: 'drop-items' }), [0, 1, 2, 2]);
    expect([full.positions, full.size]).toEqual([4, 3]);
    expect([...full.standing.means]).toEqual([1 / 3, 4 / 3, 4 / 3]);
  });
});

describe('clusters', () => {
  test('`head` parts what a chain of small steps hides from `neighbour`', () => {
    // 0 beats 1, and 1 beats 2, on 13 of 20 items; 0 beats 2 on six and never loses.
    const rows = Array.from({ length: 20 }, (_, i) => [i < 7 ? -1 : 1, 0, i < 13 ? -1 : 1]);
    const matrix = matrixOf(rows);
    const neighbour = significanceClusters(matrix);
    const head = significanceClusters(matrix, { method: 'head' });
    expect(neighbour.order).toEqual(head.order);
    expect([neighbour.count, head.count]).toEqual([1, 2]);
    expect(head.pValues.some((p) => p < 0.05)).toBe(true);
  });

  test('a p-value of alpha does not part: only one below it', () => {
    const one = matrixOf([[2, 1, 0]]); // one sign pattern of two: p = 0.5
    for (const method of ['neighbour', 'head'] as const) {
      expect([...significanceClusters(one, { method, alpha: 0.51 }).pValues]).toContain(
        method === 'head' ? 1 : 0.5,
      );
      expect(significanceClusters(matrixOf([[2, 1]]), { method, alpha: 0.5 }).count).toBe(1);
      expect(significanceClusters(matrixOf([[2, 1]]), { method, alpha: 0.51 }).count).toBe(2);
    }
  });

  test('bring identical systems together, past another of the same mean; the ranking keeps the order of the columns', () => {
    const { standing } = fullData(matrixOf([[3, 1, 3, 0], [1, 3, 1, 0]])); // prettier-ignore
    expect([...standing.clusters.order]).toEqual([0, 2, 1, 3]);
    expect([...standing.order]).toEqual([0, 1, 2, 3]);
  });

  test('on real scores `head` gives Holm-adjusted p-values against the best of the cluster', () => {
    const { scores, systems } = goldenData('synth_edge');
    const clusters = significanceClusters(scores('human'), { method: 'head' });
    expect(named(systems, clusters)).toEqual([['sysA', 'sysB', 'sysC'], ['sysD'], ['sysE', 'sysF']]);
  });
});

describe('determinism', () => {
  test('signs are balanced, and independent between positions and permutations', () => {
    const permutations = 512;
    const bits = new SignBits(0, permutations);
    const row = (position: number) =>
      Array.from({ length: permutations }, (_, j) => (bits.row(position)[j >> 5] >>> (j & 31)) & 1);
    const rows = Array.from({ length: 400 }, (_, position) => row(position));
    const total = rows.flat().reduce((sum, bit) => sum + bit, 0);
    expect(Math.abs(total / (400 * 512) - 0.5)).toBeLessThan(4 * 0.5 / Math.sqrt(400 * 512)); // prettier-ignore
    let farthest = 0;
    for (let a = 0; a < 60; a++) {
      for (let b = 0; b < a; b++) {
        const alike = rows[a].filter((bit, j) => bit === rows[b][j]).length;
        const column = rows.filter((r) => r[a] === r[b]).length;
        farthest = Math.max(farthest, Math.abs(alike / 512 - 0.5) * Math.sqrt(512) * 2);
        farthest = Math.max(farthest, Math.abs(column / 400 - 0.5) * Math.sqrt(400) * 2);
      }
    }
    expect(farthest).toBeLessThan(4.9); // 3,540 standard normal values
  });

  test('the values of a seed stay what they are', () => {
    const { scores } = goldenData('synth_edge');
    const full = fullData(scores('human'), { seed: 42 });
    const ranking = randomRanking(full.size, 42);
    expect([...ranking.subarray(0, 8)]).toMatchInlineSnapshot(`
      [
        40,
        20,
        44,
        6,
        41,
        9,
        33,
        47,
      ]
    `);
    expect([...curves(full, ranking, { measures: ['spa'] }).values.spa]).toMatchInlineSnapshot(`
      [
        0.593,
        0.7734666666666666,
        0.8839333333333333,
        0.8682,
        0.8686,
        0.8822,
        0.9091333333333333,
        0.9284,
        0.94,
        0.9480666666666666,
      ]
    `);
    expect([...signFlipPValues(scores('human'), { seed: 42 }).subarray(0, 6)]).toMatchInlineSnapshot(`
      [
        1,
        0.398,
        0.129,
        0.007,
        0,
        0,
      ]
    `);
  });
});

describe('sizes', () => {
  test('standard shares are numpy’s linspace, sizes its truncations', () => {
    const { expected } = goldenData('synth_edge');
    expect(standardShares).toEqual(expected.props);
    expect([...sizesAt(60)]).toEqual(expected.k_at_props);
    expect([...sizesAt(12)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...sizesAt(7, [0.1, 0.5, 1])]).toEqual([3, 7]);
  });

  test('a ranking shorter than the default sizes is measured as far as it goes', () => {
    const { scores } = goldenData('synth_edge');
    const full = fullData(scores('human'));
    const sizesOf = (length: number) => [
      ...curves(full, randomRanking(60, 1).subarray(0, length), { measures: [] }).sizes,
    ];
    expect(sizesOf(9)).toEqual([3, 6, 9]);
    expect(sizesOf(11)).toEqual([3, 6, 9]);
  });
});

describe('metric agreement', () => {
  const cell = (metric: number | null, human: number | null, flat = 1) => ({
    metric,
    human,
    flat,
    human_2: human,
  });
  const dataset = datasetFromItems([
    { id: 'a', scores: { x: cell(1, 10), ['__proto__']: cell(2, 20), z: cell(3, 40) } },
    { id: 'b', scores: { x: cell(5, 7), ['__proto__']: cell(4, 7), z: cell(3, 7) } },
    { id: 'c', scores: { x: cell(null, 1), ['__proto__']: cell(0, 9), z: cell(2, 3) } },
  ]);

  test('counts complete cells, leaves out items where a side is constant, and says what is undefined', () => {
    const [metric, flat] = metricAgreement(dataset, 'human');
    expect([metric.metric, flat.metric]).toEqual(['metric', 'flat']);
    expect([metric.cells, flat.cells]).toEqual([8, 9]);
    expect(metric.perItem.items).toBe(2);
    expect(metric.perItem.kendall).toBe(0); // +1 on item a, −1 on item c
    expect(metric.perItem.pearson).toBeCloseTo((3 / Math.sqrt(28 / 3) - 1) / 2, 15); // item a: 30/√(2 · 1400/3)
    expect(flat.pooled).toEqual({ pearson: undefined, kendall: undefined });
    expect(flat.perItem).toEqual({ pearson: undefined, kendall: undefined, items: 0 });
  });

  test('a metric that shares at most one cell with the target on an item says nothing there', () => {
    const row = (metric: number | null, human: number | null) => ({ metric, human });
    const sparse = datasetFromItems([
      { id: 'a', scores: { x: row(1, 1), y: row(2, null), z: row(null, 5) } },
      { id: 'b', scores: { x: row(null, 4), y: row(7, null), z: row(null, 2) } },
    ]);
    const [{ cells, pooled, perItem }] = metricAgreement(sparse, 'human');
    expect(cells).toBe(1);
    expect(pooled).toEqual({ pearson: undefined, kendall: undefined });
    expect(perItem).toEqual({ pearson: undefined, kendall: undefined, items: 0 });
  });

  test('human columns and the target are not metrics unless named', () => {
    expect(metricAgreement(dataset, 'metric').map(({ metric }) => metric)).toEqual(['flat']);
    const [named] = metricAgreement(dataset, 'human', ['human_2']);
    expect(named.pooled.kendall).toBe(1);
    expect(codeOf(() => metricAgreement(dataset, 'gold'))).toBe('UNKNOWN_METRIC');
  });
});
