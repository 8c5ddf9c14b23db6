import type { CompareDocument } from '@goldpan/core';
import { formatGain, formatInterval, formatMeasure, formatShare, formatTimes } from '../format/numbers.js';
import { optionText } from '../format/option-text.js';
import { intervalName } from './facts.js';
import { sparkOf } from './line-points.js';
import { numberCell, textCell, type Table } from './table.js';
import { VERDICT_SIGNS, VERDICT_TONES } from './verdict.js';

/** One row per selector, random selection last. */
export function compareTable(result: CompareDocument): Table {
  const hasCosts = result.selectors.some(({ cost }) => typeof cost === 'number');
  return {
    kind: 'table',
    name: 'selectors',
    title: 'Selectors',
    columns: [
      { title: 'selector' },
      { title: 'mean', align: 'right' },
      { title: 'gain', align: 'right' },
      { title: intervalName(result), align: 'right', minor: 'last' },
      { title: 'parity', align: 'right', minor: true },
      ...(hasCosts ? [{ title: 'cost', align: 'right' as const, minor: true }] : []),
      { title: 'verdict' },
      { title: 'curve', minor: true, sparks: true },
    ],
    rows: [
      ...result.selectors.map((one) => [
        textCell(`${one.name} ${optionText(one.options)}`.trimEnd()),
        numberCell(one.mean, formatMeasure),
        numberCell(one.gain.mean, formatGain),
        { text: formatInterval(one.gain, formatGain), sort: one.gain.low },
        numberCell(one.parity, formatShare),
        ...(hasCosts ? [numberCell(one.cost, formatTimes)] : []),
        { text: `${VERDICT_SIGNS[one.verdict]} ${one.verdict}`, tone: VERDICT_TONES[one.verdict] },
        { text: '', spark: sparkOf(one.curve) },
      ]),
      [
        textCell('random'),
        numberCell(result.random.mean, formatMeasure),
        numberCell(null, () => ''),
        numberCell(null, () => ''),
        numberCell(1, formatShare),
        ...(hasCosts ? [numberCell(1, formatTimes)] : []),
        textCell(''),
        { text: '', spark: sparkOf(result.random.curve) },
      ],
    ],
  };
}
