import type { Dataset, ScoreMatrix, Warning } from '@goldpan/core';
import { skewness } from '@goldpan/stats';
import { presentScores } from '../present-scores.js';

/** Where the rule asks for no more judged items than this, it is met soon. */
const FEW = 100;

/** Fewer scores say too little of a tail. */
const LEAST = 20;

/**
 * Warns where scores of the target have a long tail, as counts of severe errors have: intervals of means then hold later than usual.
 * By Cochran's rule they do from 25·G₁² items on, G₁ the skewness of a system's scores. O(N·S).
 *
 * @remarks W. G. Cochran, Sampling Techniques (1977), section 2.15.
 */
export function skewedScores(dataset: Dataset, target: string): Warning | undefined {
  if (!dataset.metrics.includes(target)) return undefined;
  const scores = dataset.scores(target);
  const known = dataset.systems
    .map((name, system) => ({ name, skew: skewnessOf(scores, system) }))
    .filter(({ skew }) => skew !== undefined);
  if (known.length === 0) return undefined;
  const most = known.reduce((a, b) => (Math.abs(b.skew!) > Math.abs(a.skew!) ? b : a));
  const items = Math.ceil(25 * most.skew! ** 2);
  if (items <= FEW) return undefined;
  return {
    code: 'SKEWED_SCORES',
    text:
      `Scores of ${target} have a long tail (skewness ${most.skew!.toFixed(1).replace('-', '−')} for system ${most.name}): a few items decide its mean. ` +
      `By Cochran’s rule, intervals of its mean hold from about ${items} judged items on; with fewer, take them as too narrow.`,
  };
}

/** Of one system's scores; undefined where there are too few, or all are equal. */
function skewnessOf(scores: ScoreMatrix, system: number): number | undefined {
  const own = presentScores(scores, system);
  const skew = own.length < LEAST ? NaN : skewness(own);
  return Number.isNaN(skew) ? undefined : skew;
}
