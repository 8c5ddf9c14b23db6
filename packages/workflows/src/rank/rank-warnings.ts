import {
  columnOfCriterion,
  DEFAULT_TARGET,
  type Dataset,
  type Estimate,
  type SystemRanking,
  type Warning,
} from '@goldpan/core';
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
    ...(unjudged.length === 0 ? [] : [notJudged(unjudged.map(({ name }) => name))]),
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
      `Were missing judgements as bad as the 10th percentile of a system or as good as the 90th, ${open} of the ${open + surviving} orders ` +
      'of two plain means could turn round.',
  };
}

function notJudged(names: readonly string[]): Warning {
  return {
    code: 'SYSTEMS_NOT_JUDGED',
    text: `Nobody judged ${names.join(', ')}: not ranked, and what metrics would let expect is no estimate.`,
  };
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
