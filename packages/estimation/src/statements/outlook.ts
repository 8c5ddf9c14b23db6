import { stream, type Estimate } from '@goldpan/core';
import { jointNormals, spreadOfRanks, studentStretch } from '../joint-draws.js';
import { varianceShare } from './how-many-more.js';

/** What choosing the leader would be worth at a number of judged items. */
export interface OutlookPoint {
  readonly items: number;
  /** Probability that the leader at that size is not the best. */
  readonly pWrong: number;
  /** Expected distance of that leader's mean from the best mean. */
  readonly expectedLoss: number;
}

/**
 * P(wrong winner) and expected loss at growing numbers of judged items, today's judgements kept: true means are drawn around the shrunk
 * estimates, and with them what would be estimated at each size. O(draws·(S² + sizes·S)).
 *
 * @param sizes - at least today's number of judged items; smaller ones count as today's
 * @param draws - default 4000
 */
export function outlook(estimate: Estimate, sizes: readonly number[], draws = 4000): OutlookPoint[] {
  const shares = sizes.map((items) =>
    Math.min(1, varianceShare(estimate, Math.max(items, estimate.judged.length))),
  );
  const wrong = new Uint32Array(sizes.length);
  const loss = new Float64Array(sizes.length);
  eachTwoDraws(estimate, draws, (first, second) => {
    shares.forEach((share, k) => {
      const regret = regretOf(estimate.shrunk, { share, first, second });
      if (regret > 0) wrong[k]++;
      loss[k] += regret;
    });
  });
  return sizes.map((items, k) => ({ items, pWrong: wrong[k] / draws, expectedLoss: loss[k] / draws }));
}

/** Visits pairs of errors with the spread of today's estimates (Student's tails, as `rankProbabilities`), in the same two arrays. */
function eachTwoDraws(
  estimate: Estimate,
  draws: number,
  visit: (first: Float64Array, second: Float64Array) => void,
): void {
  const spread = spreadOfRanks(estimate);
  const rng = stream(estimate.seed, 'estimation/outlook');
  const drawNormal = jointNormals(spread);
  const stretch = studentStretch(spread.degreesOfFreedom);
  const [first, second] = [0, 1].map(() => new Float64Array(spread.systems.length));
  for (let draw = 0; draw < draws; draw++) {
    const stretches = stretch(rng);
    for (const errors of [first, second]) {
      drawNormal(rng, errors);
      for (let s = 0; s < errors.length; s++) errors[s] *= stretches[s];
    }
    visit(first, second);
  }
}

/** Of today's error variance a share is left: the rest becomes known before the leader is chosen. What that leader lacks to the best. */
function regretOf(
  shrunk: Float64Array,
  { share, first, second }: { share: number; first: Float64Array; second: Float64Array },
): number {
  const [known, left] = [Math.sqrt(1 - share), Math.sqrt(share)];
  let [leader, chosen, best] = [-Infinity, 0, -Infinity];
  for (let s = 0; s < shrunk.length; s++) {
    const later = shrunk[s] + known * first[s];
    const truth = later + left * second[s];
    if (later > leader) [leader, chosen] = [later, truth];
    if (truth > best) best = truth;
  }
  return best - chosen;
}
