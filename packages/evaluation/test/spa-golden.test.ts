import { testWithShared } from '@goldpan/testing';
import { mean, sampleStandardDeviation } from '@goldpan/stats';
import { describe, expect, test } from 'vitest';
import { curves, fullData, signFlipPValues, type FullData } from '../src/index.js';
import { spa } from '../src/measures/spa.js';
import { rankedSequence } from '../src/ranked-sequence.js';
import { goldenData } from './golden-data.js';

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);

describe('soft pairwise accuracy against the Monte-Carlo means of the reference', () => {
  test('synth_edge', () => check('synth_edge'));
  for (const name of ['s2e_web', 'wmt23_en-de_mqm']) {
    testWithShared(name, [`golden/${name}.json`, `golden/datasets/${name}.jsonl`], () => check(name));
  }
});

test('the subset that is the full data has SPA 1 exactly, where independent draws give less', () => {
  const { expected, scores, size } = goldenData('synth_edge');
  const everything = Uint32Array.from({ length: size }, (_, item) => size - 1 - item);
  for (const seed of seeds(20)) {
    const full = fullData(scores('human'), { seed });
    expect(curves(full, everything, { measures: ['spa'], sizes: [size] }).values.spa[0]).toBe(1);
  }
  expect(expected.spa.full_vs_itself.mean).toBeLessThan(0.999);
});

test('full-data p-values agree with 50,000 draws of the reference', () => {
  const { expected, scores, systems } = goldenData('synth_edge');
  const pValues = signFlipPValues(scores('human'), { permutations: 50_000 });
  systems.forEach((_, a) =>
    systems.slice(a + 1).forEach((_, below) => {
      const b = a + 1 + below;
      const p = expected.spa.full_data_pairwise_p_values_mean_of_50x1000[a][b];
      const standardError = Math.sqrt((2 * p * (1 - p)) / 50_000);
      expect(Math.abs(pValues[a * systems.length + b] - p)).toBeLessThanOrEqual(4 * standardError + 4e-5);
    }),
  );
});

function check(name: string) {
  const { expected, scores, order, size } = goldenData(name);
  const { spa, k_at_props, eval_metric_var_order_tuple: tuple } = expected;
  const human = scores('human');
  const measured = scores(tuple.metric[0]);
  // Small sets are cheap and noisy: more repetitions.
  const given = { sizes: k_at_props, repetitions: size > 200 ? 20 : 200 };
  const alone = (seed: number) => fullData(human, { seed });
  const pair = (seed: number) => fullData(human, { seed, measured });
  compare(spa.metric_var, { ...given, ranking: order('metric_var'), full: alone });
  compare(spa.random_seed0, { ...given, ranking: order('random_seed0'), full: alone });
  compare(spa.metric_var_tuple, { ...given, ranking: order('metric_var'), full: pair });
}

interface Case {
  readonly ranking: number[];
  readonly sizes: number[];
  readonly repetitions: number;
  readonly full: (seed: number) => FullData;
}

interface Reference {
  readonly mean: number[];
  readonly sd_ddof1: number[];
  readonly reps: number;
  readonly mean_of_average_over_props: number;
}

function compare(reference: Reference, { ranking, sizes, repetitions, full }: Case) {
  const shared = seeds(repetitions).map(
    (seed) => curves(full(seed), ranking, { measures: ['spa'], sizes }).values.spa,
  );
  const independent = seeds(repetitions).map((seed) =>
    independentDraws(full(seed), full(seed + 1000), { ranking, sizes }),
  );
  sizes.forEach((size, k) => {
    const atSize = independent.map((values) => values[k]);
    const itsError = reference.sd_ddof1[k] / Math.sqrt(reference.reps);
    const error = Math.hypot(itsError, sampleStandardDeviation(atSize) / Math.sqrt(repetitions));
    const off = Math.abs(mean(atSize) - reference.mean[k]);
    expect(off, `independent signs, ${size} items`).toBeLessThanOrEqual(3 * error);
    // On five items the reference's own mean is known to no better than 0.002.
    const offShared = Math.abs(mean(shared.map((values) => values[k])) - reference.mean[k]);
    expect(offShared, `shared signs, ${size} items`).toBeLessThan(Math.max(0.003, 3 * itsError));
  });
  const overall = mean(shared.map((values) => mean(values)));
  expect(Math.abs(overall - reference.mean_of_average_over_props)).toBeLessThan(0.001);
}

/** SPA with the signs of one seed for the subset and of another for the full data. */
function independentDraws(
  forSubset: FullData,
  forFull: FullData,
  { ranking, sizes }: Pick<Case, 'ranking' | 'sizes'>,
): number[] {
  const walk = forSubset.walks.subset;
  walk.start(rankedSequence(forSubset, ranking));
  return sizes.map((size) => spa.of(walk.at(size), forFull.standing));
}
