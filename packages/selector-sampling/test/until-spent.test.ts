import { datasetFromItems, runSelector, stream } from '@goldpan/core';
import { expect, test } from 'vitest';
import { untilSpent } from '../src/index.js';
import { prefixInclusion } from '../src/kernels/prefix-inclusion.js';

/** Every order of the units, one by one. */
function inclusionByAllOrders(sizes: readonly number[], budget: number): number[] {
  const counts = sizes.map(() => 0);
  let orders = 0;
  const walk = (order: number[]) => {
    if (order.length < sizes.length) {
      for (let unit = 0; unit < sizes.length; unit++) if (!order.includes(unit)) walk([...order, unit]);
      return;
    }
    orders++;
    let left = budget;
    for (const unit of order) {
      left -= sizes[unit];
      if (left < 0) return;
      counts[unit]++;
    }
  };
  walk([]);
  return counts.map((count) => count / orders);
}

test('probabilities are those of all orders of the units', () => {
  const sizes = [3, 1, 4, 1, 5, 2, 6];
  const exact = inclusionByAllOrders(sizes, 9);
  const found = prefixInclusion(Float64Array.from(sizes), 9, 20_000);
  found.forEach((p, unit) => expect(Math.abs(p - exact[unit]), `unit ${unit}`).toBeLessThan(0.005));
  expect(new Set([found[1], found[3]]).size).toBe(1);
});

test('units of equal size are drawn with exactly n/M', () => {
  expect(prefixInclusion(new Float64Array(8).fill(2), 7)).toEqual(new Float64Array(8).fill(3 / 8));
});

/** 43 items in documents of 1 to 8 items, and two without a document. */
const sizes = [5, 1, 8, 3, 6, 2, 7, 4, 5];
const items = sizes.flatMap((size, d) =>
  Array.from({ length: size }, (_, i) => ({
    id: `${d}.${i}`,
    doc: `d${d}`,
    y: stream(3, 'y', d).next() + i,
  })),
);
items.push({ id: 'a', y: 4 } as never, { id: 'b', y: 0 } as never);
const dataset = datasetFromItems(items);

test('whole documents are drawn as often as is written, and weighted totals have no bias', async () => {
  const draws = 2000;
  const counts = new Float64Array(dataset.size);
  let sum = 0;
  let squares = 0;
  let inclusion!: Float64Array;
  for (let seed = 0; seed < draws; seed++) {
    const options = { unit: 'documents' };
    const sample = await runSelector(untilSpent, dataset, { options, seed, budget: { items: 17 } });
    if (inclusion) expect(sample.inclusion).toEqual(inclusion);
    inclusion = sample.inclusion!;
    expect(sample.chosen!.length).toBeLessThanOrEqual(17);
    const documents = new Set(Array.from(sample.chosen!, (item) => items[item].doc ?? items[item].id));
    const whole = items.filter(({ doc, id }) => documents.has(doc ?? id));
    expect(sample.chosen!.length).toBe(whole.length);
    let total = 0;
    for (const item of sample.chosen!) {
      counts[item]++;
      total += sample.weights![item] * items[item].y;
    }
    sum += total;
    squares += total ** 2;
  }
  counts.forEach((count, item) => {
    const p = inclusion[item];
    expect(Math.abs(count / draws - p), `item ${item}`).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
  });
  const truth = items.reduce((total, { y }) => total + y, 0);
  const error = Math.sqrt((squares / draws - (sum / draws) ** 2) / draws);
  expect(Math.abs(sum / draws - truth)).toBeLessThan(4 * error);
});

test('a budget in cost is kept, and dear items are drawn less often', async () => {
  const costs = Float64Array.from(items, (_, item) => 1 + (item % 5));
  const { chosen, inclusion } = await runSelector(untilSpent, dataset, { budget: { cost: 20 }, costs });
  expect(chosen!.reduce((spent, item) => spent + costs[item], 0)).toBeLessThanOrEqual(20);
  expect(inclusion![0]).toBeGreaterThan(inclusion![4]);
});

test('documents larger than the budget are warned of; where all are, nothing is drawn', async () => {
  const run = { options: { unit: 'documents' }, budget: { items: 6 } };
  const { inclusion, warnings, ranking } = await runSelector(untilSpent, dataset, run);
  expect(warnings).toMatchObject([
    { code: 'TOO_LARGE_TO_DRAW', text: expect.stringMatching(/^2 of the documents/) },
  ]);
  expect(inclusion![6]).toBe(0);
  expect(new Set(ranking).size).toBe(dataset.size);
  const large = datasetFromItems(items.slice(6, 17));
  await expect(runSelector(untilSpent, large, { ...run, budget: { items: 2 } })).rejects.toMatchObject({
    code: 'SAM_NOTHING_FITS',
    fields: { unit: 'documents', least: 3, budget: 2 },
  });
});
