import * as Plot from '@observablehq/plot';
import { formatCount, withMinus } from '../format/numbers.js';
import type { IntervalChart, IntervalRow } from '../view/chart.js';
import type { Tone } from '../view/tone.js';
import { FONT_SIZE, LABEL_OFFSET, NARROW, type DrawOptions } from './draw-options.js';
import { labelTexts, pixelsOf } from './label.js';
import { toneColor, type Palette } from './palette.js';
import { plotSvg } from './plot-svg.js';

const ROW = 26;
/** Radius of a dot with its line: one at the end of the axis keeps off the text beside it. */
const DOT = 6;
const SIGNS: Readonly<Record<Tone, 'circle' | 'square'>> = {
  good: 'circle',
  neutral: 'circle',
  bad: 'square',
};

/** Dots with whiskers, one row each; news is told by sign as well as by colour: full dot, hollow dot, square. */
export function drawIntervals(chart: IntervalChart, options: DrawOptions): string {
  const { palette, width } = options;
  const narrow = width < NARROW;
  const labels = labelTexts(
    chart.rows.map(({ name }) => name),
    narrow ? 18 : 34,
  );
  const ticks = ticksOf(chart, narrow ? 3 : 6);
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(pixelsOf));
  return plotSvg(
    {
      height: chart.rows.length * ROW + 78,
      marginTop: 26,
      marginBottom: 46,
      marginLeft: longest(labels) + 14,
      marginRight: longest(chart.rows.map(({ text }) => text)) + 18,
      x: {
        label: chart.xLabel,
        nice: !chart.whole,
        inset: DOT,
        zero: chart.zero !== undefined,
        ...(chart.rows.length === 0 && { domain: [0, 1] }),
      },
      y: { type: 'band', label: null, domain: labels.map((_, row) => row), padding: 0 },
      marks: [
        Plot.gridX({ stroke: palette.grid, strokeOpacity: 1, ticks }),
        Plot.axisX({
          color: palette.muted,
          fontSize: FONT_SIZE,
          tickSize: 0,
          ticks,
          ...(chart.whole && { tickFormat: formatCount }),
          labelArrow: 'none',
          labelOffset: LABEL_OFFSET,
        }),
        Plot.axisY({
          color: palette.ink,
          fontSize: FONT_SIZE,
          tickSize: 0,
          tickFormat: (row: number) => labels[row],
        }),
        ...zeroMarks(chart, palette),
        ...rowMarks(chart.rows, palette),
      ],
    },
    { title: chart.title, note: chart.note },
    options,
  );
}

/** How many ticks, or where values are whole (ranks, from 1 on) at which of them: 1 and whole numbers. */
function ticksOf({ whole, rows }: IntervalChart, most: number): number | number[] {
  if (!whole) return most;
  const last = Math.max(1, ...rows.map(({ value, high }) => high ?? value));
  const step = Math.ceil((last - 1) / most) || 1;
  return Array.from({ length: Math.floor((last - 1) / step) + 1 }, (_, tick) => 1 + tick * step);
}

function zeroMarks({ zero }: IntervalChart, { ink, muted }: Palette): Plot.Markish[] {
  if (zero === undefined) return [];
  return [
    Plot.ruleX([zero.value], { stroke: ink, strokeWidth: 1.5 }),
    Plot.text([zero], {
      x: 'value',
      text: 'label',
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      dy: -6,
      fill: muted,
    }),
  ];
}

function rowMarks(rows: readonly IntervalRow[], palette: Palette): Plot.Markish[] {
  const marks = rows.map((row, index) => ({ ...row, index, color: toneColor(palette, row.tone) }));
  const last = Math.max(...rows.map(({ value, high }) => high ?? value));
  const withInterval = marks
    .filter(({ low }) => low !== null)
    .map((row) => ({ ...row, end: row.high ?? last, dash: row.high === null ? '2,3' : undefined }));
  return [
    ...withInterval.map((row) =>
      Plot.ruleY([row], {
        y: 'index',
        x1: 'low',
        x2: 'end',
        stroke: row.color,
        strokeWidth: 2,
        ...(row.dash !== undefined && { strokeDasharray: row.dash }),
      }),
    ),
    ...marks.map((row) =>
      Plot.dot([row], {
        x: 'value',
        y: 'index',
        r: DOT - 1,
        symbol: SIGNS[row.tone],
        fill: row.tone === 'neutral' ? palette.paper : row.color,
        stroke: row.color,
        strokeWidth: 2,
      }),
    ),
    Plot.text(marks, {
      y: 'index',
      text: ({ text }: IntervalRow) => withMinus(text),
      frameAnchor: 'right',
      textAnchor: 'start',
      dx: 8,
      fill: palette.ink,
      fontVariant: 'tabular-nums',
    }),
  ];
}
