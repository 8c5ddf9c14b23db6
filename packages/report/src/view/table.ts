import type { Tone } from './tone.js';

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Left out where there is little room, those on the right first: `true`, then `later`, then `last`, which stays on a telephone. */
  readonly minor?: boolean | 'later' | 'last';
  /** Columns of a terminal to which texts are cut before what is minor `later` or `last` is left out; absent = after it. */
  readonly yields?: number;
  /** Small lines instead of a chart; left out where there are charts. */
  readonly sparks?: boolean;
}

/** What one cell shows and how it sorts. */
export interface Cell {
  readonly text: string;
  /** What to sort by; absent = by text, null = last. */
  readonly sort?: number | null;
  readonly tone?: Tone;
  /** Values of a small line, in order. */
  readonly spark?: readonly number[];
}

/** Rows under titles; the first column names the row. */
export interface Table {
  readonly kind: 'table';
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Left out where there is one screen. */
  readonly onPagesOnly?: boolean;
  /** Shown folded where folding is possible, and otherwise left out: numbers behind a chart. `on-pages`: otherwise shown as well. */
  readonly folded?: boolean | 'on-pages';
}

/** A cell of text. */
export function textCell(text: string, tone?: Tone): Cell {
  return tone === undefined ? { text } : { text, tone };
}

/** A cell of a number that sorts by its value. */
export function numberCell(
  value: number | null | undefined,
  format: (value: number | null) => string,
  tone?: Tone,
): Cell {
  const sort = value ?? null;
  return tone === undefined ? { text: format(sort), sort } : { text: format(sort), sort, tone };
}
