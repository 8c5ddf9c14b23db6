/** A value that came, as an error text shows it: JSON, and in words what JSON lacks; cut after `most` characters. Never throws. */
export function showValue(value: unknown, most = 60): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** Each way fails for some values: JSON for one that contains itself or is nested deeply, a text for one without a way to become text. */
function textOf(value: unknown): string {
  const ways = [
    () => JSON.stringify(value),
    () => String(value),
    () => Object.prototype.toString.call(value),
  ];
  for (const way of ways) {
    try {
      const text: unknown = way();
      if (typeof text === 'string') return text;
    } catch {
      // The next way.
    }
  }
  return 'a value that cannot be shown';
}
