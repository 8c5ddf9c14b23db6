import * as Plot from '@observablehq/plot';
import type { MatrixChart } from '../view/chart.js';
import { FONT_SIZE, NARROW, type DrawOptions } from './draw-options.js';
import { labelText, pixelsOf } from './label.js';
import type { Palette } from './palette.js';
import { plotSvg } from './plot-svg.js';

/** Cells smaller than this have no number in them. */
const ROOM_FOR_NUMBER = 26;

/** The number of a column takes this much. */
const ROOM_FOR_NAME = 18;
/** Cells smaller than this have no frames: what is sure keeps its colour, the rest is paler. */
const ROOM_FOR_FRAME = 14;
/** What is left of the colour of a small cell that is not sure. */
const PALE = 0.5;

/**
 * A square of shares: the darker, the nearer to 1 or 0, in two colours; what is sure has a frame, or where there is no room for one is
 * all that has its full colour. Columns are numbered as rows are.
 */
export function drawMatrix(chart: MatrixChart, options: DrawOptions): string {
  const { palette, width } = options;
  const labels = chart.names.map((name, at) => labelText(`${at + 1} ${name}`, width < NARROW ? 14 : 30));
  const left = Math.max(...labels.map(pixelsOf)) + 12;
  const size = Math.min(40, Math.max(8, (width - left - 10) / labels.length));
  const step = numberedStep(Math.min(size, (width - left - 10) / labels.length));
  const framed = size >= ROOM_FOR_FRAME;
  const cells = chart.cells.map((cell) => ({
    ...cell,
    fill: cell.share >= 0.5 ? palette.main : palette.bad,
    depth: Math.abs(cell.share - 0.5) * 1.5 * (framed || cell.sure ? 1 : PALE),
  }));
  const places = labels.map((_, at) => at);
  return plotSvg(
    {
      height: size * labels.length + 34,
      marginTop: 24,
      marginBottom: 10,
      marginLeft: left,
      marginRight: Math.max(10, width - left - size * labels.length),
      x: { type: 'band', domain: places, label: null, padding: framed ? 0.06 : 0 },
      y: { type: 'band', domain: places, label: null, padding: framed ? 0.06 : 0 },
      marks: [
        Plot.axisY({
          color: palette.ink,
          fontSize: framed ? FONT_SIZE : 8,
          tickSize: 0,
          tickFormat: (row: number) => labels[row],
        }),
        Plot.axisX({
          anchor: 'top',
          color: palette.muted,
          fontSize: FONT_SIZE,
          tickSize: 0,
          tickFormat: (column: number) => ((column + 1) % step === 0 ? String(column + 1) : ''),
        }),
        Plot.cell(cells, {
          x: 'column',
          y: 'row',
          fill: (cell: (typeof cells)[number]) => cell.fill,
          fillOpacity: 'depth',
          ...(framed && {
            stroke: (cell: (typeof cells)[number]) => (cell.sure ? palette.ink : palette.grid),
          }),
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

/** Each how manieth column has room for its number. */
function numberedStep(column: number): number {
  return [1, 5, 10].find((step) => step * column >= ROOM_FOR_NAME) ?? 20;
}

/** A share in percent; nothing is certain. */
function percentText(share: number): string {
  if (share >= 0.995) return '>99';
  return share < 0.005 ? '<1' : String(Math.round(share * 100));
}

/** The shares in percent. */
function numbersOf(cells: MatrixChart['cells'], { ink }: Palette): Plot.Markish {
  return Plot.text(cells, {
    x: 'column',
    y: 'row',
    text: ({ share }: { share: number }) => percentText(share),
    fill: ink,
    fontSize: FONT_SIZE - 1,
  });
}
