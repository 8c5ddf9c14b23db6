/** A value that came, as an error text shows it: JSON, and in words what JSON lacks; cut after `most` characters. */
export function showValue(value: unknown, most = 60): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : asJson(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value); // a bigint, or an object that contains itself
  }
}
