import { showValue } from '../show-value.js';

const ISO = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const ZONE = /(Z|[+-]\d\d:?\d\d)$/;

/**
 * When something was judged, in milliseconds since 1970, of a text such as `2026-05-01T12:30:00Z`, which without a zone is UTC.
 * Undefined where there is none; what is wrong with it, as text.
 */
export function readTime(value: unknown): number | string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === 'string' && ISO.test(value) ? value.replace(' ', 'T') : '';
  // eslint-disable-next-line no-restricted-globals -- a given text is read; the clock is not asked
  const time = Date.parse(text.includes('T') && !ZONE.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) || !isDay(text)
    ? `"time" must be such as "2026-05-01T12:30:00Z"; got ${showValue(value)}`
    : time;
}

/** Whether the month has the day: a 30th of February would be read as a day of March. */
function isDay(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
