import {
  columnsNamed,
  completeScores,
  DEFAULT_TARGET,
  runSelector,
  tooFewSystems,
  utilitiesOfRanking,
  type Dataset,
  type Registry,
  type RunOptions,
  type Selector,
} from '@goldpan/core';
import { populationVariance } from '@goldpan/stats';
import { absentCriterion, withCriterionAsTarget, type CriterionChoice } from './criterion.js';
import { noTarget, noUtilities } from './errors.js';
import { selectorOptions, type SelectorSettings } from './selector-options.js';

/** The name under which the variance of a target's own scores can be learned. */
export const TARGET_VARIANCE = 'target-variance';

/** How useful past items turned out to be, by one definition. */
export interface PastUtilities {
  /** In words, for the model that learns it. */
  readonly text: string;
  /** The score columns it reads: those of which a missing cell matters. */
  metrics(dataset: Dataset): readonly string[];
  /** One number per item, higher = judge it sooner. */
  of(dataset: Dataset, run: RunOptions): Promise<Float64Array>;
}

/** What is to be learned. */
export interface UtilityQuestion extends SelectorSettings, CriterionChoice {
  /** The name of a selector, or `TARGET_VARIANCE`. */
  readonly utility: string;
  readonly target?: string;
}

/**
 * What there is to learn: the utilities of a selector, its ranks where it only ranks, or the variance over systems of the
 * target's scores.
 *
 * @throws UNKNOWN_SELECTOR, NO_UTILITIES for a selector that needs a budget, and what its options throw
 */
export async function pastUtilities(
  asked: UtilityQuestion,
  { registry, folder }: { registry: Registry; folder: string },
): Promise<PastUtilities> {
  const {
    utility,
    criterion,
    target = DEFAULT_TARGET,
    metric,
    options: given = {},
  } = withCriterionAsTarget(asked);
  if (utility === TARGET_VARIANCE) {
    return {
      text: `variance over systems of ${target}`,
      metrics: () => [target],
      async of(dataset) {
        if (criterion !== undefined && !dataset.metrics.includes(target))
          throw absentCriterion(dataset, criterion);
        return targetVariance(dataset, target);
      },
    };
  }
  const selector = registry.selector(utility);
  if (selector.needs.includes('budget')) throw noUtilities(utility);
  const options = await selectorOptions(selector, asked, { registry, folder });
  const typed = Object.entries(given)
    .map(([name, value]) => ` ${name}=${value}`)
    .join('');
  return {
    text: `${utility}${metric === undefined ? '' : ` of ${metric}`}${typed}`,
    metrics: (dataset) => columnsNamed({ selector, options }, dataset, registry),
    of: (dataset, run) => selectorUtilities(selector, dataset, { ...run, options, registry }),
  };
}

async function selectorUtilities(
  selector: Selector,
  dataset: Dataset,
  run: RunOptions,
): Promise<Float64Array> {
  const { utilities, ranking } = await runSelector(selector, dataset, run);
  return utilities ?? utilitiesOfRanking(ranking);
}

/** @throws NO_TARGET, MISSING_SCORES, TOO_FEW_SYSTEMS */
function targetVariance(dataset: Dataset, target: string): Float64Array {
  if (!dataset.metrics.includes(target)) throw noTarget(target, dataset.metrics);
  const { items, systems, values } = completeScores(dataset, target);
  if (systems < 2) throw tooFewSystems('a variance over systems', systems, 2);
  return Float64Array.from({ length: items }, (_, item) =>
    populationVariance(values, { offset: item * systems, length: systems }),
  );
}
