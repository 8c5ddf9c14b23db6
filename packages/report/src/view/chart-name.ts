import type { Chart } from './chart.js';
import type { Block, View } from './view.js';

/** The name of a chart among all charts of all commands, with nothing in it that a file system would mind: `compare-gains`. */
export function chartName({ command }: Pick<View, 'command'>, { name }: Pick<Chart, 'name'>): string {
  return `${command}-${name.replace(/[^a-z0-9-]+/gi, '-').toLowerCase()}`;
}

/** Whether a block is drawn rather than written. */
export function isChart(block: Block): block is Chart {
  return block.kind !== 'table' && block.kind !== 'items' && block.kind !== 'points';
}
