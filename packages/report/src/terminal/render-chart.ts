import { formatCount, measureFormat } from '../format/numbers.js';
import { plainText } from '../format/plain-text.js';
import { cutText, padText, textWidth } from '../format/text-width.js';
import type { Line, LineChart } from '../view/chart.js';
import { drawLine, rowsOf, type Grid, type LineStyle } from './draw-line.js';
import { NO_PAINT, type Paint, type TerminalOptions } from './paint.js';
import { rangeOf } from './sparkline.js';

/** What a chart of the terminal is made of. */
export type ChartContent = Pick<LineChart, 'lines' | 'xLabel' | 'goal'> & { readonly yLabel?: string };

/**
 * Lines over one axis, drawn in characters. The first line that is not a baseline is drawn through, the baseline dotted, others
 * with a sign each, so that they can be told apart without colour.
 *
 * @param height - rows of the drawing itself, axis and legend not counted
 */
export function renderChart(
  { lines, xLabel, yLabel, goal }: ChartContent,
  { width, color = NO_PAINT, height = 10 }: TerminalOptions & { height?: number },
): string {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return color.dim('(no values)');
  const yRange = widen(rangeOf([...points.map(({ y }) => y), ...(goal === undefined ? [] : [goal.y])]));
  const xRange = rangeOf(points.map(({ x }) => x));
  const labels = axisLabels(yRange, height);
  const margin = rangeOf(labels.map(textWidth))[1];
  const columns = Math.max(10, width - margin - 2);
  const grid: Grid = Array.from({ length: height }, () =>
    Array.from({ length: columns }, () => ({ sign: ' ', paint: NO_PAINT.dim })),
  );
  const rowOf = (y: number) => Math.round(((yRange[1] - y) / (yRange[1] - yRange[0])) * (height - 1));
  if (goal !== undefined)
    for (const cell of grid[rowOf(goal.y)]) Object.assign(cell, { sign: '╌', paint: color.dim });
  const styles = stylesOf(lines, color);
  for (const [index, line] of [...lines.entries()].sort(([a], [b]) => depth(lines[a]) - depth(lines[b]))) {
    drawLine(grid, rowsOf(line.points, { columns, xRange, rowOf }), styles[index]);
  }
  return [
    ...(yLabel === undefined ? [] : [color.dim(plainText(yLabel))]),
    ...grid.map((row, r) => {
      const body = row.map(({ sign, paint }) => (sign === ' ' ? sign : paint(sign))).join('');
      return `${color.dim(padText(labels[r], margin, 'right'))} ${color.dim('┤')}${body.trimEnd()}`;
    }),
    color.dim(`${' '.repeat(margin + 1)}└${'─'.repeat(columns)}`),
    color.dim(`${' '.repeat(margin + 2)}${xAxis(xRange, xLabel, columns)}`),
    ...legendRows({ lines, goal, xLabel }, styles, { color, width: columns }).map(
      (row) => ' '.repeat(margin + 2) + row,
    ),
  ].join('\n');
}

/** Baselines lie at the back, the main line on top. */
function depth({ role }: Line): number {
  return role === 'baseline' ? 0 : role === 'other' ? 1 : 2;
}

function stylesOf(lines: readonly Line[], color: Paint): readonly LineStyle[] {
  const others = [
    { sign: '×', paint: color.yellow },
    { sign: '+', paint: color.magenta },
    { sign: 'o', paint: color.green },
    { sign: '*', paint: color.red },
  ];
  let used = 0;
  return lines.map(({ role }) => {
    if (role === 'main') return { sign: '─', paint: color.cyan };
    return role === 'baseline' ? { sign: '·', paint: color.dim } : others[used++ % others.length];
  });
}

/** Labels for the first, the middle and the last row, empty between. */
function axisLabels([low, high]: readonly [number, number], height: number): readonly string[] {
  const labelled = new Set([0, Math.round((height - 1) / 2), height - 1]);
  const measured = measureFormat([low, high]);
  return Array.from({ length: height }, (_, row) =>
    labelled.has(row) ? measured(high - ((high - low) * row) / (height - 1)) : '',
  );
}

function xAxis([first, last]: readonly [number, number], xLabel: string, columns: number): string {
  const measured = measureFormat([first, last]);
  const ends = [first, last].map((x) => (Number.isInteger(x) ? formatCount(x) : measured(x)));
  const space = columns - textWidth(ends[0]) - textWidth(ends[1]);
  const label = cutText(plainText(xLabel), Math.max(0, space - 2));
  const left = Math.floor((space - textWidth(label)) / 2);
  return ends[0] + ' '.repeat(Math.max(1, left)) + padText(label, Math.max(1, space - left)) + ends[1];
}

/** A sign and a name per line, broken into rows of at most `width` columns. */
function legendRows(
  { lines, goal }: ChartContent,
  styles: readonly LineStyle[],
  { color, width }: { color: Paint; width: number },
): readonly string[] {
  const entries = [
    ...lines.map(({ name }, index) => ({ name, ...styles[index] })),
    ...(goal === undefined ? [] : [{ name: goal.label, sign: '╌', paint: color.dim }]),
  ];
  const rows: string[] = [];
  let used = Infinity;
  for (const { name, sign, paint } of entries) {
    const label = cutText(plainText(name), width - 3);
    const size = 3 + textWidth(label);
    const fits = used + 3 + size <= width;
    const entry = `${paint(sign.repeat(2))} ${label}`;
    if (fits) rows.push(`${rows.pop()}   ${entry}`);
    else rows.push(entry);
    used = fits ? used + 3 + size : size;
  }
  return rows;
}

/** A range that is not a single value. */
function widen([low, high]: readonly [number, number]): readonly [number, number] {
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}
