import { DEFAULT_TARGET, type Dataset, type TargetColumns } from '@goldpan/core';
import { absentCriterion, withCriterionAsTarget, type CriterionChoice } from './criterion.js';
import { noTarget } from './errors.js';

/** What is asked to count as truth. */
export interface TargetQuestion extends CriterionChoice {
  /** The name of a score column; default: people's scores, or what stands in for them. */
  readonly target?: string;
  /** Metrics that count as truth where no column is named and the data has no scores of people. */
  readonly standIns?: readonly string[];
}

/**
 * What counts as truth: the column that is named, else people's scores, else the metrics that stand in for them.
 *
 * @throws NO_TARGET where the data has none of these, UNKNOWN_CRITERION
 *
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { targetOf } from '@goldpan/workflows';
 *
 * const judged = datasetFromItems([{ scores: { A: { human: 3, chrF: 0.4 } } }]);
 * targetOf(judged, {}); // → { columns: ['human'], standsIn: false }
 * const unjudged = datasetFromItems([{ scores: { A: { chrF: 0.4 } } }]);
 * targetOf(unjudged, { standIns: ['chrF'] }); // → { columns: ['chrF'], standsIn: true }
 * ```
 */
export function targetOf(dataset: Dataset, question: TargetQuestion): TargetColumns {
  const { metrics } = dataset;
  const { target, standIns = [] } = withCriterionAsTarget(question);
  const wanted = target ?? DEFAULT_TARGET;
  if (metrics.includes(wanted)) return { columns: [wanted], standsIn: false };
  if (question.criterion !== undefined) throw absentCriterion(dataset, question.criterion);
  const absent = standIns.find((metric) => !metrics.includes(metric));
  if (absent !== undefined) throw noTarget(absent, metrics);
  if (target !== undefined || standIns.length === 0) throw noTarget(wanted, metrics);
  return { columns: standIns, standsIn: true };
}
