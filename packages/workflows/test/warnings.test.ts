import { datasetFromItems, stream, type Dataset, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { humanAgreement } from '../src/warnings/human-agreement.js';
import { findJunk } from '../src/junk/find-junk.js';
import { oddOutputs } from '../src/warnings/odd-outputs.js';
import { resampleUnit } from '../src/resample-unit.js';
import { alikePValue, productMoments, neighbourProducts } from '../src/warnings/alike-p-value.js';
import { orderMatters } from '../src/warnings/order-matters.js';
import { repeatedSources } from '../src/warnings/repeated-sources.js';
import { weakMetrics } from '../src/warnings/weak-metrics.js';

/** 60 items whose scores drift with their position as far as `drift` says. */
function drifting(drift: number) {
  const rng = stream(2, 'test/drift');
  const items = Array.from({ length: 60 }, (_, i): Item => {
    const score = () => ({ m: drift * Math.floor(i / 6) + rng.next() });
    return { id: i, scores: { A: score(), B: score(), C: score() } };
  });
  return datasetFromItems(items);
}

test('a file whose neighbours score alike is told, one in random order is not', () => {
  expect(orderMatters(drifting(0.5), 'm', 0)).toMatchObject({
    code: 'ORDER_MATTERS',
    text: expect.stringContaining('p = 0.001'),
  });
  expect(orderMatters(drifting(0), 'm', 0)).toBeUndefined();
});

test('simulations draw documents where inspect says that items of one score alike, and say so', () => {
  const alike = drifting(0.5);
  const about = { columns: ['m'], seed: 0 };
  const withDocuments = datasetFromItems(
    Array.from({ length: 60 }, (_, i): Item => {
      const scores = Object.fromEntries(
        alike.systems.map((system, s) => [system, { m: alike.scores('m').values[i * 3 + s] }]),
      );
      return { id: i, doc: `d${Math.floor(i / 6)}`, scores };
    }),
  );
  const codes = (...given: Parameters<typeof resampleUnit>) => {
    const { unit, warnings } = resampleUnit(...given);
    return [unit, ...warnings.map(({ code }) => code)];
  };
  expect(codes(withDocuments, about)).toEqual(['documents', 'DOCUMENTS_DRAWN']);
  expect(codes(withDocuments, { ...about, resample: 'items' })).toEqual(['items', 'ORDER_MATTERS']);
  expect(codes(withDocuments, { ...about, resample: 'documents' })).toEqual(['documents']);
  expect(codes(alike, about)).toEqual(['items', 'ORDER_MATTERS']);
  expect(codes(drifting(0), about)).toEqual(['items']);
});

test('about one file in a hundred in random order is told all the same', () => {
  const told = Array.from({ length: 300 }, (_, seed) => {
    const rng = stream(seed, 'test/order');
    const scores = () => ({ A: { m: rng.next() }, B: { m: rng.next() } });
    return orderMatters(
      datasetFromItems(Array.from({ length: 25 }, () => ({ scores: scores() }))),
      'm',
      seed,
    );
  });
  expect(told.filter((warning) => warning !== undefined).length).toBeLessThan(12);
});

test('mean and deviation of the products of neighbours are those over all orders', () => {
  const centred = Float64Array.of(-3, -1.5, 0.5, 0.5, 3.5);
  const sums = ordersOf([...centred]).map((order) => neighbourProducts(Float64Array.from(order)));
  expect(sums).toHaveLength(120);
  const mean = sums.reduce((total, sum) => total + sum, 0) / 120;
  const variance = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0) / 120;
  const moments = productMoments(centred);
  expect(moments.mean).toBeCloseTo(mean, 12);
  expect(moments.deviation).toBeCloseTo(Math.sqrt(variance), 12);
});

function ordersOf(values: number[]): number[][] {
  if (values.length < 2) return [values];
  return values.flatMap((value, at) => ordersOf(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}

test('many items are tested by the normal distribution, which says what orders say', () => {
  for (const drift of [0, 0.02, 0.05, 0.1, 1]) {
    const rng = stream(4, 'test/alike');
    const values = Float64Array.from({ length: 600 }, (_, i) => drift * ((i / 6) % 10) + rng.next());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const centred = values.map((value) => value - mean);
    const byOrders = alikePValue(centred, { seed: 1 });
    const byNormal = alikePValue(centred, { seed: 1, most: 0 });
    expect(Math.abs(byNormal - byOrders), `drift ${drift}: ${byNormal}, ${byOrders}`).toBeLessThan(0.05);
  }
});

test('metrics that agree with people within items are fine, others are told', () => {
  const agreement = (withinItem: number | null) => ({
    metric: 'm',
    target: 'human',
    pearson: 0.9,
    kendall: 0.9,
    withinItem,
  });
  expect(weakMetrics([agreement(0.2), agreement(0.35)], 'human')).toBeUndefined();
  expect(weakMetrics([agreement(-0.2), agreement(0.1)], 'human')?.text).toContain('best: m, 0.10');
  expect(weakMetrics([agreement(null)], 'human')).toBeUndefined();
});

test('sources that repeat an earlier one are named', () => {
  const data = datasetFromItems([
    { id: 'a', src: 'Hello, world!' },
    { id: 'b', src: 'other' },
    { id: 'c', src: 'hello  World' },
    { id: 'd' },
  ]);
  expect(repeatedSources(data)?.text).toContain('1 item repeats the source of an earlier one (c = a)');
  expect(repeatedSources(datasetFromItems([{ src: 'a' }, { src: 'b' }]))).toBeUndefined();
});

function oddIn(data: Dataset) {
  const odd = oddOutputs(data);
  findJunk(data, odd.look);
  return odd.warning();
}

test('outputs that are empty, copies or in another script are counted', () => {
  const source = 'This is a source sentence of some length.';
  const good = 'Dies ist eine Übersetzung von einiger Länge.';
  const data = datasetFromItems([
    { id: 'x', src: source, tgt: { A: good, B: good, C: '  ', D: source } },
    {
      id: 'y',
      src: source,
      tgt: { A: good, B: 'Это перевод некоторой длины, не так ли?', C: good, D: good },
    },
  ]);
  expect(oddIn(data)?.text).toContain(
    '1 empty, 1 a copy of the source, 1 in another script than the other systems (first: item x, system C, is empty)',
  );
  expect(oddIn(datasetFromItems([{ src: source, tgt: { A: good, B: good } }]))).toBeUndefined();
});

test('raters are held against each other criterion by criterion, columns never', () => {
  const item = (id: number, ann: number, bob: number): Item => ({
    id,
    scores: { x: { human: (ann + bob) / 2, human_other: 10 - ann } },
    judgements: [
      { system: 'x', rater: 'ann', value: ann },
      { system: 'x', rater: 'bob', value: bob },
      { system: 'x', rater: 'ann', criterion: 'fluency', value: 10 - ann },
      { system: 'x', rater: 'bob', criterion: 'fluency', value: 10 - ann },
    ],
  });
  const items = [item(0, 1, 2), item(1, 5, 5), item(2, 9, 8)];
  expect(humanAgreement(datasetFromItems(items))?.text).toBe(
    'Raters agree with Krippendorff\'s alpha 0.97 on "human" (interval scale, 3 cells), 1.00 on "fluency" (interval scale, 3 cells); 1 = the same judgements, 0 = as by chance.',
  );
  const columns = items.map(({ judgements: _, ...rest }) => rest);
  expect(humanAgreement(datasetFromItems(columns))).toBeUndefined();
});
