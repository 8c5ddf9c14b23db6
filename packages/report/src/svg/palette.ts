import type { Tone } from '../view/tone.js';

/** The colours of a chart: anything that SVG takes as a colour. */
export interface Palette {
  readonly ink: string;
  /** Axis labels and notes; contrast of at least 4.5 to the paper. */
  readonly muted: string;
  readonly grid: string;
  readonly paper: string;
  /** What the chart is about. */
  readonly main: string;
  /** What it is held against: random selection. */
  readonly baseline: string;
  readonly good: string;
  readonly bad: string;
  /** Further lines, in order. */
  readonly others: readonly string[];
}

/** Colours for charts inside a page, which sets them for its light and its dark theme. */
export const PAGE_PALETTE: Palette = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  grid: 'var(--grid)',
  paper: 'var(--paper)',
  main: 'var(--main)',
  baseline: 'var(--baseline)',
  good: 'var(--main)',
  bad: 'var(--bad)',
  others: ['var(--line-1)', 'var(--line-2)', 'var(--line-3)', 'var(--line-4)'],
};

/** Dark on white, for charts that stand alone. Blue and vermilion stay apart for every common kind of colour blindness. */
export const PAPER_PALETTE: Palette = {
  ink: '#1c2430',
  muted: '#566070',
  grid: '#e3e7ec',
  paper: '#ffffff',
  main: '#0067b0',
  baseline: '#7b8592',
  good: '#0067b0',
  bad: '#c24a00',
  others: ['#00805f', '#a8508a', '#8a6a00', '#5b4bb5'],
};

/** The colour of good or bad news. */
export function toneColor(palette: Palette, tone: Tone): string {
  if (tone === 'good') return palette.good;
  return tone === 'bad' ? palette.bad : palette.baseline;
}
