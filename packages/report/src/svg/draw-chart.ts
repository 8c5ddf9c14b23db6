import type { Chart } from '../view/chart.js';
import { drawIntervals } from './draw-intervals.js';
import { drawLines } from './draw-lines.js';
import type { DrawOptions } from './draw-options.js';
import { drawMatrix } from './draw-matrix.js';
import { drawPanels } from './draw-panels.js';
import { drawRanks } from './draw-ranks.js';
import { drawScatter } from './draw-scatter.js';

/** Any chart as one `<svg>` element. */
export function drawChart(chart: Chart, options: DrawOptions): string {
  switch (chart.kind) {
    case 'lines':
      return drawLines(chart, options);
    case 'panels':
      return drawPanels(chart, options);
    case 'intervals':
      return drawIntervals(chart, options);
    case 'scatter':
      return drawScatter(chart, options);
    case 'matrix':
      return drawMatrix(chart, options);
    case 'ranks':
      return drawRanks(chart, options);
  }
}
