import { describe, expect, test } from 'vitest';
import { readSeconds, readTime } from '../src/index.js';

const at = Date.UTC;

describe('a time', () => {
  test.each<[string, number]>([
    ['2026-05-01T12:30:00Z', at(2026, 4, 1, 12, 30)],
    ['2026-05-01', at(2026, 4, 1)],
    ['2028-02-29', at(2028, 1, 29)],
    ['2026-05-01T12:30', at(2026, 4, 1, 12, 30)],
    ['2026-05-01 12:30:15', at(2026, 4, 1, 12, 30, 15)],
    ['2026-05-01T12:30:15.25', at(2026, 4, 1, 12, 30, 15, 250)],
    ['2026-05-01T12:30:15.125Z', at(2026, 4, 1, 12, 30, 15, 125)],
    ['2026-05-01T12:30+02:00', at(2026, 4, 1, 10, 30)],
    ['2026-05-01T12:30:00-0530', at(2026, 4, 1, 18, 0)],
    ['1969-12-31T23:59:59Z', -1000],
  ])('%s', (text, time) => expect(readTime(text)).toBe(time));

  test.each<unknown>([
    'noon',
    '2026-02-30',
    '2026-04-31T12:30:00Z',
    '',
    '2026',
    '2026-5-1',
    '2026-05-01Z',
    '2026-05-01T12',
    '2026-05-01T12:30:',
    '2026-05-01T12:30:15.',
    '2026-05-01T12:30:00Zulu',
    '2026-05-01T12:30:00+2',
    'on 2026-05-01',
    '2026-05-01 and later',
    '2026-13-01',
    '2026-05-01T25:00',
    1777638600,
    true,
    ['2026-05-01'],
  ])('%j is refused', (value) =>
    expect(readTime(value)).toMatch(/^"time" must be such as "2026-05-01T12:30:00Z"; got /),
  );

  test('may be left out', () =>
    expect([readTime(undefined), readTime(null)]).toEqual([undefined, undefined]));
});

describe('how long something took', () => {
  test('is a number of seconds below a week', () => {
    expect([0, 12.5, 604799.9].map(readSeconds)).toEqual([0, 12.5, 604799.9]);
    expect([undefined, null].map(readSeconds)).toEqual([undefined, undefined]);
  });

  test.each([-0.1, 604800, NaN, Infinity, '5'])('is not %j', (value) =>
    expect(readSeconds(value)).toMatch(/^"seconds" must be from 0 to less than a week \(604800\); got /),
  );
});
