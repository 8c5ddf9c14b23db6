import { createRegistry, datasetFromItems, runCostModel, type CostModel, type Item } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import plugin, { field, fitted, judgements, length, textLength, uniform } from '../src/index.js';

const items: Item[] = [
  { id: 'a', src: 'one two  three', tgt: { S: 'un deux', T: 'uno' }, cost: 12 },
  { id: 'b', src: 'four', tgt: { S: 'quatre', T: 'cuatro cinco seis' }, cost: 3.5 },
  { id: 'c', src: ' これは例です ', tgt: { S: 'voici', T: 'he aqui' }, cost: 7 },
];
const dataset = datasetFromItems(items);

function costsOf(model: CostModel, options?: object, data = dataset): number[] {
  return [...runCostModel(model, data, options).values];
}

function without(name: 'src' | 'tgt' | 'cost') {
  return datasetFromItems(items.map((item, at) => (at === 1 ? { ...item, [name]: undefined } : item)));
}

describe('the length of a text', () => {
  test.each([
    ['', 0],
    ['  \t\n ', 0],
    ['one', 1],
    [' a\u00a0b\u3000c\u001cd\u0085e ', 5],
    ['don’t stop-gap', 2],
    ['これは例です', 6],
    ['สวัสดีครับ', 10],
    ['안녕하세요 세계', 2],
    ['iPhone を買う', 2],
    ['12:30', 1],
    ['👩‍🚀 中文字 👍', 9],
  ])('%j is %d', (text, expected) => expect(textLength(text)).toBe(expected));

  test('can be asked for in words or characters', () => {
    expect([textLength(' ab cd ', 'characters'), textLength('これは例です', 'words')]).toEqual([5, 1]);
  });
});

describe('cost models', () => {
  test('come as a plugin', () => {
    const registry = createRegistry([{ plugin, specifier: '@goldpan/costs' }]);
    expect(registry.costModels.map(({ name }) => name)).toEqual([
      'uniform',
      'field',
      'length',
      'fitted',
      'judgements',
    ]);
  });

  test('uniform: the same for every item', () => {
    expect(runCostModel(uniform, dataset)).toEqual({ values: Float64Array.of(1, 1, 1), unit: 'items' });
    expect(costsOf(uniform, { each: 0.5, unit: 'EUR' })).toEqual([0.5, 0.5, 0.5]);
  });

  test('field: what the data says', () => {
    expect(runCostModel(field, dataset, { unit: 'seconds' }).unit).toBe('seconds');
    expect(costsOf(field, { judgements: 4 })).toEqual([48, 14, 28]);
  });

  test('length: words of the source, characters where the script has no spaces', () => {
    expect(costsOf(length)).toEqual([3, 1, 6]);
    expect(costsOf(length, { of: 'outputs' })).toEqual([3, 4, 3]);
    expect(costsOf(length, { of: 'both', fixed: 10, per: 2 })).toEqual([22, 20, 28]);
    expect(costsOf(length, { count: 'characters' })).toEqual([14, 4, 6]);
  });

  test('length: the preset esa is 33.7 seconds and 0.15 a word, and may be changed', () => {
    expect(costsOf(length, { preset: 'esa', judgements: 1 })).toEqual([
      33.7 + 0.15 * 3,
      33.7 + 0.15,
      33.7 + 0.15 * 6,
    ]);
    expect(runCostModel(length, dataset, { preset: 'esa' }).unit).toBe('seconds');
    expect(costsOf(length, { preset: 'esa', fixed: 0, judgements: 2 })[1]).toBeCloseTo(0.3, 12);
  });

  test('length: the preset is the time of one output, and by default every system is judged', () => {
    const systems = ['A', 'B', 'C', 'D', 'E'];
    const cells = Object.fromEntries(systems.map((system) => [system, { m: 1 }]));
    const five = datasetFromItems([
      { src: 'one two', scores: cells },
      { src: 'one', scores: cells },
    ]);
    const { values, judgements } = runCostModel(length, five, { preset: 'esa' });
    expect([...values]).toEqual([5 * (33.7 + 0.3), 5 * (33.7 + 0.15)]);
    expect(judgements).toBe(5);
    // Words are read once for all systems.
    expect([...runCostModel(length, five).values]).toEqual([2, 1]);
  });

  test('judgements: one for each distinct output, and the time of a preset goes by them', () => {
    const repeated = datasetFromItems([
      { src: 'one two', tgt: { A: 'x', B: 'x', C: 'y', D: 'x' } },
      { src: 'one', tgt: { A: 'x', B: 'z', C: 'y' } },
      { src: 'one', tgt: {} },
    ]);
    expect(runCostModel(judgements, repeated)).toEqual({
      values: Float64Array.of(2, 3, 1),
      unit: 'judgements',
    });
    expect(costsOf(judgements, { raters: 3 }, repeated)).toEqual([6, 9, 3]);
    expect(costsOf(judgements, { merge: false }, repeated)).toEqual([4, 3, 1]);
    expect(costsOf(judgements, {}, datasetFromItems([{ scores: { A: { m: 1 }, B: { m: 2 } } }]))).toEqual([
      2,
    ]);
    const timed = runCostModel(length, repeated, { preset: 'esa' });
    expect([...timed.values]).toEqual([2 * (33.7 + 0.3), 3 * (33.7 + 0.15), 33.7 + 0.15]);
    expect(timed.judgements).toBeUndefined();
    expect(costsOf(length, { preset: 'esa', judgements: 4 }, repeated)[1]).toBe(4 * (33.7 + 0.15));
  });

  test('fitted: a line in the lengths, never below the least cost seen', () => {
    const model = {
      kind: 'goldpan-cost-model' as const,
      unit: 'minutes',
      count: 'words' as const,
      fixed: 1,
      perSource: 2,
      perOutput: 0,
      least: 4,
      items: 20,
      r2: 0.5,
      medianError: 1,
    };
    expect(runCostModel(fitted, dataset, { model })).toEqual({
      values: Float64Array.of(7, 4, 4),
      unit: 'minutes',
      judgements: 1,
    });
    expect(costsOf(fitted, { model: { ...model, perSource: 0, perOutput: 1 }, judgements: 2 })).toEqual([
      8, 10, 8,
    ]);
    const constant = { ...model, perSource: 0 };
    expect(costsOf(fitted, { model: constant }, datasetFromItems([{ id: 'x' }]))).toEqual([4]);
    expect(() => runCostModel(fitted, dataset, { model: { ...model, fixed: 'x' } })).toThrow(
      /"model" must be/,
    );
  });

  test('refuse data without what they go by', () => {
    const bare = datasetFromItems([{ id: 'x' }]);
    expect(() => runCostModel(field, bare)).toThrow('cost model "field" needs costs (field "cost")');
    expect(() => runCostModel(length, bare)).toThrow('needs sources (field "src")');
    expect(() => runCostModel(length, bare, { of: 'outputs' })).toThrow('needs outputs (field "tgt")');
  });

  test('refuse an item without a cost, or with one of 0 or less, by name', () => {
    expect(() => costsOf(field, {}, without('cost'))).toThrow('item "b" got none');
    expect(() => costsOf(length, {}, without('src'))).toThrow('item "b" got none');
    expect(() => costsOf(length, { of: 'outputs' }, without('tgt'))).toThrow('item "b" got none');
    const negative = datasetFromItems([
      { id: 'x', cost: 1 },
      { id: 'y', cost: -2 },
    ]);
    expect(() => costsOf(field, {}, negative)).toThrow('item "y" got -2');
    expect(() => costsOf(length, {}, datasetFromItems([{ id: 'x', src: '' }]))).toThrow('item "x" got 0');
    expect(() => costsOf(length, { fixed: -1 })).toThrow('"fixed" must be');
  });
});
