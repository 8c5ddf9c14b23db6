import * as Plot from '@observablehq/plot';
import type { MatrixChart } from '../view/chart.js';
import { FONT_SIZE, NARROW, type DrawOptions } from './draw-options.js';
import { labelText, pixelsOf } from './label.js';
import type { Palette } from './palette.js';
import { plotSvg } from './plot-svg.js';

/** Cells smaller than this have no number in them. */
const ROOM_FOR_NUMBER = 26;

/** A square of shares: the darker, the nearer to 1 or 0, in two colours; a frame marks what is sure. Columns are numbered as rows are. */
export function drawMatrix(chart: MatrixChart, options: DrawOptions): string {
  const { palette, width } = options;
  const labels = chart.names.map((name, at) => labelText(`${at + 1} ${name}`, width < NARROW ? 14 : 30));
  const left = Math.max(...labels.map(pixelsOf)) + 12;
  const size = Math.min(40, Math.max(8, (width - left - 10) / labels.length));
  const cells = chart.cells.map((cell) => ({
    ...cell,
    fill: cell.share >= 0.5 ? palette.main : palette.bad,
    depth: Math.abs(cell.share - 0.5) * 1.5,
  }));
  const places = labels.map((_, at) => at);
  return plotSvg(
    {
      height: size * labels.length + 34,
      marginTop: 24,
      marginBottom: 10,
      marginLeft: left,
      marginRight: Math.max(10, width - left - size * labels.length),
      x: { type: 'band', domain: places, label: null, padding: 0.06 },
      y: { type: 'band', domain: places, label: null, padding: 0.06 },
      marks: [
        Plot.axisY({
          color: palette.ink,
          fontSize: size < 14 ? 8 : FONT_SIZE,
          tickSize: 0,
          tickFormat: (row: number) => labels[row],
        }),
        ...(size < 14
          ? []
          : [
              Plot.axisX({
                anchor: 'top',
                color: palette.muted,
                fontSize: FONT_SIZE,
                tickSize: 0,
                tickFormat: (column: number) => String(column + 1),
              }),
            ]),
        Plot.cell(cells, {
          x: 'column',
          y: 'row',
          fill: (cell: (typeof cells)[number]) => cell.fill,
          fillOpacity: 'depth',
          stroke: (cell: (typeof cells)[number]) => (cell.sure ? palette.ink : palette.grid),
        }),
        ...(size < ROOM_FOR_NUMBER ? [] : [numbersOf(cells, palette)]),
      ],
      color: { type: 'identity' },
      opacity: { type: 'identity' },
    },
    { title: chart.title, note: chart.note },
    options,
  );
}

/** The shares in percent. */
function numbersOf(cells: MatrixChart['cells'], { ink }: Palette): Plot.Markish {
  return Plot.text(cells, {
    x: 'column',
    y: 'row',
    text: ({ share }: { share: number }) => String(Math.round(share * 100)),
    fill: ink,
    fontSize: FONT_SIZE - 1,
  });
}
