import { datasetFromItems } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { costsFromTimes, fitCost } from '../src/index.js';

const words = (count: number) => new Array(count).fill('word').join(' ');
const timed = (system: string, rater: string, seconds?: number) => ({ system, rater, value: 1, seconds });

test('an item costs the mean time of its judgements, pauses taken out, times the systems', () => {
  const dataset = datasetFromItems([
    { judgements: [timed('A', 'x', 20), timed('B', 'x', 30), timed('A', 'y', 100)] },
    { judgements: [timed('C', 'x', 9000), timed('C', 'y', 200)] },
    { judgements: [timed('B', 'x'), timed('A', 'y')] },
    { judgements: [timed('B', 'x', 0)] },
    {},
  ]);
  // The 9,000 s of rater x count as the median of 20, 30 and 0.
  const { values, ...counts } = costsFromTimes(dataset);
  expect([...values]).toEqual([150, 330, NaN, NaN, NaN]);
  expect(counts).toEqual({ judgements: 6, pauses: 1, median: 25 });
  expect([...costsFromTimes(dataset, 10_000).values].slice(0, 2)).toEqual([150, 13_800]);
  expect(() => costsFromTimes(datasetFromItems([{ scores: { A: { human: 1 } } }]))).toThrow(
    'needs judgements with times',
  );
});

test('an output that several systems share takes its time once', () => {
  const dataset = datasetFromItems([
    { tgt: { A: 'x', B: 'x', C: 'y' }, judgements: [timed('A', 'x', 20), timed('C', 'x', 30)] },
  ]);
  expect([...costsFromTimes(dataset).values]).toEqual([50]);
});

test('a fit learns from the times of judgements where items have no cost, or where it is told to', () => {
  const items = Array.from({ length: 24 }, (_, at) => ({
    id: `i${at}`,
    src: words(at + 1),
    tgt: { A: words(2), B: words(3) },
    judgements: [timed('A', 'x', 8 + 2 * at), timed('B', 'x', 12 + 2 * at)],
  }));
  const { model, times } = fitCost(datasetFromItems(items), { of: 'source' });
  // (10 + 2 · (words − 1)) of a mean judgement, times two systems.
  expectClose([model.fixed, model.perSource], [16, 4], { relative: 1e-6 });
  expect([model.unit, times]).toEqual(['seconds', { judgements: 48, pauses: 0, median: 33 }]);
  const priced = datasetFromItems(items.map((item) => ({ ...item, cost: 7 })));
  expect(fitCost(priced, { of: 'source' }).model).toMatchObject({ unit: 'units', least: 7 });
  expectClose(fitCost(priced, { of: 'source', costFromTimes: true }).model.perSource, 4, { relative: 1e-6 });
  const { values } = costsFromTimes(datasetFromItems(items));
  const written = datasetFromItems(items.map((item, at) => ({ ...item, cost: values[at] })));
  expect(fitCost(written, { of: 'source' }).model.unit).toBe('seconds');
});

test.each([
  ['minutes', 60],
  ['min', 60],
  ['h', 3600],
  ['Hour', 3600],
  ['sec', 1],
])('a fit of times in %s is that of seconds, divided by %d', (unit, per) => {
  const items = Array.from({ length: 24 }, (_, at) => ({
    src: words(at + 1),
    judgements: [timed('A', 'x', 60 + 30 * at)],
  }));
  const { model, times } = fitCost(datasetFromItems(items), { unit });
  expect(model.unit).toBe(unit);
  expectClose([model.fixed, model.perSource, model.least], [30 / per, 30 / per, 60 / per], {
    relative: 1e-6,
  });
  expect(times?.median).toBe(405);
  const { values } = costsFromTimes(datasetFromItems(items));
  const written = datasetFromItems(items.map((item, at) => ({ ...item, cost: values[at] })));
  expectClose(fitCost(written, { unit }).model.least, 60 / per, { relative: 1e-12 });
});

test('a fit of times is asked for in a unit of time; one of the field cost in any', () => {
  const items = Array.from({ length: 11 }, (_, at) => ({
    src: words(at + 1),
    cost: 3 + at,
    judgements: [timed('A', 'x', 60 + 30 * at)],
  }));
  const asked = { unit: 'EUR', costFromTimes: true };
  expect(() => fitCost(datasetFromItems(items), asked)).toThrow('"EUR" is no unit of time');
  expect(fitCost(datasetFromItems(items), { unit: 'EUR' }).model).toMatchObject({ unit: 'EUR', least: 3 });
});

test('times of several criteria add up, whether each has its own or one has all', () => {
  const item = (seconds: [fluency: number, adequacy: number | undefined]) => ({
    tgt: { A: 'eins', B: 'zwei' },
    judgements: ['A', 'B'].flatMap((system) =>
      ['fluency', 'adequacy'].flatMap((criterion, at) =>
        ['ann', 'bob'].map((rater) => ({
          system,
          rater,
          criterion,
          value: 1,
          ...(seconds[at] !== undefined && { seconds: seconds[at] }),
        })),
      ),
    ),
  });
  const { values } = costsFromTimes(datasetFromItems([item([30, 12]), item([42, undefined])]));
  expect([...values]).toEqual([84, 84]);
  // A copy of a judgement took nobody's time.
  const copied = item([30, 12]);
  const copies = copied.judgements
    .slice(0, 4)
    .map((one) => ({ ...one, system: 'C', seconds: 900, copyOf: 'A' }));
  const three = {
    ...copied,
    tgt: { ...copied.tgt, C: 'eins' },
    judgements: [...copied.judgements, ...copies],
  };
  expect([...costsFromTimes(datasetFromItems([three])).values]).toEqual([84]);
});
