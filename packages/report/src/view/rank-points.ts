import type { RankDocument, SystemRanking } from '@goldpan/core';
import { formatAlone, formatCount, formatGain, formatShare, measureFormat } from '../format/numbers.js';
import { counted } from './facts.js';
import type { Points } from './points.js';

/** Estimates nearer to plain means than this share of their size are the same. */
const ROUNDING = 1e-9;
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

function metricPoint(
  { judged, metrics, systems }: SystemRanking,
  { data, design }: RankDocument,
): readonly string[] {
  // Of picked items nothing tells how many drawn ones they are worth.
  if (design.kind === 'picked' || metrics.names.length === 0 || judged.items >= data.items) return [];
  const worth = Math.round(metrics.effectiveItems);
  if (metrics.weight === 0 && metrics.weighedApart === undefined)
    return [
      `The metrics add nothing to ${counted(judged.items, 'judged item')}${beyondDifferences(systems)}.`,
    ];
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

/** What metrics that say nothing of differences within items do all the same. */
function beyondDifferences(systems: SystemRanking['systems']): string {
  const shifts = systems.map(({ estimate, mean }) => estimate - mean);
  const size = ROUNDING * Math.max(...systems.map(({ mean }) => Math.abs(mean)));
  const together = shifts.every((shift) => Math.abs(shift - shifts[0]) <= size);
  const guessed = systems.some(({ estimate, shrunk }) => Math.abs(shrunk - estimate) > size);
  const lean = guessed ? '; the best guess leans on what they say of whole systems' : '';
  if (!together) return lean;
  if (Math.abs(shifts[0]) <= size) return `: estimates are plain means${lean}`;
  return ` on differences between systems, but move all means by ${formatGain(shifts[0], formatAlone)}${lean}`;
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
    `${counted(cells, 'cell')} of judged items ${cells === 1 ? 'is' : 'are'} not judged; wherever ${cells === 1 ? 'it lies' : 'they lie'} between the 10th and the 90th percentile, ${surviving} of ${surviving + open} orders of plain means hold.`,
  ];
}

function detectablePoint({ detectable, order, judged }: SystemRanking): readonly string[] {
  if (detectable === null || order === undefined || !(detectable > 0)) return [];
  return [
    `${counted(judged.items, 'judged item')} show a difference of ${formatAlone(detectable)} between ${order.a} and ${order.b} with a chance of ${formatShare(0.8)}.`,
  ];
}
