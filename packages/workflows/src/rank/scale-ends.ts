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
 * are none, or scores lie beyond (as those of a rule that standardises raters may). Where items were picked, the least and the largest
 * judgement: what the metrics say beyond them, nobody saw. Estimates and intervals, whose theory knows of no
 * ends, are cut there: no mean can lie beyond, so no interval holds less often for it. O(n·S).
 */
export function scaleEnds(
  criterion: string,
  run: RankingRun,
  { data, estimate }: { readonly data: JudgedData; readonly estimate: Pick<Estimate, 'judged'> },
): ScaleEnds {
  const scores = scoresOf(data, estimate);
  const given: ScaleEnds = { low: least(scores), high: largest(scores) };
  if (scores.every((score) => score === 0 || score === 1)) return { low: 0, high: 1 };
  if (isPicked(run)) return given;
  const { low, high } = declaredEnds(criterion, run);
  return given.low >= low && given.high <= high ? { low, high } : NO_ENDS;
}

/** Whether a selector chose the judged items: the model then says what the others are like. */
export function isPicked({ design }: Pick<RankingRun, 'design'>): boolean {
  return design.description.kind === 'picked';
}

/** All judgements that there are. O(n·S). */
export function scoresOf(
  { judgements: { systems, values } }: JudgedData,
  { judged }: Pick<Estimate, 'judged'>,
): readonly number[] {
  return Array.from(judged).flatMap((item) =>
    Array.from(values.subarray(item * systems, (item + 1) * systems)).filter((score) => !Number.isNaN(score)),
  );
}

export const least = (scores: readonly number[]) =>
  scores.reduce((low, score) => Math.min(low, score), Infinity);
export const largest = (scores: readonly number[]) =>
  scores.reduce((high, score) => Math.max(high, score), -Infinity);

function declaredEnds(criterion: string, { dataset }: RankingRun): ScaleEnds {
  const { judgements, views } = dataset;
  const view = views?.get(criterion);
  const shown = judgements?.criteria.find(({ name }) => name === view?.criterion);
  if (view === undefined || view.rule === 'z-mean' || !shown?.declared) return NO_ENDS;
  const { scale } = shown;
  if (scale.kind !== 'numbers' && scale.kind !== 'stars') return NO_ENDS;
  return { low: scale.min ?? -Infinity, high: scale.max ?? Infinity };
}

/** The least common shift that brings numbers within the ends and leaves their differences; 0 where they lie too far apart. */
export function shiftWithin({ low, high }: ScaleEnds, values: ArrayLike<number>): number {
  const [first, last] = [least(Array.from(values)), largest(Array.from(values))];
  if (last - first > high - low) return 0;
  return Math.max(low - first, 0) + Math.min(high - last, 0);
}

/** A number that lies within the ends. */
export function within({ low, high }: ScaleEnds, value: number): number {
  return Math.min(high, Math.max(low, value));
}
