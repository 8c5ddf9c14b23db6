import { formatGain, formatInterval, formatMeasure, formatShare } from '../format/numbers.js';
import { measureDirection, measureLabel, measureTitle } from '../format/measure-name.js';
import { optionText, optionValues } from '../format/option-text.js';
import type { ComparedSelector, CompareResult, Verdict } from '../results/compare-result.js';
import type { Chart, Line } from './chart.js';
import { counted, factsOf, frameOf, intervalName } from './facts.js';
import { linePoints, sparkOf } from './line-points.js';
import { numberCell, textCell, type Table } from './table.js';
import type { KeyNumber, Tone, View } from './view.js';

const TONES: Readonly<Record<Verdict, Tone>> = { helps: 'good', 'no evidence': 'neutral', hurts: 'bad' };
const SIGNS: Readonly<Record<Verdict, string>> = { helps: '▲', 'no evidence': '○', hurts: '▼' };

/** More rows than this make a chart too long to take in; the table has them all. */
const MOST_ROWS = 20;
const MOST_PANELS = 9;

/** Every selector against random selection: does picking help on this data? */
export function compareView(result: CompareResult): View {
  const { selectors } = result;
  const chosen = recommended(result);
  return {
    ...frameOf(result),
    title: 'Does picking help here?',
    answer: result.recommendation.reason,
    tone: chosen === undefined ? 'neutral' : TONES[chosen.verdict],
    numbers: chosen === undefined ? countsOf(selectors) : numbersOf(chosen, result),
    blocks: [
      ...chartsOf(result, selectors, chosen ?? selectors[0]),
      tableOf(result, selectors),
      ...skipped(result),
    ],
    facts: factsOf(result, [
      { name: 'Truth', value: result.truth },
      { name: 'Measure', value: measureTitle(result.measure) },
      ...(result.random.draws === undefined
        ? []
        : [{ name: 'Random selection', value: counted(result.random.draws, 'draw') }]),
    ]),
  };
}

function recommended({ selectors, recommendation }: CompareResult): ComparedSelector | undefined {
  const { selector, options } = recommendation;
  const isMeant = (one: ComparedSelector) =>
    options === undefined || optionText(one.options) === optionText(options);
  return selectors.find((one) => one.name === selector && isMeant(one));
}

function numbersOf(chosen: ComparedSelector, result: CompareResult): readonly KeyNumber[] {
  const label = measureLabel(result.measure);
  return [
    {
      label: `gain in ${label} over random`,
      value: formatGain(chosen.gain.mean),
      note: `${intervalName(result)} ${formatInterval(chosen.gain, formatGain)}`,
      tone: TONES[chosen.verdict],
    },
    {
      label: `mean ${label}`,
      value: formatMeasure(chosen.mean),
      note: `random: ${formatMeasure(result.random.mean)}`,
    },
    {
      label: 'items needed',
      value: formatShare(chosen.parity),
      note: chosen.parity === null ? 'never as good as random' : 'of what random selection needs',
    },
  ];
}

function countsOf(selectors: readonly ComparedSelector[]): readonly KeyNumber[] {
  const count = (verdict: Verdict) => selectors.filter((one) => one.verdict === verdict).length;
  return (['helps', 'no evidence', 'hurts'] as const).map((verdict) => ({
    label: `selectors: ${verdict}`,
    value: String(count(verdict)),
  }));
}

function chartsOf(
  result: CompareResult,
  selectors: readonly ComparedSelector[],
  main: ComparedSelector | undefined,
): readonly Chart[] {
  if (main === undefined) return [];
  const yLabel = measureLabel(result.measure);
  const baseline: Line = { name: 'random', role: 'baseline', points: linePoints(result.random.curve) };
  const lineOf = (selector: ComparedSelector): Line => ({
    name: nameOf(selector, selectors),
    role: 'main',
    points: linePoints(selector.curve),
    tone: TONES[selector.verdict],
  });
  return [
    {
      kind: 'intervals',
      name: 'gains',
      title: 'Gain over random selection',
      note: `Right of the line: better than random. Where the whisker crosses the line, the data does not tell.${firstOf(MOST_ROWS, selectors)}`,
      xLabel: `gain in mean ${yLabel}`,
      zero: { value: 0, label: 'random' },
      rows: selectors.slice(0, MOST_ROWS).map((one) => ({
        name: nameOf(one, selectors),
        value: one.gain.mean,
        low: one.gain.low,
        high: one.gain.high,
        tone: TONES[one.verdict],
        text: formatGain(one.gain.mean),
      })),
    },
    {
      kind: 'lines',
      name: 'curve',
      title: `${measureTitle(result.measure)} by subset size`,
      note: `${measureDirection(result.measure)} The bands are ${intervalName(result)}s.`,
      xLabel: 'items judged',
      yLabel,
      lines: [baseline, lineOf(main)],
    },
    ...(selectors.length < 2
      ? []
      : [
          {
            kind: 'panels' as const,
            name: 'panels',
            title: 'Each selector against random selection',
            note: `The grey line and band are random selection.${firstOf(MOST_PANELS, selectors)}`,
            xLabel: 'items judged',
            yLabel,
            baseline,
            panels: selectors.slice(0, MOST_PANELS).map(lineOf),
          },
        ]),
  ];
}

/** Says that a chart leaves some out. */
function firstOf(most: number, { length }: readonly ComparedSelector[]): string {
  return length > most ? ` The first ${most} of ${length}; the table has all.` : '';
}

/** A selector that is there more than once is told apart by its options. */
function nameOf(selector: ComparedSelector, all: readonly ComparedSelector[]): string {
  const twice = all.filter(({ name }) => name === selector.name).length > 1;
  return twice ? `${selector.name} ${optionValues(selector.options)}`.trimEnd() : selector.name;
}

function tableOf(result: CompareResult, selectors: readonly ComparedSelector[]): Table {
  return {
    kind: 'table',
    name: 'selectors',
    title: 'Selectors',
    columns: [
      { title: 'selector' },
      { title: 'mean', align: 'right' },
      { title: 'gain', align: 'right' },
      { title: intervalName(result), align: 'right', minor: true },
      { title: 'parity', align: 'right', minor: true },
      { title: 'verdict' },
      { title: 'curve', minor: true, sparks: true },
    ],
    rows: [
      ...selectors.map((one) => [
        textCell(`${one.name} ${optionText(one.options)}`.trimEnd()),
        numberCell(one.mean, formatMeasure),
        numberCell(one.gain.mean, formatGain),
        { text: formatInterval(one.gain, formatGain), sort: one.gain.low },
        numberCell(one.parity, formatShare),
        { text: `${SIGNS[one.verdict]} ${one.verdict}`, tone: TONES[one.verdict] },
        { text: '', spark: sparkOf(one.curve) },
      ]),
      [
        textCell('random'),
        numberCell(result.random.mean, formatMeasure),
        numberCell(null, () => ''),
        numberCell(null, () => ''),
        numberCell(1, formatShare),
        textCell(''),
        { text: '', spark: sparkOf(result.random.curve) },
      ],
    ],
  };
}

function skipped({ skipped = [] }: CompareResult): readonly Table[] {
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
