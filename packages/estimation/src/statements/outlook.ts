import { stream, type Estimate } from '@goldpan/core';
import { rootOf } from '../joint-draws.js';
import { normalDraw } from '../normal-draws.js';
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
 * estimates, and with them what would be estimated at each size. O(sizes·draws·S²).
 *
 * @param sizes - at least today's number of judged items; smaller ones count as today's
 * @param draws - default 4000
 */
export function outlook(estimate: Estimate, sizes: readonly number[], draws = 4000): OutlookPoint[] {
  return sizes.map((items) => {
    const share = Math.min(1, varianceShare(estimate, Math.max(items, estimate.judged.length)));
    return { items, ...lossAt(estimate, share, draws) };
  });
}

/** Of today's error variance a share is left: the rest becomes known before the leader is chosen. */
function lossAt({ shrunk, covariance, seed }: Estimate, share: number, draws: number) {
  const systems = shrunk.length;
  const root = rootOf(covariance, systems);
  const rng = stream(seed, 'estimation/outlook');
  const [known, left] = [Math.sqrt(1 - share), Math.sqrt(share)];
  let wrong = 0;
  let loss = 0;
  for (let draw = 0; draw < draws; draw++) {
    const first = correlated(root, systems, rng);
    const second = correlated(root, systems, rng);
    const later = shrunk.map((value, s) => value + known * first[s]);
    const truth = later.map((value, s) => value + left * second[s]);
    const regret = Math.max(...truth) - truth[later.indexOf(Math.max(...later))];
    if (regret > 0) wrong++;
    loss += regret;
  }
  return { pWrong: wrong / draws, expectedLoss: loss / draws };
}

function correlated(root: Float64Array, systems: number, rng: ReturnType<typeof stream>): Float64Array {
  const normals = Float64Array.from({ length: systems }, () => normalDraw(rng));
  return normals.map((_, s) => {
    let sum = 0;
    for (let k = 0; k <= s; k++) sum += root[s * systems + k] * normals[k];
    return sum;
  });
}
