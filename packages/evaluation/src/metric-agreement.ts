import { automaticMetrics, type Dataset } from '@goldpan/core';
import { kendallTauB, mean, pearson } from '@goldpan/stats';

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
 * `metrics_correlations`. O(metrics · N·S log(N·S)).
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
  metrics: readonly string[] = automaticMetrics(dataset).filter((metric) => metric !== target),
): MetricAgreement[] {
  const truth = dataset.scores(target).values;
  const systems = dataset.systems.length;
  const agreements = metrics.map((metric): MetricAgreement => {
    const pairs = completePairs(dataset.scores(metric).values, truth, systems);
    const cells = pairs.reduce((sum, { metric: scores }) => sum + scores.length, 0);
    return { metric, cells, pooled: agreementOf(pool(pairs)), perItem: averageOf(pairs.map(agreementOf)) };
  });
  const key = ({ pooled }: MetricAgreement) => pooled.pearson ?? -Infinity;
  return agreements.sort((a, b) => (key(a) === key(b) ? 0 : key(b) - key(a)));
}

/** Scores of the same cells. */
interface ScorePairs {
  readonly metric: number[];
  readonly target: number[];
}

/** Item by item, the cells with a score of both. */
function completePairs(metric: Float64Array, target: Float64Array, systems: number): ScorePairs[] {
  return Array.from({ length: metric.length / systems }, (_, item) => {
    const pairs: ScorePairs = { metric: [], target: [] };
    for (let cell = item * systems; cell < (item + 1) * systems; cell++) {
      if (Number.isNaN(metric[cell] - target[cell])) continue;
      pairs.metric.push(metric[cell]);
      pairs.target.push(target[cell]);
    }
    return pairs;
  });
}

function pool(pairs: readonly ScorePairs[]): ScorePairs {
  return {
    metric: pairs.flatMap(({ metric }) => metric),
    target: pairs.flatMap(({ target }) => target),
  };
}

function agreementOf({ metric, target }: ScorePairs): Correlations {
  if (metric.length < 2) return { pearson: undefined, kendall: undefined };
  return {
    pearson: unlessNaN(pearson(metric, target)),
    kendall: unlessNaN(kendallTauB(metric, target)),
  };
}

/** Both correlations are defined on the same items: those where neither side is constant. */
function averageOf(agreements: readonly Correlations[]): MetricAgreement['perItem'] {
  const defined = agreements.filter((agreement) => agreement.pearson !== undefined);
  if (defined.length === 0) return { pearson: undefined, kendall: undefined, items: 0 };
  return {
    pearson: mean(defined.map((agreement) => agreement.pearson!)),
    kendall: mean(defined.map((agreement) => agreement.kendall!)),
    items: defined.length,
  };
}

function unlessNaN(correlation: number): number | undefined {
  return Number.isNaN(correlation) ? undefined : correlation;
}
