import { datasetFromItems } from '@goldpan/core';
import { expectClose, goldenItems, testWithShared } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  curves,
  evaluateSubset,
  fullData,
  metricAgreement,
  parity,
  significanceClusters,
  type FullData,
} from '../src/index.js';
import { rankedSequence } from '../src/ranked-sequence.js';
import { goldenData, joinIdentical, named } from './golden-data.js';

const closely = { absolute: 1e-9 };

describe('the deterministic numbers of the reference', () => {
  for (const name of ['synth_tiny', 'synth_edge']) {
    test(`${name}: results on all items`, () => checkFull(name));
    test(`${name}: subsets`, () => checkSubsets(name));
    test(`${name}: metric agreement`, () => checkAgreement(name));
  }
  test('synth_edge: curves and parity', () => checkParity('synth_edge'));
  for (const name of ['s2e_web', 'wmt23_en-de_mqm']) {
    const needed = [`golden/${name}.json`, `golden/datasets/${name}.jsonl`];
    testWithShared(`${name}: results on all items`, needed, () => checkFull(name));
    testWithShared(`${name}: subsets`, needed, () => checkSubsets(name));
    testWithShared(`${name}: metric agreement`, needed, () => checkAgreement(name));
    testWithShared(`${name}: curves and parity`, needed, () => checkParity(name));
  }
});

test('identical systems share a cluster, which the reference parts though its p-value is 1', () => {
  const { expected, scores, systems } = goldenData('synth_edge');
  expect(expected.full.clusters).toEqual([['sysA', 'sysB', 'sysC', 'sysD'], ['sysE'], ['sysF']]);
  expect(expected.full.cluster_pvalues[4]).toBe(1);
  const clusters = significanceClusters(scores('human'));
  expect(named(systems, clusters)).toEqual([
    ['sysA', 'sysB', 'sysC', 'sysD'],
    ['sysE', 'sysF'],
  ]);
});

function checkFull(name: string) {
  const { expected, scores, systems } = goldenData(name);
  const { full } = expected;
  checkClusters(systems, significanceClusters(scores('human')), full);
  expect([...fullData(scores('human')).standing.means]).toEqual(
    systems.map((s) => full.model_absolute_human[s]),
  );
  for (const [metric, result] of Object.entries<any>(full.by_metric)) {
    const { standing } = fullData(scores(metric));
    expect([...standing.means]).toEqual(systems.map((s) => result.model_absolute[s]));
    checkClusters(systems, standing.clusters, result);
  }
}

function checkClusters(systems: string[], clusters: FullData['standing']['clusters'], golden: any) {
  const order = golden.clusters.flat();
  expect([...clusters.order].map((s) => systems[s])).toEqual(order);
  if (golden.cluster_pvalues.length === 0) expect(clusters.count).toBe(1);
  else {
    expectClose(clusters.pValues, golden.cluster_pvalues, closely);
    expect(named(systems, clusters)).toEqual(joinIdentical(order, golden.cluster_pvalues));
  }
}

function checkSubsets(name: string) {
  const data = goldenData(name);
  const { expected, scores, order } = data;
  const human = fullData(scores('human'));
  checkRows(name, human, order('metric_var'), expected.eval_metric_var_order);
  checkRows(name, human, order('random_seed0'), expected.eval_random_seed0_order);
  const { metric, rows } = expected.eval_metric_var_order_tuple;
  const pair = fullData(scores(metric[1]), { measured: scores(metric[0]) });
  // The reference takes the clusters of a pair from its first metric on both sides.
  checkRows(name, pair, order('metric_var'), { rows }, fullData(scores(metric[0])));
}

function checkRows(name: string, full: FullData, order: number[], golden: any, forClusters = full) {
  const { systems } = goldenData(name);
  const fullTop = named(systems, forClusters.standing.clusters)[0];
  for (const row of golden.rows.filter(({ k }: any) => k > 0)) {
    const { values, means, clusters } = evaluateSubset(full, order.slice(0, row.k));
    expect([...means]).toEqual(systems.map((s) => row.model_absolute[s]));
    checkClusters(systems, clusters, { clusters: row.clusters, cluster_pvalues: row.cluster_pvalues });
    expectClose(values.kendall, row.correlation.kendall, closely);
    expectClose(values.spearman, row.correlation.spearman, closely);
    expectClose(values.pearson, row.correlation.pearson, closely);
    expectClose(values['mean-absolute-error'], row.error.absolute, closely);
    expectClose(values['mean-squared-error'], row.error.squared, closely);
    expectClose(values['root-mean-squared-error'], row.error.root_squared, closely);
    expectClose(values['pairwise-accuracy'], row.pairwise_accuracy, closely);
    expectClose(values['top-percentile'], row.top, closely);
    const identical = row.cluster_pvalues.filter((p: number) => p === 1).length;
    const top = joinIdentical(row.clusters.flat(), row.cluster_pvalues)[0];
    const subset = evaluateSubset(forClusters, order.slice(0, row.k), ['clusters', 'top-cluster-f1']);
    expect(subset.values.clusters).toBe(row.n_clusters - identical);
    expectClose(
      subset.values['top-cluster-f1'],
      name === 'synth_edge' ? f1(top, fullTop) : row.clusters_top,
      closely,
    );
  }
}

const f1 = (a: string[], b: string[]) => (2 * a.filter((s) => b.includes(s)).length) / (a.length + b.length);

function checkAgreement(name: string) {
  const { expected } = goldenData(name);
  const dataset = datasetFromItems(goldenItems(name));
  const golden = Object.entries(expected.metrics_correlations_pearson_vs_human);
  const agreement = metricAgreement(dataset, 'human');
  expect(agreement.map(({ metric }) => metric)).toEqual(golden.map(([metric]) => metric));
  expectClose(
    agreement.map(({ pooled }) => pooled.pearson!),
    golden.map(([, r]) => r as number),
    closely,
  );
}

function checkParity(name: string) {
  const { expected, scores, order } = goldenData(name);
  const full = fullData(scores('human'));
  const { clucor, k_at_props } = expected;
  clucor.random_seeds_0_9.clusters.forEach((golden: number[], seed: number) => {
    const ranking = order(`random_seed${seed}`);
    expect(partedCounts(full, ranking, k_at_props)).toEqual(golden);
    const { kendall } = curves(full, ranking, { measures: ['kendall'], sizes: k_at_props }).values;
    expectClose(kendall, clucor.random_seeds_0_9.kendall[seed], closely);
  });

  const golden = expected.parity.metric_var_curve_k5_to_N;
  const sizes = from5(full);
  const { kendall } = curves(full, order('metric_var'), { measures: ['kendall'], sizes }).values;
  expectClose(kendall, golden.kendall, closely);
  expect(partedCounts(full, order('metric_var'), sizes)).toEqual(golden.n_clusters);

  const { clus_tgt, cors_tgt, k_clu, k_cor, par_clu, par_cor } = expected.parity.eval_clucor_par_metric_var;
  const shares: number[] = expected.props;
  const goal = { measure: 'kendall', shares, targets: cors_tgt, rule: 'first' } as const;
  const found = parity(full, order('metric_var'), goal);
  expect(found.sizes.map((size) => size ?? full.size)).toEqual(k_cor);
  expectClose(found.ratio, par_cor, closely);
  checkClusterParity(full, order('metric_var'), { shares, targets: clus_tgt, sizes: k_clu, ratio: par_clu });

  const random = expected.parity.eval_clucor_par_random_seeds_from_10;
  for (let r = 0; r < random.n; r++) {
    const ranking = order(`random_seed${10 + r}`);
    expectClose(parity(full, ranking, goal).ratio, random.par_cor[r], closely);
    checkClusterParity(full, ranking, { shares, targets: clus_tgt, ratio: random.par_clu[r] });
  }
}

const from5 = (full: FullData) => Array.from({ length: full.size - 4 }, (_, k) => k + 5);

/** Cluster counts as the reference has them: one more for every pair of neighbours that never differ. */
function partedCounts(full: FullData, ranking: number[], sizes: number[]): number[] {
  const walk = full.walks.subset;
  walk.start(rankedSequence(full, ranking));
  return sizes.map((size) => {
    const { count, pValues } = walk.at(size).clusters;
    return count + pValues.filter((p) => p === 1).length;
  });
}

interface GoldenParity {
  readonly shares: number[];
  readonly targets: number[];
  readonly sizes?: number[];
  readonly ratio: number;
}

/** The reference's parity of cluster counts, and ours wherever identical systems do not come between them. */
function checkClusterParity(full: FullData, ranking: number[], golden: GoldenParity) {
  const { shares, targets } = golden;
  const sizes = from5(full);
  const parted = partedCounts(full, ranking, sizes);
  const reached = targets.map((target) => sizes[parted.findIndex((count) => count >= target)] ?? full.size);
  if (golden.sizes) expect(reached).toEqual(golden.sizes);
  const ratios = reached.map((size, k) => size / (full.size * shares[k]));
  expectClose(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length, golden.ratio, closely);

  const { clusters } = curves(full, ranking, { measures: ['clusters'], sizes }).values;
  const extra = parted.map((count, k) => count - clusters[k]);
  if (extra.every((count) => count === extra[0])) {
    const goal = {
      measure: 'clusters',
      shares,
      targets: targets.map((t) => t - extra[0]),
      rule: 'first',
    } as const;
    expectClose(parity(full, ranking, goal).ratio, golden.ratio, closely);
  }
}
