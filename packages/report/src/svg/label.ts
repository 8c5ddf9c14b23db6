import { plainText } from '../format/plain-text.js';
import { cutMiddle, textWidth } from '../format/text-width.js';
import { FONT_SIZE } from './draw-options.js';

/** A name of the data as a label of at most `columns` characters. */
export function labelText(name: string, columns: number): string {
  return cutMiddle(plainText(name), columns);
}

/** About how many pixels a text takes; a little too much rather than too little. */
export function pixelsOf(text: string): number {
  return textWidth(text) * FONT_SIZE * 0.62;
}
