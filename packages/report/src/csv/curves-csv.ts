import type { EvaluateDocument } from '@goldpan/core';

/** The curves of an evaluation as CSV: one line per subset, measure and size. Random selection comes as a subset `random`. */
export function curvesCsv({ subsets, random }: EvaluateDocument): string {
  const sources = [...subsets, ...(random ? [{ name: 'random', curves: random.curves }] : [])];
  const rows = sources.flatMap(({ name, curves = {} }) =>
    Object.entries(curves).flatMap(([measure, curve]) =>
      curve.map(({ size, value, low, high }) => [name, measure, size, value, low, high]),
    ),
  );
  return [['subset', 'measure', 'size', 'value', 'low', 'high'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

/** A spreadsheet must not take a text for a formula: such a text gets an apostrophe before it. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
