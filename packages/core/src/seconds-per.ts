/** Seconds in one unit of time, by every spelling that is understood. */
const SECONDS = new Map(
  [
    { seconds: 1, names: ['s', 'sec', 'secs', 'second', 'seconds'] },
    { seconds: 60, names: ['m', 'min', 'mins', 'minute', 'minutes'] },
    { seconds: 3600, names: ['h', 'hr', 'hrs', 'hour', 'hours'] },
  ].flatMap(({ seconds, names }) => names.map((name): [string, number] => [name, seconds])),
);

/** How many seconds a unit of time is, such as 60 of `min`, `m` or `Minutes`; undefined where it is no unit of time from seconds to hours. */
export function secondsPer(unit: string): number | undefined {
  return SECONDS.get(unit.toLowerCase());
}
