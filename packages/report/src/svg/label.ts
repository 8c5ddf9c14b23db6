import { plainText } from '../format/plain-text.js';
import { cutApart } from '../format/cut-apart.js';
import { cutMiddle, textWidth } from '../format/text-width.js';
import { FONT_SIZE } from './draw-options.js';

/** A name of the data as a label of at most `columns` characters. */
export function labelText(name: string, columns: number): string {
  return cutMiddle(plainText(name), columns);
}

/** Names of the data as labels of at most `columns` characters, of which those that differ still do. */
export function labelTexts(names: readonly string[], columns: number): readonly string[] {
  return cutApart(names.map(plainText), columns, 'middle');
}

/** About how many pixels a text takes; a little too much rather than too little. */
export function pixelsOf(text: string): number {
  return textWidth(text) * FONT_SIZE * 0.62;
}
