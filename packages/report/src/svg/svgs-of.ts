import type { ResultDocument } from '@goldpan/core';
import { chartName, isChart } from '../view/chart-name.js';
import { viewOf } from '../view/view-of.js';
import { drawChart } from './draw-chart.js';
import { PAPER_PALETTE } from './palette.js';

/** A chart as a file of its own. */
export interface SvgChart {
  /** `compare-gains`: the command and the chart, fit for a file name. */
  readonly name: string;
  readonly title: string;
  readonly svg: string;
}

const PADDING = 16;

/**
 * Every chart of a result as an SVG document of its own, dark on white, with its fonts named by families that are found
 * everywhere. Same result, same bytes.
 *
 * @param result - what a command or a function answered
 * @param options - `width`: in pixels; default 720
 * @throws NOT_A_RESULT
 */
export function svgsOf(
  result: ResultDocument,
  { width = 720 }: { readonly width?: number } = {},
): readonly SvgChart[] {
  const view = viewOf(result);
  return view.blocks.filter(isChart).map((chart) => ({
    name: chartName(view, chart),
    title: chart.title,
    svg: standalone(drawChart(chart, { width, palette: PAPER_PALETTE })),
  }));
}

/** Adds the name space and a white sheet with a margin. */
function standalone(svg: string): string {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
  const box = [-PADDING, -PADDING, width + 2 * PADDING, height + 2 * PADDING];
  const sheet = `<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="${PAPER_PALETTE.paper}"></rect>`;
  return svg
    .replace(
      /^<svg([^>]*?) viewBox="[^"]*"/,
      `<svg xmlns="http://www.w3.org/2000/svg"$1 viewBox="${box.join(' ')}"`,
    )
    .replace(/ width="[\d.]+"/, ` width="${box[2]}"`)
    .replace(/ height="[\d.]+"/, ` height="${box[3]}"`)
    .replace('>', `>${sheet}`)
    .concat('\n');
}
