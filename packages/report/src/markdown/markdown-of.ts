import type { ResultDocument } from '@goldpan/core';
import { plainText } from '../format/plain-text.js';
import { rangeOf, sparkline } from '../terminal/sparkline.js';
import type { Chart } from '../view/chart.js';
import { chartName } from '../view/chart-name.js';
import { itemTable } from '../view/item-table.js';
import type { Cell, Table } from '../view/table.js';
import { viewOf } from '../view/view-of.js';
import type { Block, View } from '../view/view.js';
import { escapeMarkdown } from './escape-markdown.js';

/** How a result becomes Markdown. */
export interface MarkdownOptions {
  /** Where the image of a chart is, by the name it has in `svgsOf`; absent = no images. */
  readonly chartPath?: (name: string) => string;
  /** Rows of a table that are shown, the rest is counted; default 50. */
  readonly maxRows?: number;
}

/**
 * A result as GitHub-flavoured Markdown: answer, key numbers, tables, how it was made. Text of the data is escaped.
 *
 * @throws NOT_A_RESULT
 */
export function markdownOf(result: ResultDocument, options: MarkdownOptions = {}): string {
  const view = viewOf(result);
  const parts = [
    `## ${escapeMarkdown(view.title)}`,
    `**${escapeMarkdown(view.answer)}**`,
    view.warnings
      .map(({ code, text }) => `> ⚠ ${escapeMarkdown(text)} (${escapeMarkdown(code)})`)
      .join('\n>\n'),
    view.numbers.map(numberLine).join('\n'),
    ...view.blocks.map((block) => blockMarkdown(block, view, options)),
    method(view),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function numberLine({ label, value, note }: View['numbers'][number]): string {
  const more = note === undefined || note === '' ? '' : ` (${escapeMarkdown(note)})`;
  return `- ${escapeMarkdown(label)}: **${escapeMarkdown(value)}**${more}`;
}

function blockMarkdown(block: Block, view: View, { chartPath, maxRows = 50 }: MarkdownOptions): string {
  const heading = `### ${escapeMarkdown(block.title)}`;
  if (block.kind === 'points')
    return block.points.length === 0
      ? ''
      : `${heading}\n\n${block.points.map((point) => `- ${escapeMarkdown(point)}`).join('\n')}`;
  if (block.kind === 'items') return `${heading}\n\n${tableMarkdown(itemTable(block), maxRows)}`;
  if (block.kind === 'table')
    return block.folded === true ? '' : `${heading}\n\n${tableMarkdown(block, maxRows)}`;
  return chartPath === undefined ? '' : `${heading}\n\n${image(block, chartPath(chartName(view, block)))}`;
}

function image({ title, note = '' }: Chart, path: string): string {
  const escaped = plainText(path).replace(/[\\<>]/g, '\\$&');
  return `![${escapeMarkdown(`${title}. ${note}`.trim())}](<${escaped}>)`;
}

function tableMarkdown({ columns, rows }: Pick<Table, 'columns' | 'rows'>, maxRows: number): string {
  const ranges = columns.map((_, column) => rangeOf(rows.flatMap((row) => row[column].spark ?? [])));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cellText = ({ text, spark }: Cell, column: number) =>
    spark === undefined ? escapeMarkdown(text) : sparkline(spark, { range: ranges[column] });
  return [
    line(columns.map(({ title }) => escapeMarkdown(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.slice(0, maxRows).map((row) => line(row.map(cellText))),
    ...(rows.length > maxRows ? ['', `… and ${rows.length - maxRows} more`] : []),
  ].join('\n');
}

function method({ facts, reproduce }: View): string {
  const lines = facts.map(({ name, value }) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`);
  return `### How this was made\n\n${lines.join('\n')}${reproduce === undefined ? '' : `\n\n${codeBlock(plainText(reproduce))}`}`;
}

/** A code block whose fence is longer than any in it. */
function codeBlock(code: string): string {
  const fence = '`'.repeat(Math.max(3, ...Array.from(code.matchAll(/`+/g), ([ticks]) => ticks.length + 1)));
  return `${fence}sh\n${code}\n${fence}`;
}
