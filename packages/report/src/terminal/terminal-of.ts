import type { ResultDocument } from '@goldpan/core';
import { plainText } from '../format/plain-text.js';
import { itemTable } from '../view/item-table.js';
import { viewOf } from '../view/view-of.js';
import type { Points } from '../view/points.js';
import type { Block, View } from '../view/view.js';
import { NO_PAINT, type Paint, type TerminalOptions } from './paint.js';
import { renderChart } from './render-chart.js';
import { renderTable } from './render-table.js';
import { wrapText } from './wrap-text.js';

/** Wider lines are hard to read. */
const WIDEST = 110;

/**
 * A result as text for a terminal: the answer, warnings, tables and small charts, how it was made. Control characters of
 * the data are spelled out, so that no text of the data can drive the terminal.
 *
 * @param options.width - columns to stay within
 * @param options.color - colours; absent = none
 * @param options.maxRows - rows of a table that are shown, the rest is counted; default 30
 * @throws NOT_A_RESULT
 */
export function terminalOf(
  result: ResultDocument,
  options: TerminalOptions & { readonly maxRows?: number },
): string {
  const view = viewOf(result);
  const { color = NO_PAINT, maxRows = 30 } = options;
  const width = Math.min(options.width, WIDEST);
  const parts = [
    color.bold(view.title),
    wrapText(plainText(view.answer), width),
    ...view.warnings.map(({ code, text }) =>
      color.yellow(wrapText(`warning ${plainText(code)}: ${plainText(text)}`, width)),
    ),
    ...view.blocks.filter(isShown).flatMap((block) => blockText(block, { width, color, maxRows })),
    method(view, { width, color }),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A screen has room for one chart: the first of lines. */
function isShown(block: Block, index: number, blocks: readonly Block[]): boolean {
  if (block.kind !== 'points' && block.onPagesOnly) return false;
  return block.kind !== 'lines' || blocks.findIndex(({ kind }) => kind === 'lines') === index;
}

function blockText(block: Block, at: { width: number; color: Paint; maxRows: number }): readonly string[] {
  const under = (title: string, body: string) => [`${at.color.bold(plainText(title))}\n${body}`];
  if (block.kind === 'table') return block.folded === true ? [] : under(block.title, renderTable(block, at));
  if (block.kind === 'points')
    return block.points.length === 0 ? [] : under(block.title, pointsText(block, at.width));
  if (block.kind === 'items') return under(block.title, renderTable(itemTable(block), at));
  return block.kind === 'lines' ? under(block.title, renderChart({ ...block, yLabel: undefined }, at)) : [];
}

/** Sentences with a dash each, wrapped under it. */
function pointsText({ points }: Points, width: number): string {
  return points
    .map((point) => `- ${wrapText(plainText(point), width - 2).replaceAll('\n', '\n  ')}`)
    .join('\n');
}

function method(view: View, { width, color }: { width: number; color: Paint }): string {
  const facts = view.facts
    .map(({ name, value, brief = value }) => `${name}: ${plainText(brief)}`)
    .join(' · ');
  const again = view.reproduce === undefined ? [] : [color.dim(`$ ${plainText(view.reproduce)}`)];
  return [color.dim(wrapText(facts, width)), ...again].join('\n');
}
