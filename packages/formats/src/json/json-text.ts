/** A value as JSON text; whole numbers that JSON has no type for keep their digits as text. */
export function jsonText(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ??
    'null'
  );
}

/** A name or label of any kind as text: a text as it is, an object as JSON. Safe where an object has a member `toString`. */
export function labelText(value: unknown): string {
  return typeof value === 'object' && value !== null ? jsonText(value) : String(value);
}
