import * as Plot from '@observablehq/plot';
import type { PanelChart } from '../view/chart.js';
import { axes } from './axes.js';
import { bandMarks } from './draw-lines.js';
import { NARROW, type DrawOptions } from './draw-options.js';
import { labelText } from './label.js';
import { toneColor } from './palette.js';
import { plotSvg } from './plot-svg.js';

const PANEL_HEIGHT = 128;

/** Small charts side by side, on the same axes, each a line against the baseline. */
export function drawPanels(chart: PanelChart, options: DrawOptions): string {
  const { palette, width } = options;
  const columns = width < NARROW ? 2 : 3;
  const rows = Math.ceil(chart.panels.length / columns);
  const characters = Math.floor((width - 60) / columns / 8);
  const facetOf = (index: number) => ({ fx: () => index % columns, fy: () => Math.floor(index / columns) });
  return plotSvg(
    {
      height: rows * PANEL_HEIGHT + 84,
      marginTop: 46,
      marginLeft: 44,
      marginRight: 12,
      marginBottom: 46,
      x: { label: chart.xLabel },
      y: { label: null, nice: true, zero: false },
      fx: { axis: null, padding: 0.08 },
      fy: { axis: null, padding: 0.26 },
      marks: [
        ...axes(palette, { xTicks: 3, yTicks: 3 }),
        ...chart.panels.flatMap((panel, index) => {
          const facet = facetOf(index);
          const color = toneColor(palette, panel.tone === 'bad' ? 'bad' : 'good');
          const { points: base } = chart.baseline;
          return [
            ...bandMarks(base, palette.baseline, facet),
            ...bandMarks(panel.points, color, facet),
            Plot.lineY(base, { x: 'x', y: 'y', stroke: palette.baseline, strokeWidth: 1.5, ...facet }),
            Plot.lineY(panel.points, { x: 'x', y: 'y', stroke: color, strokeWidth: 2, ...facet }),
            Plot.text([labelText(panel.name, characters)], {
              text: (name: string) => name,
              frameAnchor: 'top-left',
              lineAnchor: 'bottom',
              dy: -6,
              fill: palette.ink,
              fontWeight: 600,
              ...facet,
            }),
          ];
        }),
      ],
    },
    { title: chart.title, note: chart.note, yLabel: chart.yLabel },
    options,
  );
}
