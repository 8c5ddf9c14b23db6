import { datasetFromItems, stream, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { rank } from '../src/index.js';

/** Items with the scores of four systems, of which the first is right nearly always; the first 14 are judged. */
function madeItems(scoreOf: (right: boolean) => number): Item[] {
  return Array.from({ length: 60 }, (_, i) => {
    const rng = stream(9, 'item', i);
    const shares = { A: 0.97, B: 0.6, C: 0.55, D: 0.04 };
    const scores = Object.entries(shares).map(([name, share]) => {
      const score = scoreOf(rng.next() < share);
      return [name, { metric: score + rng.next(), ...(i < 14 && { human: score }) }] as const;
    });
    return { id: `${i}`, domain: i % 3 === 0 ? 'x' : 'y', scores: Object.fromEntries(scores) };
  });
}

test.each([undefined, 'mean', 'regression'])(
  'shares of right answers stay in [0, 1] (%s)',
  async (estimate) => {
    const { systems, domains } = await rank(
      datasetFromItems(madeItems(Number)),
      estimate ? { estimate } : {},
    );
    for (const { low, estimate, high, shrunk } of systems) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      for (const value of [estimate, shrunk]) expect(value).toBeGreaterThanOrEqual(low!);
      for (const value of [estimate, shrunk]) expect(value).toBeLessThanOrEqual(high!);
      expect(high).toBeGreaterThan(low!);
    }
    // The first system is nearly always right: an interval to both sides alike would reach beyond 1.
    const [{ name, low, estimate: found }] = systems;
    expect(name).toBe('A');
    expect(found + (found - low!)).toBeGreaterThan(1);
    for (const { estimates } of domains!)
      expect(estimates.every((value) => value >= 0 && value <= 1)).toBe(true);
  },
);

test('the same answers scored 0 and 2 have no known ends, and are not cut', async () => {
  const { systems } = await rank(datasetFromItems(madeItems((right) => (right ? 2 : 0))), {});
  expect(systems[0].high).toBeGreaterThan(2);
});

test('ends that the data declares are kept', async () => {
  const items = madeItems((right) => (right ? 5 : 2)).map((item) => {
    const systems = Object.entries(item.scores!);
    const judgements = systems.flatMap(([system, { human }]) =>
      human === undefined ? [] : [{ system, rater: 'r', value: human }],
    );
    const scores = systems.map(([system, { metric }]) => [system, { metric }]);
    return { ...item, scores: Object.fromEntries(scores), judgements } as unknown as Item;
  });
  const ranked = async (scale: object) => {
    const declared = [{ ...items[0], criteria: { human: scale } }, ...items.slice(1)] as Item[];
    return (await rank(datasetFromItems(declared), {})).systems[0];
  };
  const free = await ranked({ scale: 'numbers' });
  expect(free.high).toBeGreaterThan(5);
  expect((await ranked({ scale: 'stars', min: 1, max: 5 })).high).toBe(5);
  expect((await ranked({ scale: 'numbers', max: 5.01 })).high).toBe(5.01);
});

test('twins in the first place: the order that is looked at is that of one of them and the next system', async () => {
  const items = madeItems((right) => (right ? 4 : 1)).map((item) => ({
    ...item,
    scores: { ...item.scores, Twin: item.scores!.A },
  }));
  const { order, carrying, detectable } = await rank(datasetFromItems(items), {});
  expect([order!.a, order!.b]).toEqual(['A', 'B']);
  expect(carrying.length).toBeGreaterThan(3);
  expect(detectable).toBeGreaterThan(0);
});

test('where all systems are twins nothing carries an order', async () => {
  const items = madeItems((right) => (right ? 4 : 1)).map((item) => ({
    ...item,
    scores: { A: item.scores!.A, Twin: item.scores!.A },
  }));
  expect((await rank(datasetFromItems(items), {})).carrying).toEqual([]);
});
