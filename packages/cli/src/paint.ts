import { NO_PAINT, type Paint } from '@goldpan/report';
import colors from 'picocolors';
import type { Terminal } from './terminal.js';

/** The colours of a terminal. */
export function paintOf({ color }: Terminal): Paint {
  return color ? colors.createColors(true) : NO_PAINT;
}
