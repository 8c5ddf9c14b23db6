import type { SystemRanking } from '@goldpan/core';
import { favouritism } from '@goldpan/estimation';
import { nameOfDomain, type Estimated } from './estimated.js';

/** Adjusted p-values below this are told of. */
const SURE = 0.05;

/** Systems that a metric treats unlike the others, most suspicious first. */
export function favoured(made: Estimated): SystemRanking['metrics']['favours'] {
  const { data, estimate } = made;
  return favouritism(data, estimate)
    .filter(({ pValue }) => pValue < SURE)
    .map(({ metric, domain, system, residual, pValue }) => ({
      metric,
      system: estimate.systems[system],
      ...(domain !== undefined && { domain: nameOfDomain(domain, made) }),
      residual,
      p: pValue,
    }));
}
