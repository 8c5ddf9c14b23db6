import { automaticMetrics, type Dataset } from '@goldpan/core';
import { kendallTauB, mean, pearson } from '@goldpan/stats';
import { pairedScores, type PairedScores } from './kernels/paired-scores.js';

/** How well a metric agrees with the target. */
export interface MetricAgreement {
  readonly metric: string;
  /** Cells with a score of both. */
  readonly cells: number;
  /** Over all such cells, items and systems pooled. Undefined where a side is constant or there are fewer than two cells. */
  readonly pooled: Correlations;
  /** Means over the items of the agreement across the systems of an item. */
  readonly perItem: Correlations & {
    /** Items on which it is defined, and the mean taken over. */
    readonly items: number;
  };
}

/** Correlations, in [-1, 1]. */
export interface Correlations {
  readonly pearson: number | undefined;
  /** Kendall's tau-b. */
  readonly kendall: number | undefined;
}

/**
 * How well each metric agrees with the target, best pooled Pearson first; ties and undefined ones keep the order of the data.
 *
 * @param metrics - default: `automaticMetrics`, every metric that is neither a human column nor the target
 * @throws UNKNOWN_METRIC
 * @remarks Cells without a score of either are left out, and the rest counted. Pooled Pearson is subset2evaluate's
 * `metrics_correlations`. O(metrics · N·S log(N·S)); `pearsonAgreement` leaves out Kendall, which takes most of the time.
 *
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { metricAgreement } from '@goldpan/evaluation';
 *
 * const item = (human: number, bleu: number) => ({ human, bleu });
 * const dataset = datasetFromItems([
 *   { scores: { A: item(1, 10), B: item(2, 20) } },
 *   { scores: { A: item(4, 40), B: item(3, 30) } },
 * ]);
 * metricAgreement(dataset, 'human').map(({ metric, cells, perItem }) => [metric, cells, perItem.kendall]); // → [['bleu', 4, 1]]
 * ```
 */
export function metricAgreement(
  dataset: Dataset,
  target: string,
  metrics: readonly string[] = metricsBeside(dataset, target),
): MetricAgreement[] {
  const truth = dataset.scores(target).values;
  return pearsonAgreement(dataset, target, metrics).map(({ metric, cells, pooled, perItem, items }) => {
    const kendall = correlationsBy(kendallTauB, pairedScores(dataset.scores(metric), truth));
    return {
      metric,
      cells,
      pooled: { pearson: pooled, kendall: kendall.pooled },
      // Both are defined on the same items: those where neither side is constant.
      perItem: { pearson: perItem, kendall: kendall.perItem, items },
    };
  });
}

/** How well a metric agrees with the target by Pearson's correlation; the parts are as in `MetricAgreement`. */
export interface PearsonAgreement {
  readonly metric: string;
  readonly cells: number;
  readonly pooled: number | undefined;
  readonly perItem: number | undefined;
  readonly items: number;
}

/**
 * `metricAgreement` by Pearson's correlation alone, for data of many items.
 *
 * @param metrics - as there
 * @throws UNKNOWN_METRIC
 * @remarks O(metrics · N·S).
 *
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { pearsonAgreement } from '@goldpan/evaluation';
 *
 * const dataset = datasetFromItems([{ scores: { A: { human: 1, bleu: 10 }, B: { human: 2, bleu: 20 } } }]);
 * pearsonAgreement(dataset, 'human'); // → [{ metric: 'bleu', cells: 2, pooled: 1, perItem: 1, items: 1 }]
 * ```
 */
export function pearsonAgreement(
  dataset: Dataset,
  target: string,
  metrics: readonly string[] = metricsBeside(dataset, target),
): PearsonAgreement[] {
  const truth = dataset.scores(target).values;
  const agreements = metrics.map((metric): PearsonAgreement => {
    const pairs = pairedScores(dataset.scores(metric), truth);
    return { metric, cells: pairs.first.length, ...correlationsBy(pearson, pairs) };
  });
  const key = ({ pooled }: PearsonAgreement) => pooled ?? -Infinity;
  return agreements.sort((a, b) => (key(a) === key(b) ? 0 : key(b) - key(a)));
}

function metricsBeside(dataset: Dataset, target: string): string[] {
  return automaticMetrics(dataset).filter((metric) => metric !== target);
}

/** Over all cells, and the mean over the items on which it is defined. */
function correlationsBy(
  correlation: (a: Float64Array, b: Float64Array) => number,
  { first, second, starts }: PairedScores,
): Pick<PearsonAgreement, 'pooled' | 'perItem' | 'items'> {
  const between = (start: number, end: number) =>
    end - start < 2 ? NaN : correlation(first.subarray(start, end), second.subarray(start, end));
  const ofItems = new Float64Array(starts.length - 1);
  for (let item = 0; item < ofItems.length; item++) ofItems[item] = between(starts[item], starts[item + 1]);
  const defined = ofItems.filter((value) => !Number.isNaN(value));
  const pooled = between(0, first.length);
  return {
    pooled: Number.isNaN(pooled) ? undefined : pooled,
    perItem: defined.length === 0 ? undefined : mean(defined),
    items: defined.length,
  };
}
