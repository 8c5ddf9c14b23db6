import type { ComparedPair, RankDocument, SystemRanking } from '@goldpan/core';
import { formatCount, formatGain, formatInterval, formatMeasure, measureFormat } from '../format/numbers.js';
import { intervalName } from './facts.js';
import { chanceText } from './rank-table.js';
import { numberCell, textCell, type Cell, type Column, type Table } from './table.js';

const NEIGHBOURS_NOTE =
  'Two readings of each difference. By best guess: the chance that the first is better, and how many further items would tell the two apart with a ' +
  'chance of 80% if they differ by that much. By the estimates, which claims rest on: the interval, and the margin within which the two are ' +
  'shown to be equal. All pairs at once, but for the margins.';
const PICKED_NOTE = ' Items were picked, not drawn: all of it as if differences held.';
const PAIRS_NOTE =
  'Of the estimates. p: how often a difference this large would come of chance alone, of this pair by itself. Holm: adjusted so that among all pairs below 5% even one ' +
  'false one has a chance of at most 5%. Benjamini–Hochberg: adjusted so that of the pairs below 5%, at most 5% are expected to be false.';

/** Neighbours in the ranking: how they differ, and what would tell them apart. */
export function separationTable(ranking: SystemRanking, result: RankDocument): readonly Table[] {
  const { more, pairs, systems } = ranking;
  if (more.length === 0) return [];
  const { margin, design } = result;
  const found = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const guess = new Map(systems.map(({ name, shrunk }) => [name, shrunk]));
  const rows = more.map((one) => ({
    ...one,
    guessed: guess.get(one.a)! - guess.get(one.b)!,
    pair: found.get(keyOf(one))!,
  }));
  const amount = measureFormat(rows.flatMap(({ guessed, pair }) => [guessed, pair.difference]));
  const gain = (value: number | null) => formatGain(value, amount);
  const tie = measureFormat(rows.map(({ tieMargin }) => tieMargin));
  return [
    {
      kind: 'table',
      name: 'neighbours',
      onPagesOnly: true,
      title: 'Neighbours: how many more items',
      note: `${NEIGHBOURS_NOTE}${design.kind === 'picked' ? PICKED_NOTE : ''}`,
      columns: [
        { title: 'neighbours' },
        { title: 'difference by best guess', align: 'right' },
        { title: 'P(first better)', align: 'right' },
        { title: 'more items', align: 'right' },
        { title: 'difference of estimates', align: 'right', minor: true },
        { title: `${intervalName(result)}, all pairs at once`, align: 'right', minor: true },
        { title: 'equal within', align: 'right' },
        ...(margin === undefined ? [] : [{ title: `within ${margin}`, minor: true }]),
      ],
      rows: rows.map(({ a, b, items, tieMargin, guessed, pair }) => [
        textCell(`${a} – ${b}`),
        numberCell(guessed, gain),
        numberCell(pair.pBetter, chanceText),
        moreCell(items),
        numberCell(pair.difference, gain),
        { text: formatInterval(pair.simultaneous, gain), sort: pair.simultaneous.low },
        numberCell(tieMargin, tie),
        ...(margin === undefined ? [] : [textCell(withinText(pair, result))]),
      ]),
    },
  ];
}

/** Every pair with its p-values, where they are asked for. */
export function pairTable(ranking: SystemRanking, result: RankDocument): readonly Table[] {
  const { pairs, criterion } = ranking;
  if (!result.shown?.pairs || pairs.length === 0) return [];
  const amount = measureFormat(pairs.map(({ difference }) => difference));
  const gain = (value: number | null) => formatGain(value, amount);
  const numbers: readonly Column[] = [
    'difference',
    intervalName(result),
    'p',
    'p (Holm)',
    'p (Benjamini–Hochberg)',
  ].map((title) => ({ title, align: 'right' }));
  return [
    {
      kind: 'table',
      name: ranking === result ? 'all-pairs' : `all-pairs-${criterion}`,
      title: result.others === undefined ? 'All pairs' : `All pairs by ${criterion}`,
      note: PAIRS_NOTE,
      columns: [{ title: 'first', yields: 20 }, { title: 'second', yields: 20 }, ...numbers],
      rows: pairs.map((pair) => [
        textCell(pair.a),
        textCell(pair.b),
        numberCell(pair.difference, gain),
        { text: formatInterval(pair, gain), sort: pair.low },
        ...[pair.p, pair.pHolm, pair.pBenjaminiHochberg].map((p) => numberCell(p, pText)),
      ]),
    },
  ];
}

/** A p-value, which is never 0. */
function pText(value: number | null): string {
  return value !== null && value < 0.0005 ? '<0.001' : formatMeasure(value);
}

function keyOf({ a, b }: Pick<ComparedPair, 'a' | 'b'>): string {
  return JSON.stringify([a, b]);
}

function moreCell(items: number | null): Cell {
  if (items === null) return { text: 'none tells', sort: Infinity };
  return { text: items > 0 ? `+${formatCount(items)}` : 'told apart', sort: items };
}

function withinText({ pEquivalent = 1 }: ComparedPair, { level }: RankDocument): string {
  return pEquivalent <= 1 - level ? 'equal' : 'not shown';
}
