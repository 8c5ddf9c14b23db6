import type { LinePoint } from '../view/chart.js';

/** How a line looks: drawn through with box characters where the sign is `─`, otherwise this sign in every column. */
export interface LineStyle {
  readonly sign: string;
  readonly paint: (text: string) => string;
}

/** The characters of a drawing, rows from the top. */
export type Grid = LineStyle[][];

/** The row of a line in each column, by linear interpolation; undefined outside its points. */
export function rowsOf(
  points: readonly LinePoint[],
  at: { columns: number; xRange: readonly [number, number]; rowOf: (y: number) => number },
): readonly (number | undefined)[] {
  const [first, last] = at.xRange;
  let next = 0;
  return Array.from({ length: at.columns }, (_, column) => {
    const x = first + ((last - first) * column) / (at.columns - 1);
    while (next < points.length && points[next].x < x) next += 1;
    if (next === points.length) return undefined;
    const { x: right, y } = points[next];
    if (right === x || first === last) return at.rowOf(y);
    if (next === 0) return undefined;
    const { x: left, y: before } = points[next - 1];
    return at.rowOf(before + ((y - before) * (x - left)) / (right - left));
  });
}

/** Draws a line over what is in the grid already. */
export function drawLine(
  grid: Grid,
  rows: readonly (number | undefined)[],
  { sign, paint }: LineStyle,
): void {
  const put = (row: number, column: number, character: string) => {
    grid[row][column] = { sign: character, paint };
  };
  for (const [column, row] of rows.entries()) {
    if (row === undefined) continue;
    const before = sign === '─' ? rows[column - 1] : undefined;
    if (before === undefined || before === row) {
      put(row, column, sign);
      continue;
    }
    const up = row < before;
    put(before, column, up ? '╯' : '╮');
    put(row, column, up ? '╭' : '╰');
    for (let r = Math.min(row, before) + 1; r < Math.max(row, before); r++) put(r, column, '│');
  }
}
