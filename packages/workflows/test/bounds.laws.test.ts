import { selectWithin } from '@goldpan/budget';
import { highsSolver } from '@goldpan/budget/node';
import {
  datasetFromItems,
  isGoldpanError,
  stream,
  type Amount,
  type Constraints,
  type Selector,
} from '@goldpan/core';
import diversity from '@goldpan/selector-diversity';
import { random } from '@goldpan/selector-random';
import variance from '@goldpan/selector-variance';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

const solver = highsSolver();
afterAll(() => solver.close());

const SIZE = 11;
const rng = stream(5, 'test/bounds');
const items = Array.from({ length: SIZE }, (_, i) => ({
  id: `i${i}`,
  src: `${'word '.repeat(1 + rng.integer(6))}${i}`,
  tgt: { A: `one ${i}`, B: `two ${rng.integer(9)}`, C: 'three' },
  scores: { A: { m: rng.next() }, B: { m: rng.next() }, C: { m: rng.next() } },
  register: i % 4 === 1 ? 'informal' : 'formal',
  year: 2020 + rng.integer(3),
  doc: `d${Math.floor(i / 3)}`,
}));
const dataset = datasetFromItems(items, { columns: ['register', 'year'] });
const medianLength = items.map(({ src }) => src.length).sort((a, b) => a - b)[Math.floor(SIZE / 2)];
const labelOf = (item: number, column: string) =>
  column === 'length'
    ? String(items[item].src.length >= medianLength)
    : String(items[item][column as 'register' | 'year' | 'doc']);

const amount = fc.oneof(
  fc.record({ items: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ percent: fc.constantFrom(10, 29, 40, 50, 70) }),
);
const constraintsOf: fc.Arbitrary<Constraints> = fc
  .record({
    groups: fc.array(
      fc.record(
        { column: fc.constantFrom('register', 'year', 'length'), min: amount, max: amount },
        { requiredKeys: ['column'] },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    maxPer: fc.array(fc.record({ column: fc.constant('doc'), items: fc.integer({ min: 1, max: 2 }) }), {
      maxLength: 1,
    }),
  })
  .map(({ groups, maxPer }) => ({
    groups: groups.map((bounds) => (bounds.column === 'length' ? { ...bounds, bands: 2 } : bounds)),
    maxPer,
  }));

/** Whether a set keeps to the constraints, by the definition. */
function keeps(chosen: readonly number[], { groups = [], maxPer = [] }: Constraints): boolean {
  const counts = (column: string) =>
    [...new Set(items.map((_, item) => labelOf(item, column)))].map(
      (label) => chosen.filter((item) => labelOf(item, column) === label).length,
    );
  const bounded = groups.every(({ column, min, max }) =>
    counts(column).every((count) => {
      const side = (limit: Amount) => ('items' in limit ? limit.items * 100 : limit.percent * chosen.length);
      return (!min || count * 100 >= side(min)) && (!max || count * 100 <= side(max));
    }),
  );
  return bounded && maxPer.every(({ column, items: most }) => counts(column).every((count) => count <= most));
}

/** Whether any set of 1 to `budget` items keeps to the constraints. */
function isPossible(constraints: Constraints, budget: number): boolean {
  for (let set = 1; set < 2 ** SIZE; set++) {
    const chosen = items.map((_, item) => item).filter((item) => (set >> item) & 1);
    if (chosen.length <= budget && keeps(chosen, constraints)) return true;
  }
  return false;
}

const options = (selector: Selector) =>
  selector.needs.includes('scores') && !selector.name.startsWith('facility') ? { metric: 'm' } : {};
const selectors = [random, ...variance.selectors!, ...diversity.selectors!].filter(
  ({ needs }) => !needs.includes('target') && !needs.includes('embeddings'),
);

test.each(selectors.map((selector): [string, Selector] => [selector.name, selector]))(
  'the choice of %s keeps bounds by any column and limits per document, or none can',
  async (_, selector) => {
    await fc.assert(
      fc.asyncProperty(constraintsOf, fc.integer({ min: 2, max: 7 }), async (constraints, items) => {
        try {
          const budget = { items };
          const run = { options: options(selector), budget, constraints, solver };
          const { selection } = await selectWithin(dataset, selector, run);
          expect(selection.chosen!.length).toBeLessThanOrEqual(items);
          expect(keeps([...selection.chosen!], constraints)).toBe(true);
        } catch (error) {
          if (!isGoldpanError(error)) throw error;
          expect(['CLASHING_CONSTRAINTS', 'BOUNDS_CLASH']).toContain(error.code);
          // A selector that keeps bounds itself fills the budget exactly; a smaller choice may be possible then.
          if (error.code === 'CLASHING_CONSTRAINTS') expect(isPossible(constraints, items)).toBe(false);
        }
      }),
      { numRuns: 12, seed: 3 },
    );
  },
  60_000,
);
