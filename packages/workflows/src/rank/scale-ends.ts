import type { Estimate, JudgedData } from '@goldpan/core';
import type { RankingRun } from './ranking-run.js';

/** The least and the largest score that there can be. */
export interface ScaleEnds {
  readonly low: number;
  readonly high: number;
}

const NO_ENDS: ScaleEnds = { low: -Infinity, high: Infinity };

/**
 * The ends of the scale of the judgements: as the data declares them, or 0 and 1 where no other score was given; ±Infinity where there
 * are none, or scores lie beyond (as those of a rule that standardises raters may). Estimates and intervals, whose theory knows of no
 * ends, are cut there: no mean can lie beyond, so no interval holds less often for it. O(n·S).
 */
export function scaleEnds(
  criterion: string,
  run: RankingRun,
  { data, estimate }: { readonly data: JudgedData; readonly estimate: Pick<Estimate, 'judged'> },
): ScaleEnds {
  const { systems, values } = data.judgements;
  const every = (holds: (score: number) => boolean) =>
    estimate.judged.every((item) =>
      values
        .subarray(item * systems, (item + 1) * systems)
        .every((score) => Number.isNaN(score) || holds(score)),
    );
  const { low, high } = declaredEnds(criterion, run);
  if (every((score) => score === 0 || score === 1)) return { low: 0, high: 1 };
  return every((score) => score >= low && score <= high) ? { low, high } : NO_ENDS;
}

function declaredEnds(criterion: string, { dataset }: RankingRun): ScaleEnds {
  const { judgements, views } = dataset;
  const view = views?.get(criterion);
  const shown = judgements?.criteria.find(({ name }) => name === view?.criterion);
  if (view === undefined || view.rule === 'z-mean' || !shown?.declared) return NO_ENDS;
  const { scale } = shown;
  if (scale.kind !== 'numbers' && scale.kind !== 'stars') return NO_ENDS;
  return { low: scale.min ?? -Infinity, high: scale.max ?? Infinity };
}

/** A number that lies within the ends. */
export function within({ low, high }: ScaleEnds, value: number): number {
  return Math.min(high, Math.max(low, value));
}
