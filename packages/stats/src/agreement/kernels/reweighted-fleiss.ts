import { countLevels, varies, type CodedRatings } from './coded-ratings.js';
import { ratioOrNaN, type Reweighted } from './reweighted.js';

/** Fleiss' kappa of reweighted units. O(ratings) a call. */
export function reweightedFleiss(coded: CodedRatings): Reweighted {
  const { starts, codes } = coded;
  const counts = new Float64Array(coded.levels.length);
  const agreeing = Float64Array.from({ length: starts.length - 1 }, (_, unit) =>
    agreeingShare(codes.subarray(starts[unit], starts[unit + 1])),
  );
  return (weights) => {
    const total = countLevels(coded, weights, counts);
    let [observed, units] = [0, 0];
    for (let unit = 0; unit < agreeing.length; unit++) {
      if (starts[unit + 1] - starts[unit] < 2) continue;
      observed += weights[unit] * agreeing[unit];
      units += weights[unit];
    }
    const expected = counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
    return varies(counts) ? ratioOrNaN(observed / units - expected, 1 - expected) : NaN;
  };
}

/** The share of pairs of ratings that are equal. */
function agreeingShare(codes: Uint32Array): number {
  if (codes.length < 2) return 0;
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  let equal = 0;
  for (const count of counts.values()) equal += count * (count - 1);
  return equal / (codes.length * (codes.length - 1));
}
