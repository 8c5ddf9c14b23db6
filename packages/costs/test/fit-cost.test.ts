import { datasetFromItems, runCostModel, stream } from '@goldpan/core';
import { expectClose, readJsonLines, sharedPath, testWithShared } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { fitCost, fitted } from '../src/index.js';
import { robustNonNegativeFit } from '../src/kernels/robust-regression.js';

const words = (count: number) => new Array(count).fill('word').join(' ');

/** Items whose cost is 20 + 1.5 a source word + 0.25 an output word, some of them wildly off. */
function judged(size: number, offEvery = Infinity) {
  const rng = stream(4, 'judged');
  return datasetFromItems(
    Array.from({ length: size }, (_, item) => {
      const source = 1 + rng.integer(50);
      const output = 2 + rng.integer(80);
      const cost = 20 + 1.5 * source + 0.25 * output;
      const isOff = item % offEvery === offEvery - 1;
      return {
        id: `i${item}`,
        src: words(source),
        tgt: { S: words(output) },
        cost: isOff ? 20 * cost : cost,
      };
    }),
  );
}

describe('a fit', () => {
  test('finds the line that costs lie on', () => {
    const { model, items, withoutCost } = fitCost(judged(60), { unit: 'seconds' });
    expectClose([model.fixed, model.perSource, model.perOutput], [20, 1.5, 0.25], { relative: 1e-6 });
    expectClose([model.r2, model.medianError], [1, 0], { absolute: 1e-6 });
    expect(model).toMatchObject({ kind: 'goldpan-cost-model', unit: 'seconds', count: 'words', items: 60 });
    expect([items.length, withoutCost]).toEqual([60, 0]);
  });

  test('of costs that lie on a line to the last bit is that line, where some are wildly off too', () => {
    const lengths = [2, 5, 3, 8, 6, 12, 9, 4, 7, 10, 15];
    const onALine = lengths.map((length) => ({ src: words(length), cost: 10 + 4 * length }));
    const { model } = fitCost(datasetFromItems(onALine));
    expectClose([model.fixed, model.perSource, model.r2], [10, 4, 1], { relative: 1e-9 });
    const two = onALine.map((item, i) => ({ ...item, cost: i % 5 === 1 ? 9 * item.cost : item.cost }));
    const off = fitCost(datasetFromItems(two)).model;
    expectClose([off.fixed, off.perSource], [10, 4], { relative: 1e-6 });
  });

  test('is hardly moved by a tenth of wild values, which least squares would follow', () => {
    const { model } = fitCost(judged(200, 10));
    expectClose([model.fixed, model.perSource, model.perOutput], [20, 1.5, 0.25], { relative: 0.02 });
    expect(model.r2).toBeLessThan(0.5);
  });

  test('is plain JSON that the cost model reads back', () => {
    const dataset = judged(30);
    const { model, items } = fitCost(dataset, { unit: 'seconds' });
    const again = runCostModel(fitted, dataset, { model: JSON.parse(JSON.stringify(model)) });
    expect(again.unit).toBe('seconds');
    expectClose(
      again.values,
      items.map(({ predicted }) => predicted),
      { relative: 1e-12 },
    );
    expect(items[3].residual).toBe(items[3].observed - items[3].predicted);
  });

  test('may be restricted to the sources', () => {
    const { model, items } = fitCost(judged(60), { of: 'source' });
    expect(model.perOutput).toBe(0);
    expect(items[0].outputs).toBeUndefined();
  });

  test('leaves items without a cost out, and says how many', () => {
    const items = Array.from({ length: 15 }, (_, at) => ({ id: `i${at}`, src: words(at + 1), cost: at + 3 }));
    const some = items.map((item, at) => (at % 7 === 0 ? { ...item, cost: undefined } : item));
    const { model, withoutCost } = fitCost(datasetFromItems(some));
    expect([model.items, withoutCost]).toEqual([12, 3]);
    expect(() => fitCost(datasetFromItems(items.slice(0, 9)))).toThrow(
      'needs at least 10 items with a cost; the data has 9',
    );
    expect(() => fitCost(datasetFromItems([...items, { id: 'z', src: 'a', cost: 0 }]))).toThrow(
      'item "z" got 0',
    );
  });

  test('of equal costs explains nothing, and is that cost', () => {
    const same = Array.from({ length: 12 }, (_, at) => ({ id: `i${at}`, src: words(at + 1), cost: 5 }));
    const { model } = fitCost(datasetFromItems(same));
    expectClose(model.fixed, 5, { relative: 1e-12 });
    expect([model.perSource, model.r2]).toEqual([0, 0]);
  });

  test('counts characters where most sources are of a script without spaces', () => {
    const items = Array.from({ length: 12 }, (_, at) => ({
      id: `i${at}`,
      src: '字'.repeat(at + 1),
      cost: 3 + 2 * at,
    }));
    const { model } = fitCost(datasetFromItems(items));
    expect(model.count).toBe('characters');
    expectClose([model.fixed, model.perSource], [1, 2], { relative: 1e-9 });
  });
});

describe('robust regression', () => {
  test('keeps every coefficient at 0 or above, and takes the best such fit', () => {
    const x = Float64Array.from({ length: 40 }, (_, i) => i);
    const falling = x.map((value) => 100 - value);
    const fit = robustNonNegativeFit([new Float64Array(40).fill(1), x], falling);
    expect(fit[1]).toBe(0);
    // The best constant of evenly spaced values is their middle.
    expectClose(fit[0], 80.5, { relative: 1e-9 });
  });
});

testWithShared(
  'on the times of the campaign that the preset esa comes from, the fit is close to the preset',
  ['data/wmt23_en-de_esa.jsonl'],
  () => {
    const dataset = datasetFromItems(readJsonLines(sharedPath('data/wmt23_en-de_esa.jsonl')!));
    const { model } = fitCost(dataset, { unit: 'seconds', of: 'source' });
    expectClose(model.fixed, 33.7, { absolute: 1 });
    expectClose(model.perSource, 0.15, { absolute: 0.02 });
    expect(model.r2).toBeGreaterThan(0.2);
  },
);
