import type { RaterPairs } from './rater-pairs.js';
import { ratioOrNaN, type Reweighted } from './reweighted.js';

/** The kappa of one pair, by how often each of its kinds counts; NaN where its ratings do not vary. */
type PairKappa = (pair: number, weights: Float64Array) => number;

/**
 * Cohen's kappa of reweighted units; of more than two raters the mean over pairs, each as often as it has units in common.
 * Pairs whose ratings do not vary are left out. O(units in pairs) a call.
 */
export function reweightedKappa(pairs: RaterPairs, weighting: 'none' | 'quadratic'): Reweighted {
  const { kindStarts, units, kinds, first } = pairs;
  const kappaOf = weighting === 'none' ? unweighted(pairs) : quadratic(pairs);
  const own = new Float64Array(first.length);
  return (weights) => {
    own.fill(0);
    for (let at = 0; at < units.length; at++) own[kinds[at]] += weights[units[at]];
    let sum = 0;
    let common = 0;
    for (let pair = 0; pair + 1 < kindStarts.length; pair++) {
      const kappa = kappaOf(pair, own);
      if (Number.isNaN(kappa)) continue;
      let of = 0;
      for (let kind = kindStarts[pair]; kind < kindStarts[pair + 1]; kind++) of += own[kind];
      sum += of * kappa;
      common += of;
    }
    return ratioOrNaN(sum, common);
  };
}

function unweighted({ kindStarts, first, second, levels }: RaterPairs): PairKappa {
  const ofFirst = new Float64Array(levels.length);
  const ofSecond = new Float64Array(levels.length);
  return (pair, weights) => {
    const [from, to] = [kindStarts[pair], kindStarts[pair + 1]];
    let total = 0;
    let equal = 0;
    for (let kind = from; kind < to; kind++) {
      const weight = weights[kind];
      ofFirst[first[kind]] += weight;
      ofSecond[second[kind]] += weight;
      total += weight;
      if (first[kind] === second[kind]) equal += weight;
    }
    let expected = 0;
    for (let kind = from; kind < to; kind++) {
      expected += ofFirst[first[kind]] * ofSecond[first[kind]];
      // Each level counts once.
      ofFirst[first[kind]] = 0;
    }
    for (let kind = from; kind < to; kind++) ofSecond[second[kind]] = 0;
    return ratioOrNaN(equal * total - expected, total * total - expected);
  };
}

/** Squared distances need no table of categories: what chance gives follows from sums and squares. */
function quadratic(pairs: RaterPairs): PairKappa {
  const { kindStarts, first, second, levels } = pairs;
  const centres = centresOf(pairs);
  return (pair, weights) => {
    let [total, observed, squares, ofA, ofB] = [0, 0, 0, 0, 0];
    for (let kind = kindStarts[pair]; kind < kindStarts[pair + 1]; kind++) {
      const weight = weights[kind];
      const a = levels[first[kind]] - centres[pair];
      const b = levels[second[kind]] - centres[pair];
      total += weight;
      observed += weight * (a - b) ** 2;
      squares += weight * (a ** 2 + b ** 2);
      ofA += weight * a;
      ofB += weight * b;
    }
    const expected = total * squares - 2 * ofA * ofB;
    return 1 - ratioOrNaN(observed * total, expected > 1e-12 * total * squares ? expected : 0);
  };
}

/** The mean of all ratings of each pair. */
function centresOf({ kindStarts, kinds, first, second, levels }: RaterPairs): Float64Array {
  const counts = new Uint32Array(first.length);
  for (const kind of kinds) counts[kind]++;
  const centres = new Float64Array(kindStarts.length - 1);
  for (let pair = 0; pair < centres.length; pair++) {
    let [sum, units] = [0, 0];
    for (let kind = kindStarts[pair]; kind < kindStarts[pair + 1]; kind++) {
      sum += counts[kind] * (levels[first[kind]] + levels[second[kind]]);
      units += counts[kind];
    }
    centres[pair] = sum / (2 * units);
  }
  return centres;
}
