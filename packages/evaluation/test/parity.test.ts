import { mean, sampleStandardDeviation } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  curves,
  everySize,
  fullData,
  parity,
  parityBaseline,
  randomBaseline,
  randomRanking,
  sizesAt,
  standardShares,
} from '../src/index.js';
import { spa } from '../src/measures/spa.js';
import { rankedSequence } from '../src/ranked-sequence.js';
import { tiedMatrix } from './arbitraries.js';
import { goldenData } from './golden-data.js';
import { matrixOf } from './twins.js';

/** Kendall along 0…7 at sizes 5…8: 1, −1, 1, 1. */
const wavering = fullData(
  matrixOf([[1, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 2], [3, 0], [0, 0]]), // prettier-ignore
);
const inOrder = [0, 1, 2, 3, 4, 5, 6, 7];
const goal = { measure: 'kendall', shares: [0.5, 1], targets: [1, 1.5] } as const;

describe('parity', () => {
  test('`first` takes the first size that reaches the target, `stable` the one from which it stays reached', () => {
    expect(parity(wavering, inOrder, { ...goal, rule: 'first' }).sizes).toEqual([5, undefined]);
    expect(parity(wavering, inOrder, goal).sizes).toEqual([7, undefined]);
  });

  test('a target that is never reached is said to be, and counts as all items in the ratio', () => {
    const found = parity(wavering, inOrder, goal);
    expect(found.neverReached).toBe(1);
    expect(found.ratio).toBe((7 / 4 + 8 / 8) / 2);
  });

  test('reaching a target only with all items is reaching it', () => {
    const late = [1, 2, 3, 4, 5, 6, 7, 0];
    const errors = { measure: 'mean-absolute-error', shares: [0.25], targets: [0] } as const;
    expect(parity(wavering, late, errors)).toEqual({ sizes: [8], neverReached: 0, ratio: 4 });
  });

  test('the mean of equal values is reached by that value, whatever its last bit', () => {
    const full = fullData(matrixOf([[3, 1, 2], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [9, 3, 3.1]])); // prettier-ignore
    const asked = { measure: 'spearman', shares: [1], targets: [1 + 4e-16] } as const;
    expect(parity(full, [0, 1, 2, 3, 4, 5], asked).sizes).toEqual([5]);
  });

  test('fewer items than the smallest size are refused', () => {
    const four = fullData(matrixOf([[1, 0, 2], [2, 0, 1], [0, 0, 1], [1, 1, 1]])); // prettier-ignore
    expect(() => parity(four, [0, 1, 2, 3], goal)).toThrow(/parity needs at least 5 items; the data has 4/);
  });

  test('`stable` never needs fewer items than `first`, and is read off the curve', () => {
    fc.assert(
      fc.property(
        tiedMatrix({ minItems: 8 }),
        // Targets that no value comes within rounding of.
        fc.integer({ min: -97, max: 96 }).map((k) => (k + 0.123456) / 97),
        (matrix, target) => {
          const full = fullData(matrix, { permutations: 40 });
          const ranking = randomRanking(matrix.items, 3);
          for (const measure of ['kendall', 'spa', 'mean-squared-error'] as const) {
            const asked = { measure, shares: [0.5], targets: [target], smallest: 2 };
            const { values } = curves(full, ranking, { measures: [measure], sizes: everySize(matrix.items) });
            const reached = Array.from(values[measure], (value) =>
              measure === 'mean-squared-error' ? value <= target : value >= target,
            );
            const sizes = everySize(matrix.items).subarray(1);
            expect(parity(full, ranking, { ...asked, rule: 'first' }).sizes[0]).toBe(
              sizes.find((size) => reached[size - 1]),
            );
            expect(parity(full, ranking, asked).sizes[0]).toBe(
              sizes.find((size) => reached.slice(size - 1).every(Boolean)),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the parity of random selection', () => {
  const { scores, order, expected } = goldenData('synth_edge');
  const full = fullData(scores('human'));

  test('targets are the means of random rankings, the norm that of others', () => {
    const baseline = parityBaseline(full, { measure: 'kendall', rankings: 3, seed: 4 });
    const sizes = sizesAt(full.size);
    const { bands } = randomBaseline(full, { measures: ['kendall'], rankings: 3, seed: 4, sizes });
    expectClose(baseline.targets, bands.kendall.mean, { absolute: 0 });
    const further = [3, 4, 5].map((r) => parity(full, randomRanking(full.size, 4, r), baseline));
    expect(baseline.random).toEqual(further);
    expect(baseline.norm).toBe(mean(further.map(({ ratio }) => ratio)));
  });

  test('too few items for the shares are refused', () => {
    const few = fullData(matrixOf(Array.from({ length: 19 }, (_, i) => [i % 3, i % 2])));
    expect(() => parityBaseline(few, { measure: 'kendall' })).toThrow(/shares must be large enough/);
  });

  test('SPA parity with fresh signs at every size is the number of the reference; with common signs chance ends no search early', () => {
    const golden = expected.parity.eval_spa_par_metric_var;
    const ranking = order('metric_var');
    let draw = 0;
    /** SPA at a size with signs of its own on both sides, as the reference draws them. */
    const fresh = (size: number) => {
      const [subset, whole] = [draw++, draw++].map((seed) => fullData(scores('human'), { seed }));
      const walk = subset.walks.subset;
      walk.start(rankedSequence(subset, ranking));
      return spa.of(walk.at(size), whole.standing);
    };
    const ratio = () =>
      mean(
        golden.spas_tgt.map((target: number, k: number) => {
          let size = 5;
          while (size < full.size && fresh(size) < target) size++;
          return size / (full.size * standardShares[k]);
        }),
      );
    const ratios = Array.from({ length: 5 }, ratio);
    const error = Math.hypot(
      golden.sd_ddof1 / Math.sqrt(golden.n),
      sampleStandardDeviation(ratios) / Math.sqrt(5),
    );
    expect(Math.abs(mean(ratios) - golden.mean)).toBeLessThanOrEqual(3 * error);

    const goal = { measure: 'spa', shares: standardShares, targets: golden.spas_tgt } as const;
    expect(parity(full, ranking, goal).ratio).toBeGreaterThan(golden.mean);
  });
});

describe('the random baseline', () => {
  test('bands hold the mean and widen with their quantiles', () => {
    const { scores } = goldenData('synth_edge');
    const full = fullData(scores('human'));
    const asked = { measures: ['pairwise-accuracy'], rankings: 30, seed: 1 } as const;
    const narrow = randomBaseline(full, { ...asked, band: [0.25, 0.75] });
    const wide = randomBaseline(full, asked);
    expect([...wide.sizes]).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
    expect(wide.curves).toHaveLength(30);
    const [n, w] = [narrow.bands['pairwise-accuracy'], wide.bands['pairwise-accuracy']];
    expect(n.mean).toEqual(w.mean);
    n.mean.forEach((value, k) => {
      expect(w.low[k]).toBeLessThanOrEqual(n.low[k]);
      expect(n.high[k]).toBeLessThanOrEqual(w.high[k]);
      expect(value).toBeGreaterThanOrEqual(w.low[k]);
      expect(value).toBeLessThanOrEqual(w.high[k]);
    });
  });

  test('no rankings are refused', () => {
    expect(() => randomBaseline(wavering, { measures: ['spa'], rankings: 0 })).toThrow(/rankings must be/);
    expect(() => parityBaseline(wavering, { measure: 'spa', rankings: 0 })).toThrow(/rankings must be/);
  });
});
