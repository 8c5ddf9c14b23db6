/** A value that came from JSON as JSON text again. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
