/** What is shown where there is no number. */
export const NO_NUMBER = '–';

/** A whole number with its thousands set apart: `12,345`. */
export function formatCount(value: number | null): string {
  if (value === null) return NO_NUMBER;
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A measure or parameter: three digits after the point, one for large values, none for whole ones. */
export function formatMeasure(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_NUMBER;
  const size = Math.abs(value);
  if (Number.isInteger(value) && size > 1) return formatCount(value);
  return size < 0.0005 ? '0.000' : value.toFixed(size < 100 ? 3 : 1);
}

/** Differences smaller than this share of the values are rounding. */
const ROUNDING = 1e-9;
/** Values within this range of each other need more digits than others. */
const CLOSE = 0.01;
/** Beyond so many digits after the point a number is written with a power of ten. */
const MOST_DIGITS = 10;

/**
 * A format for values that stand beside each other: as `formatMeasure`, with more digits where all lie within a hundredth of each other, so
 * that three digits of their range show. Of one value, or of equal ones, its size is the range. Missing values do not count.
 */
export function measureFormat(
  values: Iterable<number | null | undefined>,
): (value: number | null | undefined) => string {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  const spread = high - low > ROUNDING * size ? high - low : size;
  if (!(spread > 0 && spread < CLOSE)) return formatMeasure;
  const digits = 2 - Math.floor(Math.log10(spread));
  return (value) => (isMeasure(value) ? withDigits(value, digits, size) : NO_NUMBER);
}

function isMeasure(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function withDigits(value: number, digits: number, size: number): string {
  if (Number.isInteger(value) && Math.abs(value) > 1) return formatCount(value);
  if (digits > MOST_DIGITS) return value.toExponential(Math.max(0, digits + Math.floor(Math.log10(size))));
  const text = value.toFixed(Math.max(digits, Math.abs(value) < 100 ? 3 : 1));
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

/** One measure alone: three digits that count where it is below a hundredth. */
export function formatAlone(value: number | null): string {
  return measureFormat([value])(value);
}

/** A utility, whose scale can be anything: as a measure, but small values keep two digits that count. */
export function formatUtility(value: number | null): string {
  const isSmall = value !== null && value !== 0 && Math.abs(value) < 0.0095;
  return isSmall ? String(Number(value.toPrecision(2))) : formatMeasure(value);
}

/** A difference, with its sign: `+0.021`. */
export function formatGain(
  value: number | null,
  format: (value: number | null) => string = formatMeasure,
): string {
  const text = format(value);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share of one as a percentage: `38%`; below 10% with one digit after the point. */
export function formatShare(value: number | null): string {
  if (value === null) return NO_NUMBER;
  const percent = value * 100;
  if (percent > 0 && percent < 0.05) return 'under 0.1%';
  return `${percent.toFixed(percent < 9.95 && !Number.isInteger(percent) ? 1 : 0)}%`;
}

/** How many times something: `1.25×`. */
export function formatTimes(value: number | null): string {
  return value === null ? NO_NUMBER : `${value.toFixed(2)}×`;
}

/** An amount of cost: whole where it is whole or large, otherwise one digit after the point. */
export function formatAmount(value: number | null): string {
  if (value === null) return NO_NUMBER;
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return formatCount(value);
  return value.toFixed(1);
}

/** An amount with its unit; one item is not `1 items`. */
export function formatCost(value: number | null, unit: string): string {
  if (value === null) return NO_NUMBER;
  return `${formatAmount(value)} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

const SHORT_UNITS: Readonly<Record<string, string>> = { seconds: 's', minutes: 'min', hours: 'h' };

/** A cost as people write it, with the three digits that count: `12.3 s`, `0.152 EUR`. */
export function formatPrice(value: number | null, unit: string): string {
  if (value === null) return NO_NUMBER;
  const digits = Math.abs(value) >= 100 ? formatCount(value) : String(Number(value.toPrecision(3)));
  return `${digits} ${SHORT_UNITS[unit] ?? unit}`;
}

/** A longer time in hours: `about 2.6 hours`; nothing for other units and for less than two hours. */
export function formatHours(value: number, unit: string): readonly string[] {
  const hours = unit === 'seconds' ? value / 3600 : unit === 'minutes' ? value / 60 : 0;
  return hours < 2 ? [] : [`about ${formatAmount(hours)} hours`];
}

/** Both ends of an interval: `0.008 to 0.034`; `20 or more` where the upper end is open. */
export function formatInterval(
  { low, high }: { low?: number | null; high?: number | null },
  format: (value: number | null) => string = formatMeasure,
): string {
  if (typeof low === 'number' && typeof high === 'number') return `${format(low)} to ${format(high)}`;
  if (typeof low === 'number') return `${format(low)} or more`;
  return typeof high === 'number' ? `up to ${format(high)}` : NO_NUMBER;
}

/** A number as print has it: with a minus sign instead of a hyphen. */
export function withMinus(text: string): string {
  return text.replace(/(?<![\w-])-(?=\d)/g, '\u2212');
}
