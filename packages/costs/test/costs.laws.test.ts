import { datasetFromItems, runCostModel, stream, type CostModel, type Item } from '@goldpan/core';
import { expectClose, messageOf } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import * as errors from '../src/errors.js';
import { field, fitCost, fitted, length, type CostFit } from '../src/index.js';

const words = (count: number) => new Array(count).fill('word').join(' ');
const fit: CostFit = {
  kind: 'goldpan-cost-model',
  unit: 'seconds',
  count: 'words',
  fixed: 1,
  perSource: 2,
  perOutput: 3,
  least: 0.5,
  items: 20,
  r2: 0.5,
  medianError: 1,
};
const items: Item[] = [
  { id: 'a', src: words(4), tgt: { S: words(2), T: words(3) }, cost: 7 },
  { id: 'b', src: words(1), tgt: { S: words(6) }, cost: 2 },
];
const data = datasetFromItems(items);
const only = (field: 'src' | 'tgt') =>
  datasetFromItems(items.map((item) => ({ id: item.id, cost: item.cost, [field]: item[field] })));
const costsOf = (model: CostModel<any>, options: object, dataset = data) => [
  ...runCostModel(model, dataset, options).values,
];

describe('a cost model', () => {
  test('known per item is not multiplied by the systems; by judgements where it is asked for', () => {
    expect(costsOf(field, {})).toEqual([7, 2]);
    expect(costsOf(fitted, { model: fit })).toEqual([1 + 8 + 15, 1 + 2 + 18]);
    expect(costsOf(length, {})).toEqual([4, 1]);
    for (const model of [field, fitted, length]) {
      const options = model === fitted ? { model: fit } : {};
      const once = costsOf(model, options);
      expect(costsOf(model, { ...options, judgements: 3 })).toEqual(once.map((cost) => 3 * cost));
    }
  });

  test('needs the texts that its costs grow with and no others, and says its name where they are missing', () => {
    const source = { ...fit, perOutput: 0 };
    const outputs = { ...fit, perSource: 0 };
    const none = { ...source, perSource: 0 };
    expect(costsOf(fitted, { model: source }, only('src'))).toEqual([9, 3]);
    expect(costsOf(fitted, { model: outputs }, only('tgt'))).toEqual([16, 19]);
    expect(costsOf(fitted, { model: none }, datasetFromItems([{ id: 'x' }]))).toEqual([1]);
    const problem = (model: CostModel<any>, options: object, dataset: typeof data) =>
      messageOf(() => runCostModel(model, dataset, options));
    const needs = (name: string, what: string) =>
      `NO_COSTS: cost model "${name}" needs ${what}, which the data does not have`;
    expect(problem(fitted, { model: fit }, only('src'))).toBe(needs('fitted', 'outputs (field "tgt")'));
    expect(problem(fitted, { model: fit }, only('tgt'))).toBe(needs('fitted', 'sources (field "src")'));
    expect(problem(fitted, { model: outputs }, only('src'))).toBe(needs('fitted', 'outputs (field "tgt")'));
    expect(problem(length, {}, only('tgt'))).toBe(needs('length', 'sources (field "src")'));
    expect(problem(length, { of: 'both' }, only('src'))).toBe(needs('length', 'outputs (field "tgt")'));
  });

  test('counts in the unit of its option, else in what it measures', () => {
    const unitOf = (options: object) => runCostModel(length, data, options).unit;
    expect([{}, { count: 'words' }, { count: 'characters' }, { unit: 'EUR' }].map(unitOf)).toEqual([
      'words',
      'words',
      'characters',
      'EUR',
    ]);
  });
});

/** Costs 5 + 2 a source word + 0.5 an output word, with errors of one sign less often than of the other. */
function noisy(size: number, texts: readonly ('src' | 'tgt')[] = ['src', 'tgt'], unit = 1) {
  const rng = stream(9, 'noisy');
  return datasetFromItems(
    Array.from({ length: size }, (_, i) => {
      const [source, output] = [1 + rng.integer(30), 1 + rng.integer(60)];
      const error = rng.next() < 0.7 ? -rng.next() : 3 * rng.next();
      const both = { src: words(source), tgt: { S: words(output) } };
      const cost = unit * (5 + 2 * source + 0.5 * output + error);
      return { id: `i${i}`, cost, ...Object.fromEntries(texts.map((text) => [text, both[text]])) };
    }),
  );
}

/** Residuals of the line alone, without the floor of the lowest cost seen. */
function residualsOf({ model, items }: ReturnType<typeof fitCost>): number[] {
  const { fixed, perSource, perOutput } = model;
  return items.map(
    ({ observed, source, outputs }) => observed - fixed - perSource * source! - perOutput * outputs!,
  );
}

function huberLoss(residuals: readonly number[], knee: number): number {
  return residuals
    .map(Math.abs)
    .reduce((sum, error) => sum + (error <= knee ? error ** 2 / 2 : knee * (error - knee / 2)), 0);
}

describe('a fit to costs with errors', () => {
  test('is where Huber’s loss is least: no small change of a coefficient makes it smaller', () => {
    const found = fitCost(noisy(151));
    const residuals = residualsOf(found);
    // The scale settles at the median absolute residual in the units of a standard deviation.
    const knee = 1.345 * 1.4826 * residuals.map(Math.abs).sort((a, b) => a - b)[75];
    const least = huberLoss(residuals, knee);
    const columns = [() => 1, (i: number) => found.items[i].source!, (i: number) => found.items[i].outputs!];
    for (const column of columns) {
      for (const step of [-1e-4, 1e-4])
        expect(
          huberLoss(
            residuals.map((residual, i) => residual - step * column(i)),
            knee,
          ),
        ).toBeGreaterThan(least);
    }
    expectClose([found.model.perSource, found.model.perOutput], [2, 0.5], { relative: 0.05 });
  });

  test('changes its unit with the costs', () => {
    const [one, many] = [fitCost(noisy(80)).model, fitCost(noisy(80, ['src', 'tgt'], 60)).model];
    for (const name of ['fixed', 'perSource', 'perOutput', 'least', 'medianError'] as const)
      expectClose(many[name], 60 * one[name], { relative: 1e-6 });
    expectClose(many.r2, one.r2, { relative: 1e-6 });
  });

  test('says of each item what was measured, seen and predicted, and of all how much is explained', () => {
    const dataset = noisy(40);
    const { model, items } = fitCost(dataset);
    expect(model.unit).toBe('units');
    items.forEach((item, i) => {
      const source = dataset.sources![i]!.split(' ').length;
      const outputs = dataset.outputs!(i, 0)!.split(' ').length;
      expect(item).toMatchObject({ id: `i${i}`, source, outputs, observed: dataset.costs![i] });
      const line = model.fixed + model.perSource * source + model.perOutput * outputs;
      expectClose(item.predicted, Math.max(model.least, line), { relative: 1e-12 });
      expect(item.residual).toBe(item.observed - item.predicted);
    });
    const centre = items.reduce((sum, { observed }) => sum + observed, 0) / items.length;
    const left = items.reduce((sum, { residual }) => sum + residual ** 2, 0);
    const total = items.reduce((sum, { observed }) => sum + (observed - centre) ** 2, 0);
    expectClose(model.r2, 1 - left / total, { relative: 1e-9 });
    expect(model.least).toBe(Math.min(...items.map(({ observed }) => observed)));
    const errors = items.map(({ residual }) => Math.abs(residual)).sort((a, b) => a - b);
    expectClose(model.medianError, (errors[19] + errors[20]) / 2, { relative: 1e-12 });
  });

  test('goes by the texts that the data has, or by those that are asked for', () => {
    const grows = ({ model, items }: ReturnType<typeof fitCost>) => [
      model.perSource > 0,
      model.perOutput > 0,
      'source' in items[0],
      'outputs' in items[0],
    ];
    expect(grows(fitCost(noisy(40)))).toEqual([true, true, true, true]);
    expect(grows(fitCost(noisy(40, ['src'])))).toEqual([true, false, true, false]);
    expect(grows(fitCost(noisy(40, ['tgt'])))).toEqual([false, true, false, true]);
    expect(grows(fitCost(noisy(40), { of: 'outputs' }))).toEqual([false, true, false, true]);
    expect(messageOf(() => fitCost(noisy(40, ['src']), { of: 'outputs' }))).toMatch(
      /^NO_COSTS: cost model "fitted"/,
    );
    expect(messageOf(() => fitCost(noisy(9)))).toMatch(/^TOO_FEW_COSTS/);
    expect(fitCost(noisy(10)).items.length).toBe(10);
  });

  test('counts in what more than half of the texts it goes by are counted in', () => {
    const of = (source: string, output: string) => (_: unknown, i: number) => ({
      ...(i !== 1 && { src: source.repeat(i + 1) }),
      tgt: { S: output.repeat(i + 2) },
      cost: 3 + 2 * i,
    });
    const count = (size: number, make: (_: unknown, i: number) => Item, options = {}) =>
      fitCost(datasetFromItems(Array.from({ length: size }, make)), options).model.count;
    expect(count(11, (x, i) => ({ ...of('字', 'a ')(x, i), ...(i === 1 && { src: '字' }) }))).toBe(
      'characters',
    );
    expect(count(11, of('a ', '字'), { of: 'outputs' })).toBe('characters');
    expect(count(11, (x, i) => ({ ...of('字', 'a ')(x, i) }), { of: 'outputs' })).toBe('words');
    const half = (_: unknown, i: number) => ({ src: (i < 6 ? '字' : 'a ').repeat(i + 1), cost: 3 + 2 * i });
    expect(count(12, half)).toBe('words');
    expect(count(11, half)).toBe('characters');
    expect(count(12, half, { count: 'characters' })).toBe('characters');
  });
});

test('errors carry what they speak of, and say what to do', () => {
  const found = [errors.noCosts('field', 'costs'), errors.tooFewCosts(3, 10)];
  expect(found.map(({ fields }) => fields)).toEqual([
    { model: 'field', missing: 'costs' },
    { got: 3, least: 10 },
  ]);
  for (const { advice } of found) expect(advice).toMatch(/^add .*cost model/);
});
