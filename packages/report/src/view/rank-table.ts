import type { ComparedPair, EstimatedSystem, RankDocument, SystemRanking } from '@goldpan/core';
import { formatCount, formatGain, formatInterval, formatShare, measureFormat } from '../format/numbers.js';
import { intervalName } from './facts.js';
import { numberCell, textCell, type Table } from './table.js';

const DRAWN_NOTE =
  'Estimates are what claims rest on; ranks hold for all systems at once. The order and the chance to be best also lean on ' +
  'what metrics and the other systems say (best guess).';
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
  const amount = amountFormat(ranking);
  return {
    kind: 'table',
    name: ranking === result ? 'systems' : `systems-${ranking.criterion}`,
    title,
    note: picked ? PICKED_NOTE : DRAWN_NOTE,
    columns: [
      { title: 'rank', align: 'right' },
      { title: 'system', yields: 28 },
      { title: picked ? 'by the model' : 'estimate', align: 'right' },
      ...(picked ? [] : [{ title: intervalName(result), align: 'right', minor: 'last' } as const]),
      { title: 'can be', align: 'right' },
      { title: 'tier', align: 'right', minor: 'last' },
      { title: 'best', align: 'right', minor: 'last' },
      { title: 'best guess', align: 'right' },
      { title: 'plain mean', align: 'right', minor: true },
      { title: 'judged', align: 'right', minor: true },
    ],
    rows: [
      ...ranking.systems.map((system) => systemRow(system, amount)),
      ...ranking.unjudged.map((system) => unjudgedRow(system, amount)),
    ].map((row) => (picked ? row.toSpliced(INTERVAL, 1) : row)),
  };
}

/** Means with the digits that tell the systems apart. */
export function amountFormat({ systems }: SystemRanking): Amount {
  return measureFormat(systems.flatMap(({ estimate, shrunk, mean }) => [estimate, shrunk, mean]));
}

function systemRow(system: EstimatedSystem, amount: Amount): Table['rows'][number] {
  const { name, estimate, rank, tier, pBest, shrunk, mean, judged } = system;
  return [
    numberCell(rank.best, formatCount),
    textCell(name),
    numberCell(estimate, amount),
    { text: formatInterval(system, amount), sort: system.low },
    { text: rankSetText(rank), sort: rank.low },
    numberCell(tier, formatCount),
    numberCell(pBest, chanceText),
    numberCell(shrunk, amount),
    numberCell(mean, amount),
    numberCell(judged, formatCount),
  ];
}

/** A probability that draws estimate: never 0 or 1. */
export function chanceText(value: number | null): string {
  if (value !== null && value < 0.0005) return 'under 0.1%';
  return value !== null && value > 0.9995 ? 'over 99.9%' : formatShare(value);
}

/** A system that nobody judged: what metrics would let expect stands where the interval is, marked. */
function unjudgedRow(
  { name, predicted, low, high }: SystemRanking['unjudged'][number],
  amount: Amount,
): Table['rows'][number] {
  const nothing = numberCell(null, () => '');
  return [
    nothing,
    textCell(`${name} (not judged)`),
    numberCell(predicted, (value) => (value === null ? '' : `(${amount(value)})`)),
    { text: predicted === null ? '' : `(${formatInterval({ low, high }, amount)})`, sort: low },
    ...Array.from({ length: 5 }, () => nothing),
    numberCell(0, formatCount),
  ];
}

/** The ranks a system can have: `1`, `2–5`. */
export function rankSetText({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** Neighbours in the ranking: how they differ, and what would tell them apart. */
export function separationTable(ranking: SystemRanking, result: RankDocument): readonly Table[] {
  const { more, pairs } = ranking;
  if (more.length === 0) return [];
  const pairOf = (a: string, b: string) => pairs.find((pair) => pair.a === a && pair.b === b)!;
  const margin = result.margin;
  const amount = measureFormat(more.map(({ a, b }) => pairOf(a, b).difference));
  const gain = (value: number | null) => formatGain(value, amount);
  const tie = measureFormat(more.map(({ tieMargin }) => tieMargin));
  return [
    {
      kind: 'table',
      name: 'neighbours',
      onPagesOnly: true,
      title: 'Neighbours: how many more items',
      note: 'Further items that would tell the two apart with a chance of 80%, if they differ by what it seems; or the margin within which they are shown to be equal. All pairs at once.',
      columns: [
        { title: 'neighbours' },
        { title: 'difference', align: 'right' },
        { title: `${intervalName(result)}, all pairs at once`, align: 'right', minor: true },
        { title: 'first is better', align: 'right' },
        { title: 'more items', align: 'right' },
        { title: 'equal within', align: 'right' },
        ...(margin === undefined ? [] : [{ title: `within ${margin}`, minor: true }]),
      ],
      rows: more.map(({ a, b, items, tieMargin }) => {
        const pair = pairOf(a, b);
        return [
          textCell(`${a} – ${b}`),
          numberCell(pair.difference, gain),
          { text: formatInterval(pair.simultaneous, gain), sort: pair.simultaneous.low },
          numberCell(pair.pBetter, formatShare),
          moreCell(items),
          numberCell(tieMargin, tie),
          ...(margin === undefined ? [] : [textCell(withinText(pair, result))]),
        ];
      }),
    },
  ];
}

function moreCell(items: number | null) {
  if (items === null) return { text: 'none tells', sort: Infinity };
  return { text: items > 0 ? `+${formatCount(items)}` : 'told apart', sort: items };
}

function withinText({ pEquivalent = 1 }: ComparedPair, { level }: RankDocument): string {
  return pEquivalent <= 1 - level ? 'equal' : 'not shown';
}
