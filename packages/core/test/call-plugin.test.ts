import { describe, expect, test } from 'vitest';
import {
  datasetFromItems,
  defineCostModel,
  defineEstimator,
  defineSelector,
  runCostModel,
  runEstimator,
  runSelector,
  z,
  type Dataset,
  type JudgedData,
  type SelectionContext,
} from '../src/index.js';

const data = () =>
  datasetFromItems(
    [
      [1, 2],
      [4, 3],
      [5, 9],
    ].map(([A, B], i) => ({
      id: `i${i}`,
      src: `text ${i}`,
      doc: 'd',
      cost: i + 1,
      embedding: { src: [i, 1] },
      tgt: { A: 'a', B: 'b' },
      scores: { A: { m: A, n: B }, B: { m: B, n: A } },
      judgements: [{ system: 'A', rater: 'r', value: 3, criterion: 'fluency' }],
    })),
  );

const selecting = (select: (dataset: Dataset, options: any, context: SelectionContext) => void) =>
  defineSelector({
    name: 'rude',
    summary: 's',
    needs: [],
    options: z.object({ list: z.array(z.number()).default([1]) }),
    select(dataset, options, context) {
      select(dataset, options, context);
      return { utilities: new Float64Array(dataset.size) };
    },
  });

const any = (value: unknown) => value as any;

describe('what a selector is given', () => {
  const judged = Uint32Array.of(2);
  const costs = Float64Array.of(1, 2, 3);
  const run = { judged, costs, budget: { items: 2 } };

  test.each<[string, (dataset: Dataset, context: SelectionContext) => void]>([
    ['the scores of m', (dataset) => (dataset.scores('m').values[3] = 7)],
    ['the scores of composite', (dataset) => void dataset.scores('composite').values.sort().reverse()],
    ['the costs of items', (dataset) => (dataset.costs![1] = NaN)],
    ['the embeddings of sources', (dataset) => (dataset.embeddings!.sources!.values[0] = 9)],
    ['the values of judgements', (dataset) => (dataset.judgements!.values[0] = 9)],
    ['the judged items', (_, context) => (context.judged![0] = 0)],
    ['the costs of items', (_, context) => void context.costs!.fill(1)],
  ])('is checked after the call: %s', async (what, change) => {
    const rude = selecting((dataset, _, context) => change(dataset, context));
    await expect(
      runSelector(rude, data(), { ...run, judged: judged.slice(), costs: costs.slice() }),
    ).rejects.toMatchObject({
      code: 'DATA_CHANGED',
      what: `selector "rude" must leave data as it is; it changed ${what}`,
    });
  });

  test('is checked after a failing call too', async () => {
    const rude = selecting((dataset) => {
      dataset.scores('m').values[0] = 7;
      throw new Error('and out');
    });
    await expect(runSelector(rude, data())).rejects.toMatchObject({ code: 'DATA_CHANGED' });
  });

  test.each<[string, (dataset: Dataset, options: any) => void]>([
    ['ids', (dataset) => any(dataset.ids).reverse()],
    ['systems', (dataset) => (any(dataset.systems)[0] = 'X')],
    ['metrics', (dataset) => any(dataset.metrics).pop()],
    ['sources', (dataset) => (any(dataset.sources)[1] = '')],
    ['documents', (dataset) => any(dataset.documents).push('e')],
    ['a matrix', (dataset) => (any(dataset.scores('m')).values = new Float64Array(6))],
    ['the dataset', (dataset) => (any(dataset).size = 1)],
    ['raters', (dataset) => (any(dataset.judgements!.raters)[0] = 'X')],
    ['criteria', (dataset) => (any(dataset.judgements!.criteria[0]).name = 'X')],
    ['options', (_, options) => options.list.push(2)],
  ])('is frozen: %s', async (_, change) => {
    await expect(runSelector(selecting(change), data())).rejects.toMatchObject({
      code: 'PLUGIN_THREW',
      what: expect.stringMatching(
        /^selector "rude" failed: TypeError: .*\(.*call-plugin\.test\.ts:\d+:\d+\)$/s,
      ),
    });
  });

  test('is a copy: views, budget and constraints', async () => {
    const dataset = data();
    const budget = { items: 2 };
    const polite = selecting((given, _, context) => {
      any(given.views!).clear();
      any(context.budget).items = 1;
    });
    const { chosen } = await runSelector(polite, dataset, { budget });
    expect([chosen!.length, budget.items, dataset.views!.size]).toEqual([2, 2, 1]);
  });
});

test('a cost model that changes scores is named', () => {
  const options = z.object({});
  const rude = defineCostModel({
    name: 'rude',
    summary: 's',
    options,
    costs(dataset) {
      dataset.scores('n').values[2] = 0;
      return { values: new Float64Array(3).fill(1), unit: 'items' };
    },
  });
  expect(() => runCostModel(rude, data())).toThrow(
    'cost model "rude" must leave data as it is; it changed the scores of n',
  );
});

test('an estimator that changes judgements, metrics or weights, or throws, is named', () => {
  const matrix = () => ({ items: 3, systems: 2, values: Float64Array.of(1, 2, 4, 3, NaN, NaN) });
  const filled = () => ({ items: 3, systems: 2, values: Float64Array.of(1, 2, 4, 3, 5, 6) });
  const run = (estimate: (data: JudgedData, context: any) => void) => () =>
    runEstimator(
      defineEstimator({
        name: 'rude',
        summary: 's',
        options: z.object({}),
        estimate: (given, _, context) => any(estimate(given, context)),
      }),
      { systems: ['A', 'B'], judgements: matrix(), metrics: [{ name: 'm', scores: filled() }] },
    );
  expect(run((given) => given.judgements.values.fill(0))).toThrow('it changed the judgements');
  expect(run((given) => given.metrics[0].scores.values.fill(0))).toThrow('it changed the scores of m');
  expect(run((_, context) => context.weights.fill(1))).toThrow('it changed the design weights');
  expect(run(() => any(undefined).x)).toThrow('estimator "rude" failed: TypeError: ');
});
