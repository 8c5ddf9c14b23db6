import type { DomainEstimates, RankDocument, SystemRanking } from '@goldpan/core';
import { formatAlone, formatCount, formatGain, formatShare, measureFormat } from '../format/numbers.js';
import { errorText } from './domain-tables.js';
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
      ...guessPoint(ranking),
      ...orderPoint(ranking),
      ...carryingPoint(ranking),
      ...domainPoint(ranking, result),
      ...missingPoint(ranking),
      ...detectablePoint(ranking, result),
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
  return [
    `With the metrics${weightText(metrics)}, ${counted(judged.items, 'judged item')} are worth ${formatCount(worth)} without them.`,
  ];
}

/** How far metrics are used, where that is not by domain alone. */
function weightText({ weight }: SystemRanking['metrics']): string {
  return weight > 0 ? `, used at ${formatShare(weight)} of full weight` : '';
}

/** That the order is not that of the estimates, where it is not. */
function guessPoint({ systems }: SystemRanking): readonly string[] {
  const moved = systems.filter(
    ({ estimate, rank }) => rank.best !== 1 + systems.filter((other) => other.estimate > estimate).length,
  ).length;
  if (moved === 0) return [];
  return [
    `The order is that of the best guess, which also leans on what metrics and the other systems say; by the estimates alone ${formatCount(moved)} of ${counted(systems.length, 'system')} would have another rank.`,
  ];
}

function orderPoint({ order }: SystemRanking): readonly string[] {
  if (order === undefined) return [];
  const { a, b, difference, itemsThatTurn, documentsThatTurn, ratersThatTurn } = order;
  if (difference < 0)
    return [
      `The estimates put ${b} before ${a} (by ${formatAlone(-difference)}); the best guess puts ${a} first.`,
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

function domainPoint(ranking: SystemRanking, { design }: RankDocument): readonly string[] {
  const { domains = [], worstDomain, systems } = ranking;
  const [{ name, estimate }] = systems;
  const judged = domains.filter(({ means: [mean] }) => mean !== null);
  const lowest = judged.toSorted((one, other) => one.means[0]! - other.means[0]!)[0];
  if (judged.length < 2) return [];
  const worst = domains.find((domain) => domain.name === worstDomain);
  if (worst === undefined) {
    const where = design.kind === 'picked' ? '' : ` (lowest: ${lowest.name}, ${aloneText(lowest)})`;
    return [`By domain ${name} is not shown to do better or worse than over all${where}.`];
  }
  const [drawn, mean] = [worst.estimates[0], worst.means[0]];
  const amount = measureFormat([drawn, estimate, mean]);
  const alone = design.kind === 'picked' || mean === null || mean === drawn ? '' : `; ${aloneText(worst)}`;
  const how = mean === drawn ? '' : ', drawn towards the overall mean';
  const leads = domains.filter(({ estimates }) => Math.max(...estimates) === estimates[0]).length;
  return [
    `${name} does worst in ${worst.name}: ${amount(drawn)}${how} (${amount(estimate)} over all${alone}). It leads in ` +
      `${leads === domains.length ? 'every domain' : `${formatCount(leads)} of ${counted(domains.length, 'domain')}`}.`,
  ];
}

/** What the judgements of the leader in a domain say by themselves, with a standard error. */
function aloneText({ judged, means: [mean], standardErrors: [error] }: DomainEstimates): string {
  const amount = measureFormat([mean, error]);
  return `its ${counted(judged, 'judged item')} alone ${amount(mean)}${errorText(error, amount)}`;
}

function missingPoint({ missing }: SystemRanking): readonly string[] {
  if (missing === undefined) return [];
  const { cells, surviving, open } = missing;
  return [
    `${counted(cells, 'cell')} of judged items ${cells === 1 ? 'is' : 'are'} not judged; wherever ${cells === 1 ? 'it lies' : 'they lie'} between the 10th and the 90th percentile, ${surviving} of ${surviving + open} orders of plain means hold.`,
  ];
}

function detectablePoint(
  { detectable, order, judged, systems }: SystemRanking,
  { design }: RankDocument,
): readonly string[] {
  // Of picked items nothing tells what others would show.
  if (design.kind === 'picked' || detectable === null || order === undefined || !(detectable > 0)) return [];
  const shrunkOf = (wanted: string) => systems.find(({ name }) => name === wanted)!.shrunk;
  return [
    `${counted(judged.items, 'judged item')} show a difference between ${order.a} and ${order.b} with a chance of ${formatShare(0.8)} if it is ${formatAlone(detectable)} or more; by best guess it is ${formatAlone(shrunkOf(order.a) - shrunkOf(order.b))}.`,
  ];
}
