/** The identifier of a record that may have any shape. */
export function idOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { id, i } = record as { id?: unknown; i?: unknown };
  const label = id ?? i;
  return typeof label === 'string' || typeof label === 'number' ? String(label) : undefined;
}
