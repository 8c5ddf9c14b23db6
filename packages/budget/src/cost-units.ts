/** Seconds in one unit of time, by every spelling that is understood. */
const SECONDS = new Map(
  [
    { seconds: 1, names: ['s', 'sec', 'secs', 'second', 'seconds'] },
    { seconds: 60, names: ['m', 'min', 'mins', 'minute', 'minutes'] },
    { seconds: 3600, names: ['h', 'hr', 'hrs', 'hour', 'hours'] },
  ].flatMap(({ seconds, names }) => names.map((name): [string, number] => [name, seconds])),
);

/** How many of unit `to` one of unit `from` is; undefined where they cannot be converted. Times convert, others do not; `word` is `words`. */
export function unitsPer(from: string, to: string): number | undefined {
  if (from === to || `${from}s` === to) return 1;
  const [a, b] = [SECONDS.get(from.toLowerCase()), SECONDS.get(to.toLowerCase())];
  return a === undefined || b === undefined ? undefined : a / b;
}

/** The short form of a unit for numbers in a sentence: `min` for minutes, `s`, `h`; any other unit as it is. */
export function shortUnit(unit: string): string {
  const seconds = SECONDS.get(unit.toLowerCase());
  return seconds === undefined ? unit : seconds === 1 ? 's' : seconds === 60 ? 'min' : 'h';
}
