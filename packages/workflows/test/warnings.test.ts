import { datasetFromItems, stream, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { humanAgreement } from '../src/warnings/human-agreement.js';
import { oddOutputs } from '../src/warnings/odd-outputs.js';
import { resampleUnit } from '../src/resample-unit.js';
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
  expect(oddOutputs(data)?.text).toContain(
    '1 empty, 1 a copy of the source, 1 in another script than the other systems (first: item x, system C, is empty)',
  );
  expect(oddOutputs(datasetFromItems([{ src: source, tgt: { A: good, B: good } }]))).toBeUndefined();
});

test('several human columns are held against each other', () => {
  const item = (a: number, b: number): Item => ({
    scores: { A: { human_1: a, human_2: b }, B: { human_1: b, human_2: a + 1 } },
  });
  const data = datasetFromItems([item(1, 2), item(5, 5), item(9, 8)]);
  expect(humanAgreement(data)?.text).toMatch(
    /human_1, human_2 agree with Krippendorff's alpha 0\.\d\d \(interval scale, 6 cells/,
  );
  expect(humanAgreement(datasetFromItems([{ scores: { A: { human: 1, human_1: 1 } } }]))).toBeUndefined();
});
