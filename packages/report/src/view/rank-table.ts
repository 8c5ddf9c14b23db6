import type { EstimatedSystem, RankDocument, SystemRanking } from '@goldpan/core';
import { formatCount, formatInterval, formatShare, measureFormat } from '../format/numbers.js';
import { intervalName } from './facts.js';
import { numberCell, textCell, type Table } from './table.js';

const DRAWN_NOTE =
  'Claims rest on the estimate, its interval and the ranks that a system can have, which hold for all systems at once. The order and P(best), the ' +
  'chance to be best, also lean on what metrics and the other systems say: on the best guess.';
const PICKED_NOTE =
  'Items were picked: means are what the metrics make of them, for the order alone, and no interval of a mean holds. Ranks are given as if ' +
  'differences held.';
/** Amounts of one ranking, in units of the judgements. */
type Amount = (value: number | null) => string;
/** Place of the interval in a row. */
const INTERVAL = 3;

/** The systems with estimates, intervals, ranks they can have, tiers. */
export function rankTable(ranking: SystemRanking, result: RankDocument): Table {
  const title = result.others === undefined ? 'The systems' : `The systems by ${ranking.criterion}`;
  const picked = result.design.kind === 'picked';
  const top = result.shown?.top;
  const amount = amountFormat(ranking);
  return {
    kind: 'table',
    name: ranking === result ? 'systems' : `systems-${ranking.criterion}`,
    title: picked ? `${title}, by the model` : title,
    note: picked ? PICKED_NOTE : DRAWN_NOTE,
    columns: [
      { title: 'rank', align: 'right' },
      { title: 'system', yields: 20 },
      { title: picked ? 'by the model' : 'estimate', align: 'right' },
      ...(picked ? [] : [{ title: intervalName(result), align: 'right', minor: 'last' } as const]),
      { title: 'can be', align: 'right' },
      { title: 'P(best)', align: 'right', minor: 'later' },
      ...(top === undefined ? [] : [{ title: `P(top ${top})`, align: 'right', minor: 'last' } as const]),
      { title: 'best guess', align: 'right', minor: 'later' },
      { title: 'tier', align: 'right', minor: 'later' },
      { title: 'plain mean', align: 'right', minor: true },
      { title: 'judged', align: 'right', minor: true },
    ],
    rows: [
      ...ranking.systems.map((system) => systemRow(system, amount, top)),
      ...ranking.unjudged.map((system) => unjudgedRow(system, amount, top)),
    ].map((row) => (picked ? row.toSpliced(INTERVAL, 1) : row)),
  };
}

/** Means with the digits that tell the systems apart. */
export function amountFormat({ systems }: SystemRanking): Amount {
  return measureFormat(systems.flatMap(({ estimate, shrunk, mean }) => [estimate, shrunk, mean]));
}

function systemRow(system: EstimatedSystem, amount: Amount, top: number | undefined): Table['rows'][number] {
  const { name, estimate, rank, tier, pBest, pTop, shrunk, mean, judged } = system;
  return [
    numberCell(rank.best, formatCount),
    textCell(name),
    numberCell(estimate, amount),
    { text: formatInterval(system, amount), sort: system.low },
    { text: rankSetText(rank), sort: rank.low },
    numberCell(pBest, chanceText),
    ...(top === undefined ? [] : [numberCell(pTop[Math.min(top, pTop.length) - 1], chanceText)]),
    numberCell(shrunk, amount),
    numberCell(tier, formatCount),
    numberCell(mean, amount),
    numberCell(judged, formatCount),
  ];
}

/** A probability that draws estimate: never 0 or 1. */
export function chanceText(value: number | null): string {
  if (value !== null && value < 0.0005) return '<0.1%';
  return value !== null && value > 0.9995 ? '>99.9%' : formatShare(value);
}

/** A system that nobody judged: what metrics would let expect stands where the interval is, marked. */
function unjudgedRow(
  { name, predicted, low, high }: SystemRanking['unjudged'][number],
  amount: Amount,
  top: number | undefined,
): Table['rows'][number] {
  const nothing = numberCell(null, () => '');
  return [
    nothing,
    textCell(`${name} (not judged)`),
    numberCell(predicted, (value) => (value === null ? '' : `(${amount(value)})`)),
    { text: predicted === null ? '' : `(${formatInterval({ low, high }, amount)})`, sort: low },
    ...Array.from({ length: top === undefined ? 5 : 6 }, () => nothing),
    numberCell(0, formatCount),
  ];
}

/** The ranks a system can have: `1`, `2–5`. */
export function rankSetText({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low}–${high}`;
}
