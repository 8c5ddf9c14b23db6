/** A value as an object with string keys, or undefined when it is something else, an array included. */
export function jsonObject(value: unknown): Readonly<Record<string, any>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, any>)
    : undefined;
}
