/** Values as JSON lines. */
export const jsonLines = (...values: unknown[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
