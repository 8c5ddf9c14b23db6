import type { DomainEstimates, SystemRanking } from '@goldpan/core';
import { domainJudgements, domainMeans } from '@goldpan/estimation';
import { finiteOrNull } from '../finite-or-null.js';
import { nameOfDomain, type Estimated } from './estimated.js';
import { isPicked, within } from './scale-ends.js';

/**
 * The systems per domain, and the domain in which the leader does worst; nothing where there are not two domains with judged items. A system
 * that is judged on every item of a domain has its mean there, where the items at hand are what is spoken of: nothing is left to estimate.
 */
export function domainEstimates(made: Estimated): Pick<SystemRanking, 'domains' | 'worstDomain'> {
  const { data, estimate, order, ends, shift, run } = made;
  if (data.domains === undefined) return {};
  const alone = domainJudgements(data, estimate);
  const domains = domainMeans(data, estimate).map(({ domain, judged, values }, d): DomainEstimates => {
    const { items, counts, means, standardErrors } = alone[d];
    const whole = (system: number) => estimate.population === 'all' && counts[system] === items;
    return {
      name: nameOfDomain(domain, made),
      judged,
      estimates: order.map((system) => within(ends, whole(system) ? means[system] : values[system] + shift)),
      means: order.map((system) => finiteOrNull(means[system])),
      standardErrors: order.map((system) => (isPicked(run) ? null : finiteOrNull(standardErrors[system]))),
    };
  });
  const judged = domains.filter((domain) => domain.judged > 0);
  if (judged.length < 2) return {};
  const worst = judged.reduce((least, domain) => (domain.estimates[0] < least.estimates[0] ? domain : least));
  const differs = worst.estimates[0] < estimate.values[order[0]] + shift;
  return { domains, ...(differs && { worstDomain: worst.name }) };
}
