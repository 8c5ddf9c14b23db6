import * as Plot from '@observablehq/plot';
import type { ScatterChart } from '../view/chart.js';
import { axes } from './axes.js';
import { NARROW, type DrawOptions } from './draw-options.js';
import { plotSvg } from './plot-svg.js';

/** Points in a plane. */
export function drawScatter(chart: ScatterChart, options: DrawOptions): string {
  const { palette, width } = options;
  const narrow = width < NARROW;
  return plotSvg(
    {
      height: narrow ? 280 : 340,
      marginLeft: 48,
      marginRight: 20,
      marginTop: 34,
      marginBottom: 46,
      x: { label: chart.xLabel, nice: true, zero: false },
      y: { label: null, nice: true, zero: false },
      marks: [
        ...axes(palette, { xTicks: narrow ? 5 : 9, yTicks: 6 }),
        ...(chart.level === undefined ? [] : [Plot.ruleY([chart.level], { stroke: palette.baseline })]),
        Plot.dot(chart.points, { x: 'x', y: 'y', r: 3.5, fill: palette.main, fillOpacity: 0.6 }),
      ],
    },
    { title: chart.title, note: chart.note, yLabel: chart.yLabel },
    options,
  );
}
