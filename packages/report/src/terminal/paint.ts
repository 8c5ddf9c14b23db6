/** Colours for a terminal, as picocolors makes them: each wraps a text in escape codes, or returns it as it is. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  magenta(text: string): string;
  red(text: string): string;
}

const asItIs = (text: string) => text;

/** No colour at all. */
export const NO_PAINT: Paint = {
  bold: asItIs,
  dim: asItIs,
  cyan: asItIs,
  green: asItIs,
  yellow: asItIs,
  magenta: asItIs,
  red: asItIs,
};

/** How text for a terminal is laid out. */
export interface TerminalOptions {
  /** Columns to stay within. */
  readonly width: number;
  /** Absent = no colour. */
  readonly color?: Paint;
}
