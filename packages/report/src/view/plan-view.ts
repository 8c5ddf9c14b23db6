import type { PlanDocument, PlannedSize } from '@goldpan/core';
import {
  formatAmount,
  formatCount,
  formatHours,
  formatInterval,
  formatMeasure,
  formatShare,
} from '../format/numbers.js';
import { measureOf } from '../format/measure-text.js';
import { counted, factsOf, frameOf, intervalName, selectorFacts } from './facts.js';
import { campaignTable } from './campaign-table.js';
import { planCharts } from './plan-charts.js';
import { planNames } from './plan-names.js';
import { numberCell, textCell, type Table } from './table.js';
import type { Fact, KeyNumber, View } from './view.js';
import type { Tone } from './tone.js';
import { estimateFacts } from './estimate-facts.js';
import { targetFact } from './target-fact.js';

/** How many items are needed to reproduce the full-data result. */
export function planView(result: PlanDocument): View {
  return {
    ...frameOf(result),
    title: 'How many items are needed?',
    answer: result.sentence,
    tone: result.size.median === null ? 'bad' : 'good',
    numbers: numbersOf(result),
    blocks: [
      ...planCharts(result),
      result.campaigns ? campaignTable(result) : sizeTable(result),
      curveTable(result),
    ],
    facts: factsOf(result, particulars(result)),
  };
}

function numbersOf(result: PlanDocument): readonly KeyNumber[] {
  const { size, random, ratio, unit = 'items', data, items = data.items } = result;
  const interval = intervalName(result);
  const share = size.share === null ? '' : `${formatShare(size.share)} of ${formatCount(items)}; `;
  const needed = (label: string, { median, low, high }: PlannedSize, before: string): KeyNumber => ({
    label,
    value: median === null ? 'not reached' : formatCount(median),
    note:
      median === null ? 'at no size' : `${before}${interval} ${formatInterval({ low, high }, formatCount)}`,
  });
  return [
    needed('items to judge', size, share),
    ...(unit === 'items' || size.cost === null
      ? []
      : [
          {
            label: `${unit} to judge them`,
            value: formatAmount(size.cost),
            note: [...formatHours(size.cost, unit), ...outputsOf(result)].join('; '),
          },
        ]),
    needed(result.campaigns ? 'items with plain means' : 'items with random selection', random, ''),
    {
      label: result.campaigns ? 'of what plain means need' : 'of what random selection needs',
      value: formatShare(ratio.median),
      note: `${interval} ${formatInterval(ratio, formatShare)}`,
      tone: toneOfRatio(ratio),
    },
  ];
}

/** What the costs are for: `90 items × 15 outputs`. */
function outputsOf({ size, judgements = 1 }: PlanDocument): string[] {
  if (judgements === 1 || size.median === null) return [];
  return [`${counted(size.median, 'item')} × ${counted(judgements, 'output')}`];
}

function toneOfRatio({ low, high }: PlanDocument['ratio']): Tone {
  if (high !== null && high < 1) return 'good';
  return low !== null && low > 1 ? 'bad' : 'neutral';
}

function sizeTable(result: PlanDocument): Table {
  const { size, random, unit = 'items', replicates } = result;
  const row = (name: string, of: PlannedSize, neverReached: number) => [
    textCell(name),
    numberCell(of.median, formatCount),
    { text: formatInterval(of, formatCount), sort: of.low },
    numberCell(of.share, formatShare),
    ...(unit === 'items' ? [] : [numberCell(of.cost, formatAmount)]),
    { text: `${formatCount(neverReached)} of ${formatCount(replicates)}`, sort: neverReached },
  ];
  return {
    kind: 'table',
    name: 'sizes-table',
    title: 'Items needed',
    columns: [
      { title: 'selection' },
      { title: 'median', align: 'right' },
      { title: intervalName(result), align: 'right' },
      { title: 'share', align: 'right' },
      ...(unit === 'items' ? [] : [{ title: unit, align: 'right' as const, minor: true }]),
      { title: 'never reached', align: 'right', minor: true },
    ],
    rows: [row(result.selector, size, result.neverReached), row('random', random, random.neverReached)],
  };
}

function curveTable(result: PlanDocument): Table {
  const { curve, goal } = result;
  const { main, baseline } = planNames(result);
  return {
    kind: 'table',
    name: 'curve-table',
    title: `${measureOf(result, goal.measure).label} at each size`,
    columns: [
      { title: 'items', align: 'right' },
      { title: main, align: 'right' },
      { title: 'interval', align: 'right' },
      { title: baseline, align: 'right' },
      { title: `interval of ${baseline}`, align: 'right', minor: true },
    ],
    rows: curve.map((at) => [
      numberCell(at.size, formatCount),
      numberCell(at.median, formatMeasure),
      { text: formatInterval(at), sort: at.low },
      numberCell(at.random.median, formatMeasure),
      { text: formatInterval(at.random), sort: at.random.low },
    ]),
    folded: true,
  };
}

function particulars(result: PlanDocument): readonly Fact[] {
  return [
    { name: 'Goal', value: result.goal.text },
    targetFact(result.target),
    ...estimateFacts(result),
    ...(result.campaigns ? [] : selectorFacts(result)),
    { name: 'Replicates', value: formatCount(result.replicates) },
  ];
}
