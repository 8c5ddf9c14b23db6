import type { WhyUndefined } from './coefficient.js';
import { codedRatings, type CodedRatings } from './kernels/coded-ratings.js';
import { raterPairs } from './kernels/rater-pairs.js';
import { reweightedAlpha } from './kernels/reweighted-alpha.js';
import { reweightedFleiss } from './kernels/reweighted-fleiss.js';
import { reweightedOneWay, reweightedTwoWay } from './kernels/reweighted-icc.js';
import { reweightedKappa } from './kernels/reweighted-kappa.js';
import { reweightedW } from './kernels/reweighted-w.js';
import type { Reweighted } from './kernels/reweighted.js';
import { byKind, unitKinds, type UnitKinds } from './kernels/unit-kinds.js';
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

/** The coefficients of some ratings. */
export type Coefficients = (name: AgreementCoefficient) => Reweighted | WhyUndefined;

/** Each coefficient as a function of weights of the units, or the reason why there is none. What several need is computed once. */
export function reweighted(rows: RatingRows): Coefficients {
  const coded = once(() => codedRatings(rows));
  const kinds = once(() => unitKinds(coded()));
  const pairs = once(() => raterPairs(rows));
  const complete = once(() => completeUnits(rows, coded()));
  return (name) => {
    if (rows.raters < 2) return 'one rater';
    if (NEED_ALL.includes(name)) return ofComplete(complete(), rows.raters, name);
    if (!hasPair(rows)) return 'no unit with two ratings';
    switch (name) {
      case 'kappa':
        return reweightedKappa(pairs(), 'none');
      case 'kappa-quadratic':
        return reweightedKappa(pairs(), 'quadratic');
      default:
        return reweightedKinds(kinds(), name);
    }
  };
}

/** Whether a coefficient depends on the ratings of units alone, not on who gave them. */
export function isOfKinds(name: AgreementCoefficient): boolean {
  return !NEED_ALL.includes(name) && !name.startsWith('kappa');
}

const NEED_ALL: readonly AgreementCoefficient[] = ['icc-2-1', 'icc-3-k', 'kendall-w'];

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function hasPair({ starts }: Pick<RatingRows, 'starts'>): boolean {
  return starts.some((start, unit) => unit > 0 && start - starts[unit - 1] >= 2);
}

/** Such a coefficient by the kinds of the units. */
export function reweightedKinds(kinds: UnitKinds, name: AgreementCoefficient): Reweighted | WhyUndefined {
  const { coded } = kinds;
  if (name === 'icc-1-1') return byKind(reweightedOneWay(ratingsOf(coded)), kinds);
  if (name === 'fleiss-kappa') return byKind(reweightedFleiss(coded), kinds);
  const scale = name.slice('alpha-'.length) as Scale;
  if (scale === 'ratio' && coded.levels[0] < 0) return 'values below zero';
  if (scale === 'ratio' && coded.levels.length > MOST_LEVELS) return 'too many different values';
  return byKind(reweightedAlpha(coded, scale), kinds);
}

function ofComplete(
  { units, kinds }: CompleteUnits,
  raters: number,
  name: AgreementCoefficient,
): Reweighted | WhyUndefined {
  if (units.length < 2) return 'too few units that all raters rated';
  const { values } = ratingsOf(kinds.coded);
  const inner = byKind(
    name === 'kendall-w'
      ? reweightedW({ raters, values })
      : reweightedTwoWay({ raters, values }, name === 'icc-2-1' ? 'ICC(2,1)' : 'ICC(3,k)'),
    kinds,
  );
  const own = new Float64Array(units.length);
  return (weights) => {
    for (let at = 0; at < own.length; at++) own[at] = weights[units[at]];
    return inner(own);
  };
}

/** Units that every rater rated, and their kinds, of which the ratings are in the order of the raters. */
interface CompleteUnits {
  readonly units: readonly number[];
  readonly kinds: UnitKinds;
}

function completeUnits(
  { raters, starts, rater }: RatingRows,
  { codes, levels }: CodedRatings,
): CompleteUnits {
  const units: number[] = [];
  for (let unit = 0; unit + 1 < starts.length; unit++)
    if (starts[unit + 1] - starts[unit] === raters) units.push(unit);
  const dense = new Uint32Array(units.length * raters);
  units.forEach((unit, at) => {
    for (let j = starts[unit]; j < starts[unit + 1]; j++) dense[at * raters + rater[j]] = codes[j];
  });
  const rows = Uint32Array.from({ length: units.length + 1 }, (_, at) => at * raters);
  return { units, kinds: unitKinds({ starts: rows, codes: dense, levels }, true) };
}

function ratingsOf({ starts, codes, levels }: CodedRatings) {
  return { starts, values: Float64Array.from(codes, (code) => levels[code]) };
}
