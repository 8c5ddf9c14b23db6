import type { CompareDocument, Verdict } from '@goldpan/core';
import {
  formatCount,
  formatGain,
  formatInterval,
  formatShare,
  formatTimes,
  measureFormat,
} from '../format/numbers.js';
import { optionText } from '../format/option-text.js';
import { intervalName } from './facts.js';
import { sparkOf } from './line-points.js';
import { numberCell, textCell, type Cell, type Table } from './table.js';
import { VERDICT_SIGNS, VERDICT_TONES } from './verdict.js';

/** One row per selector, random selection last; where an estimate reads all, random items with it first and their plain means last. */
export function compareTable(result: CompareDocument): Table {
  const hasCosts = result.selectors.some(({ cost }) => typeof cost === 'number');
  const { random, plain, estimate, spending, selectors } = result;
  const measured = measureFormat([random, plain, ...selectors].map((one) => one?.mean));
  const gained = gainFormat(selectors);
  const spentCell = (share: number | null | undefined) =>
    spending ? [numberCell(typeof share === 'number' ? share * spending.random : null, formatCount)] : [];
  const randomRow = (name: string, { mean, curve, parity }: CompareDocument['random']): Cell[] => [
    textCell(name),
    numberCell(mean, measured),
    numberCell(null, () => ''),
    numberCell(null, () => ''),
    numberCell(parity === undefined ? 1 : parity, formatShare),
    ...(hasCosts ? [numberCell(1, formatTimes)] : []),
    ...spentCell(1),
    textCell(''),
    { text: '', spark: sparkOf(curve) },
  ];
  return {
    kind: 'table',
    name: 'selectors',
    title: plain ? 'Campaigns' : 'Selectors',
    columns: [
      { title: 'selector' },
      { title: 'mean', align: 'right' },
      { title: 'gain', align: 'right' },
      { title: intervalName(result), align: 'right', minor: 'last' },
      { title: 'parity', align: 'right', minor: true },
      ...(hasCosts ? [{ title: 'cost', align: 'right' as const, minor: true }] : []),
      ...(spending ? [{ title: spending.unit, align: 'right' as const }] : []),
      { title: 'verdict' },
      { title: 'curve', minor: true, sparks: true },
    ],
    rows: [
      ...(plain ? [randomRow(`random, ${estimate}`, random)] : []),
      ...selectors.map((one) => [
        textCell(`${one.name} ${optionText(one.options)}`.trimEnd()),
        numberCell(one.mean, measured),
        numberCell(one.gain.mean, gained),
        { text: formatInterval(one.gain, gained), sort: one.gain.low },
        numberCell(one.parity, formatShare),
        ...(hasCosts ? [numberCell(one.cost, formatTimes)] : []),
        ...spentCell(one.cost),
        verdictCell(one.verdict),
        { text: '', spark: sparkOf(one.curve) },
      ]),
      plain ? randomRow('random, plain means', plain) : randomRow('random', random),
    ],
  };
}

/** Gains with the digits that show their intervals. */
export function gainFormat(rows: readonly Pick<CompareDocument['selectors'][number], 'gain'>[]) {
  const amount = measureFormat(rows.flatMap(({ gain: { mean, low, high } }) => [mean, low, high]));
  return (value: number | null) => formatGain(value, amount);
}

/** The best choice at each size, where there are several sizes. */
export function sizesTable(result: CompareDocument): readonly Table[] {
  const { bySize = [] } = result;
  if (bySize.length === 0) return [];
  const gained = gainFormat(bySize);
  return [
    {
      kind: 'table',
      name: 'sizes',
      title: 'The best choice at each size',
      columns: [
        { title: 'items', align: 'right' },
        { title: 'selector' },
        { title: 'gain', align: 'right' },
        { title: intervalName(result), align: 'right', minor: 'last' },
        { title: 'verdict' },
      ],
      rows: bySize.map(({ size, selector, options, gain, verdict }) => [
        numberCell(size, formatCount),
        textCell(`${selector} ${optionText(options)}`.trimEnd()),
        numberCell(gain.mean, gained),
        { text: formatInterval(gain, gained), sort: gain.low },
        verdictCell(verdict),
      ]),
    },
  ];
}

function verdictCell(verdict: Verdict): Cell {
  return { text: `${VERDICT_SIGNS[verdict]} ${verdict}`, tone: VERDICT_TONES[verdict] };
}
