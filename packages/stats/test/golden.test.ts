import { expectClose, golden, goldenItems, testWithShared } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  averageRanks,
  confidenceInterval,
  kendallTauB,
  kendallTauC,
  mean,
  minMaxNormalise,
  pearson,
  populationVariance,
  signedRanks,
  signedRankPValue,
  spearman,
  wilcoxonSignedRank,
} from '../src/index.js';

const unit = golden('unit');
const exactly = { absolute: 1e-12 };
/** SciPy 1.15.3's own t quantiles are only this close to the truth (1.17.1 has them to 1e-15). */
const asScipysT = { relative: 1e-10 };

describe('the numbers of SciPy 1.15.3', () => {
  test('Wilcoxon signed-rank: 69 vectors over all branches', () => {
    expect(unit.wilcoxon).toHaveLength(69);
    const methods = new Set<string>();
    for (const { d, r_plus, p_less, p_greater } of unit.wilcoxon) {
      const result = wilcoxonSignedRank(d);
      expect(result.statistic).toBe(r_plus);
      expectClose(result.pValue, p_less, exactly);
      expectClose(wilcoxonSignedRank(d.map((x: number) => -x)).pValue, p_greater, exactly);
      expect(signedRankPValue(signedRanks(d))).toBe(result.pValue);
      methods.add(result.method);
    }
    expect([...methods].sort()).toEqual(['exact', 'normal', 'permutation']);
  });

  test('rank and product-moment correlations: 63 pairs of vectors', () => {
    expect(unit.correlations).toHaveLength(63);
    for (const { x, y, tau_b, tau_c, spearman: rho, pearson: r, rank_average_x } of unit.correlations) {
      expectClose(averageRanks(x), rank_average_x, exactly);
      // JSON null: not defined, one side is constant
      expectClose(kendallTauB(x, y), tau_b ?? NaN, exactly);
      expectClose(kendallTauC(x, y), tau_c ?? NaN, exactly);
      expectClose(spearman(x, y), rho ?? NaN, exactly);
      expectClose(pearson(x, y), r ?? NaN, exactly);
    }
  });

  test('t intervals for single values', () => {
    for (const { values, confidence, interval } of unit.t_interval) {
      const { low, high, level } = confidenceInterval(values, { level: confidence, of: 'value' });
      expectClose([low, high], interval, asScipysT);
      expect(level).toBe(confidence);
    }
  });
});

for (const name of ['synth_tiny', 'synth_edge']) describe(name, () => checkUtilities(name));
for (const name of ['s2e_web', 'wmt23_en-de_mqm']) {
  testWithShared(`${name} gives numpy's numbers bit for bit`, [`golden/${name}.json`], () => checkBits(name));
}

function checkUtilities(name: string) {
  test("means and variances are numpy's bit for bit", () => checkBits(name));

  test('min-max normalisation and the interval of the first system', () => {
    const { systems, utils } = golden(name);
    const items = goldenItems(name);
    const metrics = Object.keys(items[0].scores[systems[0]]);
    for (const metric of metrics) {
      const cells = items.flatMap((item) => systems.map((s: string) => item.scores[s][metric] ?? NaN));
      const expected = utils.minmax_normalize_first_3_items.flatMap((item: any) =>
        systems.map((s: string) => item[s][metric] ?? NaN),
      );
      expectClose(minMaxNormalise(cells).slice(0, expected.length), expected, exactly);
    }
    const first = items.map((item) => item.scores[systems[0]].human);
    const { low, high } = confidenceInterval(first, { level: 0.95, of: 'value' });
    expectClose([low, high], utils.confidence_interval_human_first_system, asScipysT);
  });
}

function checkBits(name: string) {
  const { systems, full, methods } = golden(name);
  const items = goldenItems(name);
  for (const [metric, utilities] of Object.entries<number[]>(methods.metric_var)) {
    const matrix = Float64Array.from(
      items.flatMap((item) => systems.map((s: string) => item.scores[s][metric])),
    );
    const rows = items.map((_, i) => ({ offset: i * systems.length, length: systems.length }));
    expect(rows.map((row) => populationVariance(matrix, row))).toEqual(utilities);
    expect(rows.map((row) => -mean(matrix, row))).toEqual(methods.metric_avg[metric]);
    const means = metric === 'human' ? full.model_absolute_human : full.by_metric[metric].model_absolute;
    systems.forEach((system: string, offset: number) =>
      expect(mean(matrix, { offset, stride: systems.length })).toBe(means[system]),
    );
  }
}
