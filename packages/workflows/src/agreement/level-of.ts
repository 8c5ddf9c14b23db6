import type { JudgementScale } from '@goldpan/core';
import type { Scale } from '@goldpan/stats';

/** The level of measurement at which differences on a scale count. */
export function levelOf({ kind }: JudgementScale): Scale {
  return LEVELS[kind];
}

const LEVELS: Readonly<Record<JudgementScale['kind'], Scale>> = {
  numbers: 'interval',
  stars: 'ordinal',
  ordered: 'ordinal',
  categories: 'nominal',
};
