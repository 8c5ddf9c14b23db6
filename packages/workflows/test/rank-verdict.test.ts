import { datasetFromItems, stream, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { rank, type RankQuestion } from '../src/index.js';

interface Made {
  readonly systems?: readonly string[];
  /** Judgements of a cell; undefined = not judged. */
  readonly judge?: (given: { truth: number; item: number; system: number }) => number | undefined;
  readonly metric?: (given: { truth: number; item: number; system: number; noise: number }) => number;
  readonly extra?: (item: number) => object;
}

/** Thirty items, of which fourteen are judged, and systems that differ by 0.4. */
function madeItems({ systems = ['A', 'B', 'C'], judge, metric, extra }: Made = {}): Item[] {
  return Array.from({ length: 30 }, (_, item) => {
    const rng = stream(8, 'item', item);
    const cell = (system: number) => {
      const truth = 3 - 0.4 * system + 2 * (rng.next() - 0.5);
      const human = item >= 14 ? undefined : judge ? judge({ truth, item, system }) : truth;
      const noise = rng.next();
      return {
        ...(metric && { m: metric({ truth, item, system, noise }) }),
        ...(human !== undefined && { human }),
      };
    };
    const scores = Object.fromEntries(systems.map((name, system) => [name, cell(system)]));
    return { id: `item ${item}`, scores, ...extra?.(item) };
  });
}
const ranked = (made: Made, options: RankQuestion = {}) =>
  rank(datasetFromItems(madeItems(made), { columns: ['goldpan.selector', 'goldpan.inclusion'] }), options);
const warningsOf = ({ warnings = [] }: Awaited<ReturnType<typeof ranked>>) =>
  new Map(warnings.map(({ code, text }) => [code, text]));

test('twins in first place lead together, and their chances are told as one', async () => {
  const items = madeItems({ systems: ['A', 'B', 'C'] }).map((item) => ({
    ...item,
    scores: { ...item.scores, 'A again': item.scores!.A },
  }));
  const { verdict, systems } = await rank(datasetFromItems(items));
  expect(systems[0].pBest).toBeCloseTo(systems[1].pBest, 12);
  const together = (systems[0].pBest + systems[1].pBest).toFixed(2).slice(1);
  expect(verdict.text).toContain(
    `A and A again were judged the same and lead together (P = ${together} that one of them is best)`,
  );
});

test('a system behind the leader that is likelier to be best is named', async () => {
  // B is judged twice: its estimate is less than those of the others, which are nearly the same, and far less sure.
  const { verdict, systems } = await ranked({
    systems: ['A', 'B', 'C', 'D', 'E', 'F'],
    judge: ({ truth, item, system }) =>
      system === 1 ? (item % 7 ? undefined : truth + 0.1) : truth + 0.4 * system,
  });
  const likeliest = systems.reduce((most, one) => (one.pBest > most.pBest ? one : most));
  expect(likeliest.name).not.toBe(verdict.best);
  expect(verdict.text).toContain(
    `${likeliest.name}, whose estimate is less but also less sure, is likelier to be best (P = `,
  );
});

test('one item that has nearly all weight decides nothing', async () => {
  const judge = ({ truth, system }: { truth: number; system: number }) => truth - 1.2 * system;
  expect((await ranked({ judge })).verdict.decided).toBe(true);
  for (const heavy of [0, 5, 9, 13]) {
    const inclusion = (item: number) => (item === heavy ? 0.0001 : 0.5);
    const weighed = await ranked({
      judge,
      extra: (item) => (item < 14 ? { goldpan: { selector: 'sequential', inclusion: inclusion(item) } } : {}),
    });
    expect(warningsOf(weighed).get('FEW_WEIGH')).toMatch(/count as 1.01: intervals are as long/);
    expect(weighed.verdict.decided).toBe(false);
    expect(weighed.systems[0].high! - weighed.systems[0].low!).toBeGreaterThan(4);
  }
});

test('a metric of huge numbers counts as much as one of small ones; the column of judgements is none', async () => {
  const metric = (by: number) => ({
    metric: ({ truth, noise }: { truth: number; noise: number }) => by * (truth + noise),
  });
  const [plain, huge, tiny] = await Promise.all([1, 2 ** 997, 2 ** -997].map((by) => ranked(metric(by))));
  expect(plain.metrics.weight).toBeGreaterThan(0.3);
  for (const other of [huge, tiny]) {
    expect(other.metrics.weight).toBeCloseTo(plain.metrics.weight, 9);
    expect(other.systems[0].estimate).toBeCloseTo(plain.systems[0].estimate, 9);
  }
  await expect(ranked(metric(1), { metrics: ['m', 'human'] })).rejects.toMatchObject({
    code: 'METRIC_IS_TARGET',
  });
});

test('a system that nobody judged is predicted from three others; from two, or without a metric, it is said why not', async () => {
  const metric = ({ truth }: { truth: number }) => truth;
  const judgeAllBut =
    (left: number) =>
    ({ truth, system }: { truth: number; system: number }) =>
      system === left ? undefined : truth;
  const four = await ranked({ systems: ['A', 'B', 'C', 'D'], judge: judgeAllBut(3), metric });
  expect(four.unjudged[0].predicted).toBeCloseTo(1.8, 0);
  const three = await ranked({ systems: ['A', 'B', 'D'], judge: judgeAllBut(2), metric });
  expect(three.unjudged[0].predicted).toBeNull();
  expect(warningsOf(three).get('SYSTEMS_NOT_JUDGED')).toBe(
    'Nobody judged D: not ranked, and nothing is predicted: that takes 3 judged systems, and there are 2.',
  );
  const none = await ranked({ systems: ['A', 'B', 'C', 'D'], judge: judgeAllBut(3) });
  expect(warningsOf(none).get('SYSTEMS_NOT_JUDGED')).toContain('nothing is predicted: there is no metric');
});

test('where somebody was judged by nobody the verdict is of the others, and open while metrics expect that one to be better', async () => {
  const judged = (best: number) =>
    ranked({
      systems: ['A', 'B', 'C', 'D'],
      judge: ({ truth, system }) => (system === best ? undefined : truth - system),
      metric: ({ truth, system }) => truth - system,
    });
  const [last, first] = await Promise.all([judged(3), judged(0)]);
  expect(last.verdict).toMatchObject({ best: 'A', decided: true });
  expect(last.verdict.text).toMatch(/This is of the judged systems: nobody judged D\.$/);
  expect(first.verdict).toMatchObject({ best: 'B', decided: false });
  expect(first.verdict.text).toMatch(/by metrics A, which nobody judged, is expected to be better than B\.$/);
});

test('where a rival who is no neighbour is open, no other pair is named in its place', async () => {
  const { verdict, systems } = await ranked({
    systems: ['A', 'B', 'C', 'D'],
    judge: ({ truth, item, system }) =>
      system === 3 ? truth + 1 + 12 * Math.sin(item * 2.1) : 2 * (truth - 2 * system) - 0.01 * truth,
  });
  expect([systems[0].name, systems.find(({ name }) => name === 'D')!.rank.low]).toEqual(['A', 1]);
  expect(verdict.text).not.toContain('B and C');
});
