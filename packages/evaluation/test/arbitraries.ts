import fc from 'fast-check';
import { matrixOf } from './twins.js';

interface Shape {
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Out of ten cells, how many are missing. */
  readonly missing?: number;
}

/**
 * Score matrices with many ties, two identical systems (the first and the last), and never as many items as systems.
 * Scores are whole numbers.
 */
export function tiedMatrix({ minItems = 1, maxItems = 40, missing = 0 }: Shape = {}) {
  const cell = fc.oneof(
    { weight: 10 - missing, arbitrary: fc.integer({ min: -3, max: 3 }) },
    { weight: missing, arbitrary: fc.constant(undefined) },
  );
  return fc
    .integer({ min: 2, max: 5 })
    .chain((systems) =>
      fc.array(fc.array(cell, { minLength: systems, maxLength: systems }), {
        minLength: minItems === systems + 1 ? minItems + 1 : minItems,
        maxLength: maxItems,
      }),
    )
    .map((rows) => matrixOf(rows.map((row) => [...row, row[0]])))
    .filter(({ items, systems }) => items !== systems);
}
