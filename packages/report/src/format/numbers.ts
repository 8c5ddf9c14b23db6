/** What is shown where there is no number. */
export const NO_NUMBER = '–';

/** A whole number with its thousands set apart: `12,345`. */
export function formatCount(value: number | null): string {
  if (value === null) return NO_NUMBER;
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A measure, utility or parameter: three digits after the point; small values keep three digits that count, whole ones none. */
export function formatMeasure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_NUMBER;
  const size = Math.abs(value);
  if (Number.isInteger(value) && size > 1) return formatCount(value);
  if (size !== 0 && size < 0.0005) return value.toExponential(1);
  return value.toFixed(size < 100 ? 3 : 1);
}

/** A difference, with its sign: `+0.021`. */
export function formatGain(value: number | null): string {
  return value !== null && value > 0 ? `+${formatMeasure(value)}` : formatMeasure(value);
}

/** A share of one as a percentage: `38%`; below 10% with one digit after the point. */
export function formatShare(value: number | null): string {
  if (value === null) return NO_NUMBER;
  const percent = value * 100;
  return `${percent.toFixed(percent < 9.95 && !Number.isInteger(percent) ? 1 : 0)}%`;
}

/** An amount of cost: whole where it is whole or large, otherwise one digit after the point. */
export function formatAmount(value: number | null): string {
  if (value === null) return NO_NUMBER;
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return formatCount(value);
  return value.toFixed(1);
}

/** An amount with its unit; one item is not `1 items`. */
export function formatCost(value: number | null, unit: string): string {
  return `${formatAmount(value)} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** Both ends of an interval: `0.008 to 0.034`. */
export function formatInterval(
  { low, high }: { low?: number | null; high?: number | null },
  format: (value: number | null) => string = formatMeasure,
): string {
  if ((low ?? null) === null && (high ?? null) === null) return NO_NUMBER;
  return `${format(low ?? null)} to ${format(high ?? null)}`;
}
