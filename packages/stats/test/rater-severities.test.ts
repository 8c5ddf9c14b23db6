import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { membersByUnit, raterSeverities, ratingRows, ratingTable, resampler } from '../src/index.js';
import { drawings as streams } from './drawings.js';

const _ = NaN;

/** The slow and obvious way: row by row of a table, in which units may stand several times. */
function severityOf(rows: readonly (readonly number[])[], rater: number): number {
  const known = rows.map((row) => row.filter((value) => !Number.isNaN(value)));
  const differences = rows.flatMap((row, unit) => {
    if (Number.isNaN(row[rater]) || known[unit].length < 2) return [];
    const others = row.filter((value, other) => other !== rater && !Number.isNaN(value));
    return [others.reduce((sum, value) => sum + value, 0) / others.length - row[rater]];
  });
  return differences.reduce((sum, one) => sum + one, 0) / differences.length;
}

test('is the mean of the others less the own rating, and its interval that of tables drawn anew', () => {
  const rating = fc.oneof(fc.constant(_), fc.integer({ min: 1, max: 9 }));
  const tables = fc
    .integer({ min: 2, max: 4 })
    .chain((raters) =>
      fc.array(fc.array(rating, { minLength: raters, maxLength: raters }), { minLength: 5, maxLength: 12 }),
    );
  let intervals = 0;
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 99 }), (rows, seed) => {
      const clusters = rows.map((_row, unit) => unit % 5);
      const settings = { streams: streams(seed), clusters, replicates: 9, level: 0.5 };
      const draw = resampler(membersByUnit(clusters), 'bootstrap');
      raterSeverities(ratingRows(ratingTable(rows)), settings).forEach(({ value, low, high }, rater) => {
        const expected = severityOf(rows, rater);
        if (Number.isNaN(expected)) return expect(value).toBeNaN();
        expectClose(value, expected, { absolute: 1e-9 });
        if (Number.isNaN(low)) return;
        intervals++;
        const drawn = Array.from({ length: 9 }, (_one, replicate) =>
          severityOf(
            [...draw(streams(seed)(replicate))].map((unit) => rows[unit]),
            rater,
          ),
        ).filter((one) => !Number.isNaN(one)).sort((a, b) => a - b); // prettier-ignore
        expect(low).toBeGreaterThanOrEqual(drawn[0] - 1e-9);
        expect(high).toBeLessThanOrEqual(drawn.at(-1)! + 1e-9);
        if (drawn.length === 9) expectClose([low, high], [drawn[2], drawn[6]], { absolute: 1e-9 });
      });
    }),
    { seed: 21, numRuns: 80 },
  );
  expect(intervals).toBeGreaterThan(100);
});

test('a rater whose units are all of one cluster has no interval; one who shares none has no severity', () => {
  const rows = ratingRows(ratingTable([[1, 3, _, _], [2, 3, _, 4], [3, 5, 5, _], [_, _, _, 1]])); // prettier-ignore
  const found = raterSeverities(rows, { streams: streams(1), clusters: [0, 1, 2, 3] });
  expect(found.map(({ low }) => Number.isNaN(low))).toEqual([false, false, true, true]);
  expect(found[2].value).toBe(-1);
  expect(found[3].value).toBe(-1.5);
  const alone = raterSeverities(ratingRows(ratingTable([[1, _], [_, 2]])), { streams: streams(1) }); // prettier-ignore
  expect(alone.map(({ value }) => value)).toEqual([NaN, NaN]);
});

test('a level that is none is refused', () => {
  const rows = ratingRows(ratingTable([[1, 2]]));
  expect(() => raterSeverities(rows, { streams: streams(1), level: 1 })).toThrow(/in \(0, 1\)/);
});
