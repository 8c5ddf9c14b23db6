import type { DomainEstimates, SystemRanking } from '@goldpan/core';
import { domainMeans } from '@goldpan/estimation';
import { nameOfDomain, type Estimated } from './estimated.js';
import { within } from './scale-ends.js';

/** The systems per domain, and the domain in which the leader does worst; nothing where there are not two domains with judged items. */
export function domainEstimates(made: Estimated): Pick<SystemRanking, 'domains' | 'worstDomain'> {
  const { data, estimate, order, ends, shift } = made;
  if (data.domains === undefined) return {};
  const domains = domainMeans(data, estimate).map(({ domain, judged, values }): DomainEstimates => ({
    name: nameOfDomain(domain, made),
    judged,
    estimates: order.map((system) => within(ends, values[system] + shift)),
  }));
  const judged = domains.filter((domain) => domain.judged > 0);
  if (judged.length < 2) return {};
  const worst = judged.reduce((least, domain) => (domain.estimates[0] < least.estimates[0] ? domain : least));
  const differs = worst.estimates[0] < estimate.values[order[0]] + shift;
  return { domains, ...(differs && { worstDomain: worst.name }) };
}
