import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeItems, takeSystems } from '../src/index.js';
import { contents, expectError, sample } from './support.js';

describe('takeSystems', () => {
  test('gives the columns asked for, and goes before or after takeItems alike', () => {
    const data = sample();
    const systems = fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1 });
    const rows = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(systems, rows, (columns, taken) => {
        const part = takeSystems(data, columns);
        expect(part.systems).toEqual(columns.map((system) => data.systems[system]));
        for (const metric of data.metrics) {
          const expected = data.ids.flatMap((_, item) =>
            columns.map((system) => data.scores(metric).values[item * 3 + system]),
          );
          expect([...part.scores(metric).values]).toEqual(expected);
        }
        expect(part.outputs!(4, 0)).toBe(data.outputs!(4, columns[0]));
        expect(part.embeddings!.outputs!.values.slice(0, 3)).toEqual(
          data.embeddings!.outputs!.values.slice(columns[0] * 3, columns[0] * 3 + 3),
        );
        expect(contents(takeItems(part, taken))).toEqual(
          contents(takeSystems(takeItems(data, taken), columns)),
        );
      }),
    );
  });

  test('refuses a system that is not there', () =>
    expectError(
      () => takeSystems(sample(), [3]),
      'INDEX_OUT_OF_RANGE',
      'system indices',
      'from 0 to 2; got 3',
    ));
});
