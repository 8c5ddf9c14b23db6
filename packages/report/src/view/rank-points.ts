import type { RankDocument, SystemRanking } from '@goldpan/core';
import { formatAlone, formatCount, formatGain, formatShare, measureFormat } from '../format/numbers.js';
import { counted } from './facts.js';
import type { Points } from './points.js';

/** Items that are named one by one. */
const NAMED = 3;

/** What the ranking rests on, in sentences. */
export function rankPoints(ranking: SystemRanking, result: RankDocument): Points {
  return {
    kind: 'points',
    name: 'rests-on',
    title: 'What it rests on',
    points: [
      ...metricPoint(ranking, result),
      ...orderPoint(ranking),
      ...carryingPoint(ranking),
      ...domainPoint(ranking),
      ...missingPoint(ranking),
      ...detectablePoint(ranking),
    ],
  };
}

function metricPoint({ judged, metrics }: SystemRanking, { data, design }: RankDocument): readonly string[] {
  // Of picked items nothing tells how many drawn ones they are worth.
  if (design.kind === 'picked' || metrics.names.length === 0 || judged.items >= data.items) return [];
  const worth = Math.round(metrics.effectiveItems);
  if (metrics.weight === 0 && metrics.weighedApart === undefined)
    return [`The metrics add nothing to ${counted(judged.items, 'judged item')}: estimates are plain means.`];
  if (worth <= judged.items)
    return [`The metrics add hardly anything to ${counted(judged.items, 'judged item')}.`];
  return [`With the metrics, ${counted(judged.items, 'judged item')} are worth ${formatCount(worth)}.`];
}

function orderPoint({ order }: SystemRanking): readonly string[] {
  if (order === undefined) return [];
  const { a, b, difference, itemsThatTurn, documentsThatTurn, ratersThatTurn } = order;
  if (difference < 0)
    return [
      `The estimates put ${b} before ${a} (by ${formatAlone(-difference)}); the best guess, which leans on what metrics say of all systems, puts ${a} first.`,
    ];
  if (difference === 0) return [`The estimates of ${a} and ${b} are the same: neither is before the other.`];
  const checks = [
    { kind: 'item', names: itemsThatTurn },
    { kind: 'document', names: documentsThatTurn },
    { kind: 'rater', names: ratersThatTurn },
  ].flatMap(({ kind, names }) => (names === undefined ? [] : [{ kind, names }]));
  const turning = checks.map(({ kind, names }) => thatTurn(kind, names)).filter((part) => part !== undefined);
  const kinds = oneOf(checks.map(({ kind }) => kind));
  const text =
    turning.length === 0
      ? `survives without any one ${kinds}`
      : `does not survive without ${turning.join(', or without ')}`;
  return [`The order of ${a} before ${b} (${formatGain(difference, formatAlone)}) ${text}.`];
}

/** `item`, `item or rater`, `item, document or rater`. */
function oneOf(kinds: readonly string[]): string {
  const last = kinds.length - 1;
  return last === 0 ? kinds[0] : `${kinds.slice(0, last).join(', ')} or ${kinds[last]}`;
}

function carryingPoint({ carrying, order }: SystemRanking): readonly string[] {
  if (order === undefined || carrying.length === 0) return [];
  const amount = measureFormat(carrying.map(({ effect }) => effect));
  const items = carrying.map(({ id, effect }) => `${id} (${formatGain(effect, amount)})`).join(', ');
  return [`What speaks most for ${order.a} (+) or ${order.b} (-), item by item: ${items}.`];
}

function thatTurn(kind: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  if (names.length > NAMED) return `any one of ${counted(names.length, kind)}`;
  const list = names.join(' or ');
  // Raters may be called `rater 1` already.
  return list.startsWith(`${kind} `) ? list : `${kind} ${list}`;
}

function domainPoint({ domains, worstDomain, systems }: SystemRanking): readonly string[] {
  const worst = domains?.find(({ name }) => name === worstDomain);
  if (domains === undefined || worst === undefined) return [];
  const [leader] = systems;
  const amount = measureFormat([worst.estimates[0], leader.estimate]);
  const leads = domains.filter(({ estimates }) => Math.max(...estimates) === estimates[0]);
  const where = leads.length === domains.length ? 'every' : `${leads.length} of ${domains.length}`;
  return [
    `${leader.name} does worst in ${worst.name} (${amount(worst.estimates[0])}; ${amount(leader.estimate)} over all) and leads in ${where} ` +
      `${leads.length === domains.length ? 'domain' : 'domains'}.`,
  ];
}

function missingPoint({ missing }: SystemRanking): readonly string[] {
  if (missing === undefined) return [];
  const { cells, surviving, open } = missing;
  return [
    `${counted(cells, 'cell')} of judged items ${cells === 1 ? 'is' : 'are'} not judged; whatever ${cells === 1 ? 'it' : 'they'} would be, ${surviving} of ${surviving + open} orders of plain means hold.`,
  ];
}

function detectablePoint({ detectable, systems, judged }: SystemRanking): readonly string[] {
  if (detectable === null || !(detectable > 0)) return [];
  return [
    `${counted(judged.items, 'judged item')} show a difference of ${formatAlone(detectable)} between ${systems[0].name} and ${systems[1].name} with a chance of ${formatShare(0.8)}.`,
  ];
}
