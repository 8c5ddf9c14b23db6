import * as Plot from '@observablehq/plot';
import { FONT_SIZE, LABEL_OFFSET } from './draw-options.js';
import type { Palette } from './palette.js';

/** Horizontal grid lines and both axes, in the colours of the palette. */
export function axes(palette: Palette, at: { xTicks: number; yTicks: number }): Plot.Markish[] {
  const common = { color: palette.muted, fontSize: FONT_SIZE, tickSize: 4 };
  return [
    Plot.gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: at.yTicks }),
    Plot.axisX({ ...common, ticks: at.xTicks, labelArrow: 'none', labelOffset: LABEL_OFFSET }),
    Plot.axisY({ ...common, tickSize: 0, ticks: at.yTicks }),
  ];
}
