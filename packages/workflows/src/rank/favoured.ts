import type { SystemRanking } from '@goldpan/core';
import { favouritism } from '@goldpan/estimation';
import { domainName, type Estimated } from './estimated.js';

/** Adjusted p-values below this are told of. */
const SURE = 0.05;

/** Systems that a metric treats unlike the others, most suspicious first. */
export function favoured({ data, estimate, run }: Estimated): SystemRanking['metrics']['favours'] {
  const nameOf = (domain: number) => domainName(run.dataset.domains?.[data.domains?.indexOf(domain) ?? -1]);
  return favouritism(data, estimate)
    .filter(({ pValue }) => pValue < SURE)
    .map(({ metric, domain, system, residual, pValue }) => ({
      metric,
      system: estimate.systems[system],
      ...(domain !== undefined && { domain: nameOf(domain) }),
      residual,
      p: pValue,
    }));
}
