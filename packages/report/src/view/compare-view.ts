import type { CompareDocument, ComparedSelector, Verdict } from '@goldpan/core';
import { measureOf } from '../format/measure-text.js';
import { formatInterval, formatShare, measureFormat } from '../format/numbers.js';
import { optionText } from '../format/option-text.js';
import { compareCharts } from './compare-charts.js';
import { compareTable, gainFormat, sizesTable } from './compare-table.js';
import { counted, factsOf, frameOf, intervalName } from './facts.js';
import { textCell, type Table } from './table.js';
import { VERDICT_TONES } from './verdict.js';
import type { KeyNumber, View } from './view.js';
import { estimateFacts } from './estimate-facts.js';
import { targetFact } from './target-fact.js';

/** Every selector against random selection: does picking help on this data? */
export function compareView(result: CompareDocument): View {
  const { selectors } = result;
  const chosen = recommended(result);
  const main = chosen ?? selectors[0];
  return {
    ...frameOf(result),
    title: 'Does picking help here?',
    answer: result.recommendation.reason,
    tone: chosen === undefined ? 'neutral' : VERDICT_TONES[chosen.verdict],
    numbers: chosen === undefined ? countsOf(selectors) : numbersOf(chosen, result),
    blocks: [
      ...(main === undefined ? [] : compareCharts(result, main)),
      compareTable(result),
      ...sizesTable(result),
      ...skipped(result),
    ],
    facts: factsOf(result, [
      targetFact(result.target),
      ...estimateFacts(result),
      { name: 'Measure', value: measureOf(result, result.measure).title },
      ...(result.costs === undefined ? [] : [{ name: 'Cost model', value: result.costs }]),
      ...(result.random.draws === undefined
        ? []
        : [{ name: 'Random selection', value: counted(result.random.draws, 'draw') }]),
    ]),
  };
}

function recommended({ selectors, recommendation }: CompareDocument): ComparedSelector | undefined {
  const { selector, options } = recommendation;
  const isMeant = (one: ComparedSelector) =>
    options === undefined || optionText(one.options) === optionText(options);
  return selectors.find((one) => one.name === selector && isMeant(one));
}

function numbersOf(chosen: ComparedSelector, result: CompareDocument): readonly KeyNumber[] {
  const { label } = measureOf(result, result.measure);
  const gained = gainFormat([chosen]);
  const measured = measureFormat([chosen.mean, result.random.mean]);
  return [
    {
      label: `gain in ${label} over random`,
      value: gained(chosen.gain.mean),
      note: `${intervalName(result)} ${formatInterval(chosen.gain, gained)}`,
      tone: VERDICT_TONES[chosen.verdict],
    },
    {
      label: `mean ${label}`,
      value: measured(chosen.mean),
      note: `random: ${measured(result.random.mean)}`,
    },
    {
      label: 'items needed',
      value: formatShare(chosen.parity),
      note:
        chosen.parity === null
          ? 'never as good as random, or not worked out'
          : result.plain
            ? 'of what plain means of random items need'
            : 'of what random selection needs',
    },
  ];
}

function countsOf(selectors: readonly ComparedSelector[]): readonly KeyNumber[] {
  const count = (verdict: Verdict) => selectors.filter((one) => one.verdict === verdict).length;
  return (['helps', 'likely helps', 'no evidence', 'hurts'] as const).map((verdict) => ({
    label: `selectors: ${verdict}`,
    value: String(count(verdict)),
  }));
}

function skipped({ skipped = [] }: CompareDocument): readonly Table[] {
  if (skipped.length === 0) return [];
  return [
    {
      kind: 'table',
      name: 'skipped',
      title: 'Selectors that could not run',
      columns: [{ title: 'selector' }, { title: 'why' }],
      rows: skipped.map(({ name, why }) => [textCell(name), textCell(why)]),
      folded: true,
    },
  ];
}
