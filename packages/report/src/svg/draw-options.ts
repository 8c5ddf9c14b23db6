import type { Palette } from './palette.js';

/** How a chart is drawn. */
export interface DrawOptions {
  /** In pixels; the height follows from the content. */
  readonly width: number;
  readonly palette: Palette;
}

/** Narrower than this, labels are shortened and fewer things stand side by side. */
export const NARROW = 480;
export const FONT_SIZE = 12;
/** From the x axis to the baseline of its label. */
export const LABEL_OFFSET = 38;
