import type { Tone } from './tone.js';

/** A point of a line, with the ends of its band. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

/** A line of a chart. */
export interface Line {
  readonly name: string;
  /** `main` is what the chart is about, `baseline` what it is held against (random selection). */
  readonly role: 'main' | 'baseline' | 'other';
  readonly points: readonly LinePoint[];
  readonly tone?: Tone;
}

interface ChartHead {
  /** Unique in a view; file names and anchors are made of it. */
  readonly name: string;
  readonly title: string;
  /** What to see in it, in a sentence. */
  readonly note?: string;
  readonly xLabel: string;
  /** Left out where there is one screen. */
  readonly onPagesOnly?: boolean;
  /** Shown folded where folding is possible. */
  readonly folded?: boolean;
}

/** Lines over subset size (or ability), with bands. */
export interface LineChart extends ChartHead {
  readonly kind: 'lines';
  readonly yLabel: string;
  readonly lines: readonly Line[];
  /** A horizontal line to reach. */
  readonly goal?: { readonly y: number; readonly label: string };
  /** A vertical line at an x of interest. */
  readonly mark?: { readonly x: number; readonly label: string };
}

/** One small line chart per selector, each against the same baseline. */
export interface PanelChart extends ChartHead {
  readonly kind: 'panels';
  readonly yLabel: string;
  readonly baseline: Line;
  readonly panels: readonly Line[];
}

/** One row of a dot-and-whisker chart. */
export interface IntervalRow {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly tone: Tone;
  /** The value as the row shows it. */
  readonly text: string;
}

/** Dots with whiskers, one row each, held against `zero`. */
export interface IntervalChart extends ChartHead {
  readonly kind: 'intervals';
  readonly zero?: { readonly value: number; readonly label: string };
  /** Values are whole numbers from 1 on: ranks. */
  readonly whole?: boolean;
  readonly rows: readonly IntervalRow[];
}

/** Points in a plane. */
export interface ScatterChart extends ChartHead {
  readonly kind: 'scatter';
  readonly yLabel: string;
  /** A horizontal line that the points are held against. */
  readonly level?: number;
  readonly points: readonly { readonly name: string; readonly x: number; readonly y: number }[];
}

/** Two rankings of the same systems, best at the top, joined by lines. */
export interface RankChart extends ChartHead {
  readonly kind: 'ranks';
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly systems: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

/** A square of shares, row against column. */
export interface MatrixChart extends ChartHead {
  readonly kind: 'matrix';
  /** Names of rows and columns alike. */
  readonly names: readonly string[];
  /** Shares in [0, 1] by row and column; `sure` marks what is certain enough to be said. */
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly share: number;
    readonly sure: boolean;
  }[];
}

export type Chart = LineChart | PanelChart | IntervalChart | ScatterChart | RankChart | MatrixChart;
