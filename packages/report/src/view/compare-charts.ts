import type { CompareDocument, ComparedSelector } from '@goldpan/core';
import { directionNotes, measureOf } from '../format/measure-text.js';
import { optionValues } from '../format/option-text.js';
import type { Chart, IntervalChart, Line, PanelChart } from './chart.js';
import { gainFormat } from './compare-table.js';
import { intervalName } from './facts.js';
import { linePoints } from './line-points.js';
import { VERDICT_TONES } from './verdict.js';

/** More rows than this make a chart too long to take in; the table has them all. */
const MOST_ROWS = 20;
const MOST_PANELS = 9;

/** Gains with intervals, the curve of one selector, and the curves of the first ones in panels. */
export function compareCharts(result: CompareDocument, main: ComparedSelector): readonly Chart[] {
  const { selectors, random } = result;
  const measure = measureOf(result, result.measure);
  const baseline: Line = { name: 'random', role: 'baseline', points: linePoints(random.curve) };
  const curve: Chart = {
    kind: 'lines',
    name: 'curve',
    title: `${measure.title} by subset size`,
    note: [...directionNotes(measure), `The bands are ${intervalName(result)}s.`].join(' '),
    xLabel: 'items judged',
    yLabel: measure.label,
    lines: [baseline, lineOf(main, selectors)],
  };
  return [gainChart(result), curve, ...(selectors.length < 2 ? [] : [panelChart(result, baseline)])];
}

function gainChart(result: CompareDocument): IntervalChart {
  const { selectors, measure } = result;
  const gained = gainFormat(selectors);
  return {
    kind: 'intervals',
    name: 'gains',
    title: 'Gain over random selection',
    note: `Right of the line: better than random. Where the whisker crosses the line, the data does not tell.${firstOf(MOST_ROWS, selectors)}`,
    xLabel: `gain in mean ${measureOf(result, measure).label}`,
    zero: { value: 0, label: 'random' },
    rows: selectors.slice(0, MOST_ROWS).map((one) => ({
      name: nameOf(one, selectors),
      value: one.gain.mean,
      low: one.gain.low,
      high: one.gain.high,
      tone: VERDICT_TONES[one.verdict],
      text: gained(one.gain.mean),
    })),
  };
}

function panelChart(result: CompareDocument, baseline: Line): PanelChart {
  const { selectors, measure } = result;
  return {
    kind: 'panels',
    name: 'panels',
    title: 'Each selector against random selection',
    note: `The grey line and band are random selection.${firstOf(MOST_PANELS, selectors)}`,
    xLabel: 'items judged',
    yLabel: measureOf(result, measure).label,
    baseline,
    panels: selectors.slice(0, MOST_PANELS).map((one) => lineOf(one, selectors)),
  };
}

function lineOf(selector: ComparedSelector, all: readonly ComparedSelector[]): Line {
  const points = linePoints(selector.curve);
  return { name: nameOf(selector, all), role: 'main', points, tone: VERDICT_TONES[selector.verdict] };
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
