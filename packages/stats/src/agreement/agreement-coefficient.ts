import type { WhyUndefined } from './coefficient.js';
import { codedRatings } from './kernels/coded-ratings.js';
import { raterPairs } from './kernels/rater-pairs.js';
import { reweightedAlpha } from './kernels/reweighted-alpha.js';
import { reweightedFleiss } from './kernels/reweighted-fleiss.js';
import { reweightedOneWay, reweightedTwoWay } from './kernels/reweighted-icc.js';
import { reweightedKappa } from './kernels/reweighted-kappa.js';
import { reweightedW } from './kernels/reweighted-w.js';
import type { Reweighted } from './kernels/reweighted.js';
import type { RatingRows } from './rating-rows.js';
import type { Scale } from './scale.js';

/** The coefficients that `agreementIntervals` knows. */
export const AGREEMENT_COEFFICIENTS = [
  'alpha-nominal',
  'alpha-ordinal',
  'alpha-interval',
  'alpha-ratio',
  'icc-1-1',
  'icc-2-1',
  'icc-3-k',
  'kappa',
  'kappa-quadratic',
  'fleiss-kappa',
  'kendall-w',
] as const;

/** The name of a coefficient. */
export type AgreementCoefficient = (typeof AGREEMENT_COEFFICIENTS)[number];

/** Where ratings take more different values, differences by `ratio` would take hours. */
const MOST_LEVELS = 1000;

/** The coefficient as a function of weights of the units, or the reason why there is none. */
export function reweighted(rows: RatingRows, name: AgreementCoefficient): Reweighted | WhyUndefined {
  if (rows.raters < 2) return 'one rater';
  if (NEED_ALL.includes(name)) return ofComplete(rows, name);
  if (!hasPair(rows)) return 'no unit with two ratings';
  switch (name) {
    case 'icc-1-1':
      return reweightedOneWay(rows);
    case 'kappa':
      return reweightedKappa(raterPairs(rows), 'none');
    case 'kappa-quadratic':
      return reweightedKappa(raterPairs(rows), 'quadratic');
    case 'fleiss-kappa':
      return reweightedFleiss(codedRatings(rows));
    default:
      return ofAlpha(rows, name.slice('alpha-'.length) as Scale);
  }
}

const NEED_ALL: readonly AgreementCoefficient[] = ['icc-2-1', 'icc-3-k', 'kendall-w'];

function hasPair({ starts }: RatingRows): boolean {
  return starts.some((start, unit) => unit > 0 && start - starts[unit - 1] >= 2);
}

function ofAlpha(rows: RatingRows, scale: Scale): Reweighted | WhyUndefined {
  const coded = codedRatings(rows);
  if (scale === 'ratio' && coded.levels[0] < 0) return 'values below zero';
  if (scale === 'ratio' && coded.levels.length > MOST_LEVELS) return 'too many different values';
  return reweightedAlpha(coded, scale);
}

function ofComplete(rows: RatingRows, name: AgreementCoefficient): Reweighted | WhyUndefined {
  const { units, raters, values } = completeUnits(rows);
  if (units.length < 2) return 'too few units that all raters rated';
  const inner =
    name === 'kendall-w'
      ? reweightedW({ raters, values })
      : reweightedTwoWay({ raters, values }, name === 'icc-2-1' ? 'ICC(2,1)' : 'ICC(3,k)');
  const own = new Float64Array(units.length);
  return (weights) => {
    for (let at = 0; at < own.length; at++) own[at] = weights[units[at]];
    return inner(own);
  };
}

/** The units that every rater rated, their ratings in the order of the raters. */
function completeUnits({ raters, starts, rater, values }: RatingRows) {
  const units: number[] = [];
  for (let unit = 0; unit + 1 < starts.length; unit++)
    if (starts[unit + 1] - starts[unit] === raters) units.push(unit);
  const dense = new Float64Array(units.length * raters);
  units.forEach((unit, at) => {
    for (let j = starts[unit]; j < starts[unit + 1]; j++) dense[at * raters + rater[j]] = values[j];
  });
  return { units, raters, values: dense };
}
