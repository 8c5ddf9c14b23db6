import * as Plot from '@observablehq/plot';
import type { Line, LineChart, LinePoint } from '../view/chart.js';
import { axes } from './axes.js';
import { NARROW, type DrawOptions } from './draw-options.js';
import type { LegendEntry } from './legend.js';
import { toneColor, type Palette } from './palette.js';
import { plotSvg } from './plot-svg.js';

/** More points than this are drawn without dots. */
const MOST_DOTS = 40;
const DASHES = [undefined, '6,3', '2,3', '8,3,2,3'];

/** Lines over an axis, with bands, a goal and a mark. */
export function drawLines(chart: LineChart, options: DrawOptions): string {
  const { palette, width } = options;
  const narrow = width < NARROW;
  const entries = legendOf(chart.lines, palette);
  const order = [...chart.lines.keys()].sort((a, b) => depth(chart.lines[a]) - depth(chart.lines[b]));
  return plotSvg(
    {
      height: narrow ? 240 : 320,
      marginLeft: 48,
      marginRight: 20,
      marginTop: 34,
      marginBottom: 46,
      x: { label: chart.xLabel, nice: false },
      y: { label: null, nice: true, zero: false },
      marks: [
        ...axes(palette, { xTicks: narrow ? 4 : 8, yTicks: 5 }),
        ...order.flatMap((index) => bandMarks(chart.lines[index].points, entries[index].color)),
        ...ruleMarks(chart, palette),
        ...order.flatMap((index) => lineMarks(chart.lines[index], entries[index], palette)),
      ],
    },
    {
      title: chart.title,
      note: chart.note,
      yLabel: chart.yLabel,
      legend: chart.lines.length > 1 ? entries : [],
    },
    options,
  );
}

/** The band around a line, where it has one. */
export function bandMarks(points: readonly LinePoint[], fill: string, facet: object = {}): Plot.Markish[] {
  const withBand = points.filter(({ low }) => low !== undefined);
  if (withBand.length === 0) return [];
  return [Plot.areaY(withBand, { x: 'x', y1: 'low', y2: 'high', fill, fillOpacity: 0.18, ...facet })];
}

function lineMarks({ points, role }: Line, { color, dash }: LegendEntry, { paper }: Palette): Plot.Markish[] {
  const stroke = { x: 'x', y: 'y', stroke: color, strokeWidth: role === 'main' ? 2.5 : 1.75 };
  const line = Plot.lineY(points, { ...stroke, ...(dash !== undefined && { strokeDasharray: dash }) });
  if (points.length > MOST_DOTS || role === 'baseline') return [line];
  return [line, Plot.dot(points, { x: 'x', y: 'y', r: 3, fill: color, stroke: paper, strokeWidth: 1 })];
}

function ruleMarks({ goal, mark, lines }: LineChart, palette: Palette): Plot.Markish[] {
  const rule = { stroke: palette.ink, strokeWidth: 1, strokeDasharray: '4,4' };
  const label = { fill: palette.ink, stroke: palette.paper, strokeWidth: 4, text: 'label' };
  return [
    ...(goal === undefined
      ? []
      : [
          Plot.ruleY([goal.y], rule),
          Plot.text([goal], { ...label, y: 'y', frameAnchor: 'left', textAnchor: 'start', dx: 6, dy: -9 }),
        ]),
    ...(mark === undefined
      ? []
      : [
          Plot.ruleX([mark.x], rule),
          Plot.text([mark], {
            ...label,
            x: 'x',
            frameAnchor: 'bottom',
            dy: -8,
            ...besideMark(mark.x, lines),
          }),
        ]),
  ];
}

/** The label of a mark far to the right is on its left. */
function besideMark(x: number, lines: readonly Line[]) {
  const last = Math.max(...lines.flatMap(({ points }) => points.map((point) => point.x)));
  return x > last * 0.7
    ? ({ textAnchor: 'end', dx: -6 } as const)
    : ({ textAnchor: 'start', dx: 6 } as const);
}

function legendOf(lines: readonly Line[], palette: Palette): readonly LegendEntry[] {
  let others = 0;
  return lines.map(({ name, role, tone = 'good' }) => {
    if (role === 'main') return { name, color: tone === 'neutral' ? palette.main : toneColor(palette, tone) };
    if (role === 'baseline') return { name, color: palette.baseline };
    const index = others++;
    const dash = DASHES[Math.floor(index / palette.others.length) % DASHES.length];
    return {
      name,
      color: palette.others[index % palette.others.length],
      ...(dash !== undefined && { dash }),
    };
  });
}

/** Baselines lie at the back, the main line on top. */
function depth({ role }: Line): number {
  return role === 'baseline' ? 0 : role === 'other' ? 1 : 2;
}
