import { plainText } from '../format/plain-text.js';
import { cutApart } from '../format/cut-apart.js';
import { padText, textWidth } from '../format/text-width.js';
import type { Cell, Column, Table } from '../view/table.js';
import type { Tone } from '../view/tone.js';
import { NO_PAINT, type Paint, type TerminalOptions } from './paint.js';
import { rangeOf, sparkline } from './sparkline.js';

const GAP = 2;
const NARROWEST = 8;
/** To what columns that yield are cut before what is left out last goes. */
const NARROW = 14;

/** What a table of the terminal is made of. */
export type TableContent = Pick<Table, 'columns' | 'rows'>;

/**
 * A table with aligned columns and no lines but one under the titles. Where `width` is too small, minor columns are left
 * out, last first; then columns that yield are cut as far as they do; then columns that leave later and those that leave last (intervals) are left
 * out; then the widest columns of text are cut. Texts of a column that differ still do when they are cut.
 *
 * @param maxRows - rows beyond these are counted, not shown; default: all
 */
export function renderTable(
  { columns, rows }: TableContent,
  { width, color = NO_PAINT, maxRows = Infinity }: TerminalOptions & { maxRows?: number },
): string {
  const cells = withText(rows, columns.length).slice(0, maxRows);
  const titles = columns.map(({ title }) => plainText(title));
  const layout = fit(columns, cells, width).map((column) => ({
    ...column,
    texts: cutApart([titles[column.index], ...cells.map((row) => row[column.index])], column.width),
  }));
  const line = (row: number, paint: (text: string, column: number) => string) =>
    layout
      .map(({ index, width, align, texts }, place) => {
        const text = texts[row];
        const isEnd = place === layout.length - 1 && align === 'left';
        return paint(isEnd ? text : padText(text, width, align), index);
      })
      .join(' '.repeat(GAP))
      .trimEnd();
  const rule = layout.map(({ width }) => '─'.repeat(width)).join('─'.repeat(GAP));
  return [
    line(0, (text) => color.bold(text)),
    color.dim(rule),
    ...cells.map((_, row) => line(row + 1, (text, column) => toneText(text, rows[row][column].tone, color))),
    ...(rows.length > cells.length ? [color.dim(`… and ${rows.length - cells.length} more`)] : []),
  ].join('\n');
}

interface ColumnLayout {
  readonly index: number;
  readonly align: 'left' | 'right';
  width: number;
}

function fit(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  width: number,
): readonly ColumnLayout[] {
  let layout = columns.map(({ title, align = 'left' }, index): ColumnLayout => {
    const widths = cells.map((row) => textWidth(row[index]));
    return { index, align, width: Math.max(textWidth(plainText(title)), rangeOf(widths)[1]) };
  });
  const total = () => layout.reduce((sum, column) => sum + column.width + GAP, -GAP);
  const leaveOut = (minor: true | 'later' | 'last') => {
    while (total() > width) {
      const last = layout.findLast(({ index }) => columns[index].minor === minor);
      if (last === undefined) break;
      layout = layout.filter((column) => column !== last);
    }
  };
  const cutTo = (leastOf: (column: Column) => number) => {
    while (total() > width) {
      const widest = layout
        .filter((column) => column.align === 'left' && column.width > leastOf(columns[column.index]))
        .sort((a, b) => b.width - a.width)[0];
      if (widest === undefined) break;
      widest.width -= 1;
    }
  };
  leaveOut(true);
  cutTo(({ yields = Infinity }) => yields);
  leaveOut('later');
  cutTo(({ yields }) => (yields === undefined ? Infinity : NARROW));
  leaveOut('last');
  cutTo(() => NARROWEST);
  return layout;
}

/** The rows as plain texts; the small lines of one column share a scale, so that they can be compared. */
function withText(rows: readonly (readonly Cell[])[], columns: number): readonly (readonly string[])[] {
  const ranges = Array.from({ length: columns }, (_, column) =>
    rangeOf(rows.flatMap((row) => row[column].spark ?? [])),
  );
  return rows.map((row) =>
    row.map(({ text, spark }, column) =>
      spark === undefined ? plainText(text) : sparkline(spark, { range: ranges[column] }),
    ),
  );
}

function toneText(text: string, tone: Tone | undefined, color: Paint): string {
  if (tone === 'good') return color.green(text);
  return tone === 'bad' ? color.yellow(text) : text;
}
