import type { CriterionAgreement, JudgementScale } from '@goldpan/core';

/** The level of measurement at which differences on a scale count. */
export function levelOf({ kind }: JudgementScale): CriterionAgreement['measured'] {
  return LEVELS[kind];
}

const LEVELS: Readonly<Record<JudgementScale['kind'], CriterionAgreement['measured']>> = {
  numbers: 'interval',
  stars: 'ordinal',
  ordered: 'ordinal',
  categories: 'nominal',
};
