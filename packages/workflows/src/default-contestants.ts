import {
  automaticMetrics,
  COMPOSITE_METRIC,
  type Dataset,
  type Registry,
  type TargetColumns,
  type Warning,
} from '@goldpan/core';
import { pearsonAgreement } from '@goldpan/evaluation';
import type { Contestant } from '@goldpan/simulation';
import { contestantsOf, type Contestants } from './contestants.js';

/** So many take part where nobody says who: among a hundred, intervals are so wide that nothing is shown of any. */
const MOST_CONTESTANTS = 12;

/** Metrics that stand in for people are all truth in turn; so many of them are worked on. */
const MOST_STAND_INS = 3;

/**
 * Who takes part where neither selectors nor metrics are named: at most twelve, on the metric that agrees best with the target and on the
 * composite of all, taken in turn from the packages that bring selectors. O(metrics · N·S log(N·S)).
 */
export function defaultContestants(
  dataset: Dataset,
  registry: Registry,
  target: TargetColumns,
): Contestants & { readonly warnings: readonly Warning[] } {
  const metrics = defaultMetrics(dataset, target);
  const { contestants, skipped } = contestantsOf(dataset, registry, { metrics });
  const possible = contestantsOf(dataset, registry, {}).contestants.length;
  const chosen = inTurn(contestants, registry).slice(0, MOST_CONTESTANTS);
  const kept = contestants.filter((contestant) => chosen.includes(contestant));
  return { contestants: kept, skipped, warnings: chosenWarning({ kept: kept.length, possible, metrics }) };
}

/** The best metric by pooled correlation with the target, and all as one; where metrics stand in for people, the first of them. */
function defaultMetrics(dataset: Dataset, { columns, standsIn }: TargetColumns): string[] {
  if (standsIn) return columns.slice(0, MOST_STAND_INS);
  const metrics = automaticMetrics(dataset).filter((name) => !columns.includes(name));
  if (metrics.length < 2) return metrics;
  const [best] = pearsonAgreement(dataset, columns[0], metrics);
  return [best.metric, COMPOSITE_METRIC];
}

/** The first selector of each package, on each metric, then the second of each, and so on. */
function inTurn(contestants: readonly Contestant[], registry: Registry): Contestant[] {
  const turnOf = (contestant: Contestant) => {
    const variant = contestants
      .filter(({ selector }) => selector === contestant.selector)
      .indexOf(contestant);
    const { plugin } = registry.plugins.find(({ plugin: { selectors = [] } }) =>
      selectors.some(({ name }) => name === contestant.selector),
    )!;
    const among = plugin.selectors!.filter(({ name }) =>
      contestants.some(({ selector }) => selector === name),
    );
    return { variant, place: among.findIndex(({ name }) => name === contestant.selector) };
  };
  const turns = new Map(contestants.map((contestant) => [contestant, turnOf(contestant)]));
  return contestants.toSorted((a, b) => {
    const [one, other] = [turns.get(a)!, turns.get(b)!];
    return one.place - other.place || one.variant - other.variant;
  });
}

function chosenWarning(of: { kept: number; possible: number; metrics: readonly string[] }): Warning[] {
  const { kept, possible, metrics } = of;
  if (possible <= kept) return [];
  const on = metrics.length === 0 ? '' : `, on ${metrics.join(' and ')}`;
  return [
    {
      code: 'CONTESTANTS_CHOSEN',
      text: `${kept} of ${possible} possible contestants take part${on}: the fewer there are, the more is shown of each. Name those that you would use (--selectors, --metrics), which is faster and sharper, or take all (--selectors all).`,
    },
  ];
}
