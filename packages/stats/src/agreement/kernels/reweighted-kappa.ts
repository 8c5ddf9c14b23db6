import type { RaterPair } from './rater-pairs.js';
import { ratioOrNaN, type Reweighted } from './reweighted.js';

/**
 * Cohen's kappa of reweighted units; of more than two raters the mean over pairs, each as often as it has units in common.
 * Pairs whose ratings do not vary are left out. O(ratings in pairs) a call.
 */
export function reweightedKappa(pairs: readonly RaterPair[], weighting: 'none' | 'quadratic'): Reweighted {
  const each = pairs.map(weighting === 'none' ? unweighted : quadratic);
  return (weights) => {
    let [sum, units] = [0, 0];
    for (let pair = 0; pair < each.length; pair++) {
      const kappa = each[pair](weights);
      if (Number.isNaN(kappa)) continue;
      let common = 0;
      for (const unit of pairs[pair].units) common += weights[unit];
      sum += common * kappa;
      units += common;
    }
    return ratioOrNaN(sum, units);
  };
}

function unweighted({ units, first, second }: RaterPair): Reweighted {
  const places = new Map<number, number>();
  const codes = [first, second].map((ratings) =>
    Uint32Array.from(ratings, (rating) => {
      if (!places.has(rating)) places.set(rating, places.size);
      return places.get(rating)!;
    }),
  );
  const counts = [new Float64Array(places.size), new Float64Array(places.size)];
  return (weights) => {
    for (const count of counts) count.fill(0);
    let [total, equal] = [0, 0];
    for (let at = 0; at < units.length; at++) {
      const weight = weights[units[at]];
      counts[0][codes[0][at]] += weight;
      counts[1][codes[1][at]] += weight;
      total += weight;
      if (codes[0][at] === codes[1][at]) equal += weight;
    }
    let expected = 0;
    for (let level = 0; level < places.size; level++) expected += counts[0][level] * counts[1][level];
    return ratioOrNaN(equal * total - expected, total * total - expected);
  };
}

/** Squared distances need no table of categories: what chance gives follows from sums and squares. */
function quadratic({ units, first, second }: RaterPair): Reweighted {
  const centre = [...first, ...second].reduce((sum, rating) => sum + rating, 0) / (2 * units.length);
  const [a, b] = [first, second].map((ratings) => Float64Array.from(ratings, (rating) => rating - centre));
  return (weights) => {
    let [total, observed, squares, ofA, ofB] = [0, 0, 0, 0, 0];
    for (let at = 0; at < units.length; at++) {
      const weight = weights[units[at]];
      total += weight;
      observed += weight * (a[at] - b[at]) ** 2;
      squares += weight * (a[at] ** 2 + b[at] ** 2);
      ofA += weight * a[at];
      ofB += weight * b[at];
    }
    const expected = total * squares - 2 * ofA * ofB;
    return 1 - ratioOrNaN(observed * total, expected > 1e-12 * total * squares ? expected : 0);
  };
}
