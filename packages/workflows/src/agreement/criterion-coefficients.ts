import {
  stream,
  type AgreementCoefficientResult,
  type Criterion,
  type CriterionAgreement,
} from '@goldpan/core';
import {
  AGREEMENT_COEFFICIENTS,
  agreementIntervals,
  type AgreementCoefficient,
  type RatingRows,
} from '@goldpan/stats';
import { finiteOrNull } from '../finite-or-null.js';
import { levelOf } from './level-of.js';

/** How intervals are found. */
export interface IntervalSettings {
  /** The unit of each cell: cells of a unit are drawn together. */
  readonly clusters: ArrayLike<number>;
  readonly replicates: number;
  readonly level: number;
  readonly seed: number;
}

type Coefficients = Pick<CriterionAgreement, 'measured' | 'alpha' | 'alphas' | 'icc' | 'kappa' | 'kendallW'>;

/** Coefficients that mean something where values are names without an order. */
const OF_NAMES: readonly AgreementCoefficient[] = ['alpha-nominal', 'kappa', 'fleiss-kappa'];

/** All coefficients of a criterion, each with its interval or the reason why it is not defined. */
export function criterionCoefficients(
  rows: RatingRows,
  { scale }: Criterion,
  settings: IntervalSettings,
): Coefficients {
  const names = scale.kind === 'categories' ? OF_NAMES : AGREEMENT_COEFFICIENTS;
  const found = agreementIntervals(countedRows(rows, scale), names, intervalOptions(settings));
  const of = (name: AgreementCoefficient): AgreementCoefficientResult => {
    const at = names.indexOf(name);
    if (at < 0)
      return {
        value: null,
        low: null,
        high: null,
        level: settings.level,
        reason: 'categories have no order',
      };
    const { value, low, high, level, reason } = found[at];
    const [mid, ...ends] = [value, low, high].map(finiteOrNull);
    return { value: mid, low: ends[0], high: ends[1], level, ...(reason !== undefined && { reason }) };
  };
  const measured = levelOf(scale);
  return {
    measured,
    alpha: of(`alpha-${measured}`),
    alphas: {
      nominal: of('alpha-nominal'),
      ordinal: of('alpha-ordinal'),
      interval: of('alpha-interval'),
      ratio: of('alpha-ratio'),
    },
    icc: { '1,1': of('icc-1-1'), '2,1': of('icc-2-1'), '3,k': of('icc-3-k') },
    kappa: { cohen: of('kappa'), quadratic: of('kappa-quadratic'), fleiss: of('fleiss-kappa') },
    kendallW: of('kendall-w'),
  };
}

/** Levels of an ordered scale count 1, 2, 3, as in scores; proportions depend on it. */
function countedRows(rows: RatingRows, { kind }: Criterion['scale']): RatingRows {
  return kind === 'ordered' ? { ...rows, values: rows.values.map((level) => level + 1) } : rows;
}

/** Settings as the coefficients take them. */
export function intervalOptions({ clusters, replicates, level, seed }: IntervalSettings) {
  return {
    clusters,
    replicates,
    level,
    streams: (replicate: number) => stream(seed, 'agreement', replicate),
  };
}
