import { secondsPer } from '@goldpan/core';

/** How many of unit `to` one of unit `from` is; undefined where they cannot be converted. Times convert, others do not; `word` is `words`. */
export function unitsPer(from: string, to: string): number | undefined {
  if (from === to || `${from}s` === to) return 1;
  const [a, b] = [secondsPer(from), secondsPer(to)];
  return a === undefined || b === undefined ? undefined : a / b;
}

/** The short form of a unit for numbers in a sentence: `min` for minutes, `s`, `h`; any other unit as it is. */
export function shortUnit(unit: string): string {
  const seconds = secondsPer(unit);
  return seconds === undefined ? unit : seconds === 1 ? 's' : seconds === 60 ? 'min' : 'h';
}
