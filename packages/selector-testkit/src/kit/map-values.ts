/** A record with the same names, in the same order, and other values. */
export function mapValues<T, U>(
  values: Readonly<Record<string, T>>,
  map: (value: T, name: string, at: number) => U,
): Record<string, U> {
  // fromEntries makes own properties, so a name may be __proto__.
  return Object.fromEntries(Object.entries(values).map(([name, value], at) => [name, map(value, name, at)]));
}
