import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { Matrix, pseudoInverse } from 'ml-matrix';
import { expect, test } from 'vitest';
import { residualise, twoWay } from '../src/fit/two-way.js';
import { normal } from './support.js';

const near = { absolute: 1e-8 };

interface Fixture {
  readonly items: number;
  readonly systems: number;
  /** Share of the cells that are missing. */
  readonly missing: number;
  readonly width: number;
}

function fixture({ items, systems, missing, width }: Fixture, seed: number) {
  const rng = stream(seed, 'test/two-way');
  const raw = Float64Array.from({ length: items }, () => 0.2 + rng.next());
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = raw.map((weight) => weight / total);
  // The first item is judged of all systems, the first system on all items: so all are joined.
  const judgements = Float64Array.from({ length: items * systems }, (_, cell) =>
    cell >= systems && cell % systems > 0 && rng.next() < missing ? NaN : 0,
  );
  const cells = Float64Array.from({ length: items * systems * width }, () => 3 + 2 * normal(rng));
  const names = Array.from({ length: systems }, (_, s) => `system ${s}`);
  return { judgements, weights, cells, names };
}

/** Weighted least squares of y = item + system over the judged cells, by the pseudo-inverse of the whole design. */
function twin({ items, systems, width }: Fixture, found: ReturnType<typeof fixture>, k: number) {
  const { judgements, weights, cells } = found;
  const design: number[][] = [];
  const y: number[][] = [];
  judgements.forEach((judgement, cell) => {
    if (Number.isNaN(judgement)) return;
    const [item, system] = [Math.floor(cell / systems), cell % systems];
    const root = Math.sqrt(weights[item]);
    const row = Array.from({ length: items + systems }, (_, at) =>
      at === item || at === items + system ? root : 0,
    );
    design.push(row);
    y.push([root * cells[cell * width + k]]);
  });
  const solution = pseudoInverse(new Matrix(design)).mmul(new Matrix(y)).to1DArray();
  const effects = solution.slice(items);
  const centre = effects.reduce((sum, effect) => sum + effect, 0) / systems;
  return {
    systems: effects.map((effect) => effect - centre),
    items: solution.slice(0, items).map((effect) => effect + centre),
  };
}

const shapes: Fixture[] = [
  { items: 9, systems: 4, missing: 0.4, width: 1 },
  { items: 6, systems: 8, missing: 0.5, width: 3 },
  { items: 11, systems: 3, missing: 0.3, width: 2 },
  { items: 7, systems: 5, missing: 0, width: 2 },
];

test.each(shapes)('the effects of $items × $systems ($missing missing) are least squares', (shape) => {
  for (const seed of [3, 4, 5]) {
    const found = fixture(shape, seed);
    const layout = twoWay(found.judgements, found.weights, found.names);
    const { systems, items } = layout.effects(found.cells, shape.width);
    for (let k = 0; k < shape.width; k++) {
      const expected = twin(shape, found, k);
      const column = (values: Float64Array) => Array.from(values).filter((_, at) => at % shape.width === k);
      expectClose(column(systems), expected.systems, near);
      expectClose(column(items), expected.items, near);
    }
  }
});

test.each(shapes)(
  'what is left of $items × $systems ($missing missing) sums to 0 along both sides',
  (shape) => {
    const found = fixture(shape, 6);
    const layout = twoWay(found.judgements, found.weights, found.names);
    const left = found.cells.slice();
    residualise(left, shape.width, layout);
    for (let k = 0; k < shape.width; k++) {
      const at = (item: number, system: number) => left[(item * shape.systems + system) * shape.width + k];
      for (let item = 0; item < shape.items; item++) {
        let sum = 0;
        for (let system = 0; system < shape.systems; system++) sum += at(item, system);
        expectClose(sum, 0, near);
      }
      for (let system = 0; system < shape.systems; system++) {
        let sum = 0;
        for (let item = 0; item < shape.items; item++) {
          sum += found.weights[item] * at(item, system);
          if (Number.isNaN(found.judgements[item * shape.systems + system])) expect(at(item, system)).toBe(0);
        }
        expectClose(sum, 0, near);
      }
    }
  },
);

test('cells are counted by system, and a complete matrix is known as one', () => {
  const judgements = Float64Array.from([1, NaN, 2, 3, 4, 5, NaN, 6, 7, 8, 9, 1]);
  const weights = new Float64Array(4).fill(0.25);
  const { counts, observed } = twoWay(judgements, weights, ['a', 'b', 'c']);
  expect([...counts]).toEqual([3, 3, 4]);
  expect([...observed!]).toEqual([1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1]);
  expect(twoWay(judgements.fill(1), weights, ['a', 'b', 'c']).observed).toBeUndefined();
});

test('systems that no chain of items joins are named group by group', () => {
  const [x, o] = [1, NaN];
  const rows = [
    [x, x, o, o, o],
    [o, o, x, o, x],
    [o, x, o, o, o],
    [o, o, o, x, o],
  ];
  const weights = new Float64Array(4).fill(0.25);
  const names = ['a', 'b', 'c', 'd', 'e'];
  const attempt = (cells: number[][]) => twoWay(Float64Array.from(cells.flat()), weights, names);
  expect(() => attempt(rows)).toThrow(/a.*b.*c.*e.*d/s);
  // A chain joins them: a–b, b–c by the third item, c–e, e–d by the fourth.
  const joined = [rows[0], rows[1], [o, x, x, o, o], [o, o, o, x, x]];
  expect(() => attempt(joined)).not.toThrow();
});
