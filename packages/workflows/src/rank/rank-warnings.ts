import {
  columnOfCriterion,
  DEFAULT_TARGET,
  type Dataset,
  type Estimate,
  type SystemRanking,
  type Warning,
} from '@goldpan/core';
import { LEAST_SYSTEMS } from '@goldpan/estimation';
import { criteriaOf } from '../criterion.js';
import { amountText } from './words.js';

/** Favoured systems that are named. */
const NAMED = 3;

/** What the reader of a ranking must know: what the estimate warns of, favour of metrics, missing and unjudged. */
export function rankWarnings(estimate: Estimate, ranking: SystemRanking): Warning[] {
  const { missing, unjudged, metrics } = ranking;
  return [
    ...estimate.warnings.map(({ code, text }) => ({ code, text: sentence(text) })),
    ...(missing === undefined || missing.open === 0 ? [] : [openOrders(missing)]),
    ...(unjudged.length === 0 ? [] : [notJudged(ranking)]),
    ...(metrics.weighedApart === undefined ? [] : [weighedApart(metrics.weighedApart)]),
    ...metrics.favours.slice(0, NAMED).map(favour),
  ];
}

/** That the ranking is by one column of judgements where the data has criteria beside it; undefined where it has none, or was asked. */
export function otherCriteria(
  { metrics, judgements }: Pick<Dataset, 'metrics' | 'judgements'>,
  { target, criterion }: { readonly target?: unknown; readonly criterion?: string },
): Warning | undefined {
  const others = criteriaOf({ metrics, judgements }).filter(
    (name) => columnOfCriterion(name) !== DEFAULT_TARGET,
  );
  if (target !== undefined || criterion !== undefined || !metrics.includes(DEFAULT_TARGET)) return undefined;
  if (others.length === 0) return undefined;
  const overall = others.length > 1 ? ', or overall for the mean of all' : '';
  return {
    code: 'OTHER_CRITERIA',
    text: `Ranked by ${DEFAULT_TARGET}; people also judged ${others.join(', ')}: name one of them (criterion)${overall}.`,
  };
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function openOrders({ surviving, open }: NonNullable<SystemRanking['missing']>): Warning {
  return {
    code: 'ORDERS_OPEN',
    text:
      `Were missing judgements anywhere between the 10th and the 90th percentile of how judgements lie about the mean of their system, ${open} of ` +
      `the ${open + surviving} orders of two plain means could turn round.`,
  };
}

function notJudged({ unjudged, systems, metrics }: SystemRanking): Warning {
  const names = unjudged.map(({ name }) => name).join(', ');
  const text = unjudged.every(({ predicted }) => predicted === null)
    ? `not ranked, and nothing is predicted: ${whyNot(systems.length, metrics.names.length)}`
    : 'not ranked, and what metrics would let expect is no estimate';
  return { code: 'SYSTEMS_NOT_JUDGED', text: `Nobody judged ${names}: ${text}.` };
}

function whyNot(judged: number, metrics: number): string {
  if (metrics === 0) return 'there is no metric';
  if (judged < LEAST_SYSTEMS)
    return `that takes ${LEAST_SYSTEMS} judged systems, and there ${judged === 1 ? 'is one' : `are ${judged}`}`;
  return 'the metrics do not tell the judged systems apart';
}

function weighedApart(domains: readonly string[]): Warning {
  return {
    code: 'METRICS_DIFFER_BY_DOMAIN',
    text: `In ${domains.join(', ')} the metrics say something else than elsewhere: they are weighed by themselves there.`,
  };
}

function favour({ metric, system, domain, residual }: SystemRanking['metrics']['favours'][number]): Warning {
  const where = domain === undefined ? '' : ` in ${domain}`;
  const side = residual < 0 ? 'lower' : 'higher';
  const verb = residual < 0 ? 'favours' : 'puts down';
  return {
    code: 'METRIC_FAVOURS',
    text: `${metric} ${verb} ${system}${where}: people rate it ${amountText(Math.abs(residual))} ${side} than the metric lets expect of the others.`,
  };
}
