import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { plainText } from '../format/plain-text.js';
import { FONT_SIZE, type DrawOptions } from './draw-options.js';
import { addLegend, addText, legendHeight, type LegendEntry } from './legend.js';
import { svgText } from './svg-text.js';

/** What to draw beside the options of Plot. */
export interface Drawing {
  /** What the image is called for those who do not see it. */
  readonly title: string;
  readonly note?: string;
  readonly legend?: readonly LegendEntry[];
  /** The name of the y axis, above it. */
  readonly yLabel?: string;
}

/** Draws a plot without a browser. The result has no ids, styles or scripts, and depends on its arguments alone. */
export function plotSvg(plot: Plot.PlotOptions, drawing: Drawing, { width, palette }: DrawOptions): string {
  const { document } = parseHTML('<!doctype html><html></html>');
  const { title, note, yLabel, legend = [] } = drawing;
  const above = legendHeight(legend, width);
  const svg = Plot.plot({
    ...plot,
    width,
    height: (plot.height ?? 300) + above,
    marginTop: (plot.marginTop ?? 26) + above,
    document: document as unknown as Document,
    ariaLabel: plainText(title),
    ...(note !== undefined && { ariaDescription: plainText(note) }),
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute('fill', palette.ink);
  svg.setAttribute('font-size', String(FONT_SIZE));
  svg.setAttribute('font-family', 'system-ui, Helvetica, Arial, DejaVu Sans, sans-serif');
  addLegend(svg, legend, { width, ink: palette.ink });
  if (yLabel !== undefined) addText(svg, plainText(yLabel), { x: 0, y: above + 11, fill: palette.muted });
  return svgText(svg);
}
