import { datasetFromItems, stream, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { rank } from '../src/index.js';

type Ratings = (item: number, system: string) => Readonly<Record<string, number | undefined>>;
const SYSTEMS = ['A', 'B'];

/** Forty items with a metric; the cells of the first ones have the ratings of some raters, and no score. */
function ratedItems(ratings: Ratings, judged = 12): Item[] {
  return Array.from({ length: 40 }, (_, i) => {
    const rng = stream(5, 'item', i);
    return {
      id: `item ${i}`,
      scores: Object.fromEntries(SYSTEMS.map((system) => [system, { metric: rng.next() }])),
      ...(i < judged && {
        judgements: SYSTEMS.flatMap((system) =>
          Object.entries(ratings(i, system)).map(([rater, value]) => ({ system, rater, value })),
        ),
      }),
    };
  });
}

/** Ann alone puts A first. */
const byAnn: Ratings = (i, system) => ({
  ann: system === 'A' ? 6 + (i % 3) : 1,
  ...(i % 4 > 0 && { bob: system === 'A' ? 2 : 3 + (i % 2) / 4 }),
  eve: 2 + (i % 5) / 9 - (system === 'B' ? 0.05 : 0),
});

test('an order that one rater makes is said not to survive without that rater', async () => {
  const { order, systems } = await rank(datasetFromItems(ratedItems(byAnn)));
  expect(systems[0].name).toBe('A');
  expect(order!.ratersThatTurn).toEqual(['rater 1']);
  expect(order!.itemsThatTurn).toEqual([]);
});

test('what is left without a rater is what scores from the others give, metrics aside', async () => {
  const without = ratedItems((i, system) => {
    const { ann: _, ...others } = byAnn(i, system);
    return others;
  });
  const { systems } = await rank(datasetFromItems(without), { estimate: 'mean' });
  expect(systems[0].name).toBe('B');
});

test('one rater cannot be left out, and scores that are not those of the judgements are not made anew', async () => {
  const alone = await rank(datasetFromItems(ratedItems((i) => ({ ann: i % 4 }))));
  expect(alone.order).not.toHaveProperty('ratersThatTurn');
  const scored = ratedItems(byAnn).map((item, i) => ({
    ...item,
    scores: Object.fromEntries(
      SYSTEMS.map((system, s) => [
        system,
        { ...item.scores![system], ...(i < 12 && { human: s + (i % 3) }) },
      ]),
    ),
  }));
  expect((await rank(datasetFromItems(scored))).order).not.toHaveProperty('ratersThatTurn');
});

test('raters of a file of judged items are left out in turn, in whatever order it has items and systems', async () => {
  const items = ratedItems(byAnn);
  const judged = items.slice(0, 12).map((item) => ({
    ...item,
    scores: Object.fromEntries(Object.entries(item.scores!).reverse()),
  }));
  const pool = items.map(({ judgements: _, ...item }) => item);
  const one = await rank(datasetFromItems(items));
  const two = await rank(datasetFromItems(pool), { judged: datasetFromItems(judged.reverse()) });
  expect(two.order!.ratersThatTurn).toEqual(['rater 1']);
  expect(two.order).toEqual(one.order);
});

const codes = async (items: Item[]) =>
  (await rank(datasetFromItems(items))).warnings!.map(({ code }) => code);
const near = (i: number, system: string) => stream(8, system, i).next() + (system === 'A' ? 0.2 : 0);

test('raters on two scales are told of', async () => {
  const rescaled: Ratings = (i, system) =>
    i % 2 ? { ann: near(i, system) } : { bob: 40 + 50 * near(i, system) };
  expect(await codes(ratedItems(rescaled))).toContain('TWO_SCALES');
  const lenient: Ratings = (i, system) => (i % 2 ? { ann: near(i, system) } : { bob: 0.4 + near(i, system) });
  expect(await codes(ratedItems(lenient))).not.toContain('TWO_SCALES');
});

test('a system on another scale than the others is told of; a bad one is not', async () => {
  const scored = (factor: number): Item[] =>
    Array.from({ length: 30 }, (_, i) => ({
      id: `${i}`,
      scores: Object.fromEntries(
        ['A', 'B', 'C', 'D'].map((system) => [
          system,
          { ...(i < 12 && { human: (system === 'D' ? factor : 1) * (1 + near(i, system)) }) },
        ]),
      ),
    }));
  expect(await codes(scored(100))).toContain('TWO_SCALES');
  expect(await codes(scored(-3))).not.toContain('TWO_SCALES');
});

test('items on two scales are told of where nothing names raters; a few very bad ones are no second scale', async () => {
  const scored = (score: (i: number, system: string) => number) =>
    ratedItems(() => ({}), 0).map((item, i) => ({
      ...item,
      scores: Object.fromEntries(
        SYSTEMS.map((system) => [
          system,
          { ...item.scores![system], ...(i < 24 && { human: score(i, system) }) },
        ]),
      ),
    }));
  expect(await codes(scored((i, system) => (i < 15 ? 1 : 60) * (1 + near(i, system))))).toContain(
    'TWO_SCALES',
  );
  expect(await codes(scored((i, system) => (i < 22 ? 1 : 60) * (1 + near(i, system))))).not.toContain(
    'TWO_SCALES',
  );
});

test('a scale that few items are on is told of, with their names; grave errors of some systems are none', async () => {
  const few = new Set([3, 9, 22, 31, 38]);
  const scored = (score: (i: number, s: number) => number) =>
    rank(
      datasetFromItems(
        Array.from({ length: 60 }, (_, i) => ({
          id: `i${i}`,
          scores: Object.fromEntries(
            SYSTEMS.map((system, s) => [system, { m: i % 7, ...(i < 40 && { human: score(i, s) }) }]),
          ),
        })),
      ),
    );
  const share = (i: number, s: number) => stream(4, 'share', 10 * i + s).next();
  const warningsOf = async (score: (i: number, s: number) => number) =>
    (await scored(score)).warnings!.filter(({ code }) => code === 'TWO_SCALES').map(({ text }) => text);
  for (const sign of [1, -1]) {
    const [text] = await warningsOf(
      (i, s) => sign * (few.has(i) ? 40 + 60 * share(i, s) : Math.round(5 * share(i, s))),
    );
    expect(text).toContain('those of some items ("i22", "i3", "i31", "i38", "i9") lie from');
    expect(text).toContain(sign > 0 ? 'the others from 0 to 5.' : 'the others from -5 to 0.');
  }
  expect(await warningsOf((i, s) => (i < 3 && s === 0 ? -25 : -5 * share(i, s)))).toEqual([]);
  expect(await warningsOf((i, s) => (i < 2 ? -100 : -5) * share(i, s))).toEqual([]);
  expect(await warningsOf((i, s) => -Math.exp(2 * share(i, s) + 2 * share(i, 9)))).toEqual([]);
});
