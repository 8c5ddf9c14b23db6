import { datasetFromItems, stream, type Item, type RankDocument } from '@goldpan/core';
import { expect, test } from 'vitest';
import { rank, type RankQuestion } from '../src/index.js';

const SYSTEMS = ['A', 'B', 'C'];
const JUDGED = 10;

/** Thirty items of which the first ten are judged, as `score` says. */
function madeItems(
  score: (item: number, system: number, quality: number) => number | null,
  extra: (item: number) => object = () => ({}),
): Item[] {
  return Array.from({ length: 30 }, (_, i) => {
    const rng = stream(11, 'item', i);
    const cells = SYSTEMS.map((name, s) => {
      const quality = 0.3 * s + rng.next();
      const human = i < JUDGED && { human: score(i, s, quality) };
      return [name, { m: quality + rng.next(), ...human }] as const;
    });
    return { id: `item ${i}`, scores: Object.fromEntries(cells), ...extra(i) };
  });
}

const ranked = (items: readonly Item[], options: RankQuestion = {}) =>
  rank(datasetFromItems(items, { columns: ['goldpan.selector', 'goldpan.inclusion'] }), options);
const codes = ({ warnings = [] }: RankDocument) => warnings.map(({ code }) => code);
const plain = (_: number, __: number, quality: number) => quality;

test.each([0, 0.25])(
  'systems whose difference is the same in every item are told apart (level at 0, by %d)',
  async (base) => {
    const { verdict, more } = await ranked(madeItems((_, system) => base + system));
    expect(verdict.text).toBe('C is best (P > .99). All neighbours are told apart.');
    expect(more.map(({ items }) => items)).toEqual([0, 0]);
  },
);

test.each([1e60, 1e-160])('judgements of about %d are refused by their size', async (size) => {
  await expect(ranked(madeItems((...cell) => size * plain(...cell)))).rejects.toMatchObject({
    code: 'INVALID_JUDGED_DATA',
    message: expect.stringContaining('of a size between 1e-50 and 1e+50'),
  });
});

test.each([1e45, 1e-45])('judgements in another unit (times %d) have the same ranking', async (unit) => {
  const [one, other] = await Promise.all(
    [1, unit].map((by) => ranked(madeItems((...cell) => by * plain(...cell)))),
  );
  expect(codes(other)).toEqual(codes(one));
  expect(other.systems.map(({ name, rank }) => [name, rank])).toEqual(
    one.systems.map(({ name, rank }) => [name, rank]),
  );
  other.systems.forEach(({ low, high }, s) => {
    expect(low! / unit).toBeCloseTo(one.systems[s].low!, 9);
    expect(high! / unit).toBeCloseTo(one.systems[s].high!, 9);
  });
});

const noted =
  (inclusion: (item: number) => unknown, selector = 'sequential') =>
  (item: number) =>
    item < JUDGED ? { goldpan: { selector, inclusion: inclusion(item) } } : {};

test.each<[string, (item: number) => object, string, string[]]>([
  ['that sum to the pool say nothing more', noted(() => 1 / 3), 'drawn', []],
  ['whose inverses sum to far more than the pool', noted(() => 0.01), 'drawn', ['WEIGHTS_DO_NOT_SUM']],
  [
    'whose inverses sum to far less than the pool',
    noted((item) => (item % 2 ? 1 : 0.9)),
    'drawn',
    ['WEIGHTS_DO_NOT_SUM'],
  ],
  ['that are those of more items than are judged', noted(() => 1), 'drawn', ['PARTLY_JUDGED']],
  ['of which one outweighs all others', noted((item) => (item === 0 ? 1 / 25 : 1)), 'drawn', ['FEW_WEIGH']],
  [
    'of which one is 0',
    noted((item) => (item === 4 ? 0 : 0.5)),
    'picked',
    ['PROBABILITIES_UNUSED', 'PICKED_ITEMS'],
  ],
  [
    'of which one is above 1',
    noted((item) => (item === 4 ? 7 : 0.5)),
    'picked',
    ['PROBABILITIES_UNUSED', 'PICKED_ITEMS'],
  ],
])('inclusion probabilities %s', async (_, extra, kind, warnings) => {
  const result = await ranked(madeItems(plain, extra));
  expect([result.design.kind, codes(result)]).toEqual([kind, warnings]);
});

test('where some of the judged items say that they were drawn at random and others nothing, none is called picked', async () => {
  const result = await ranked(
    madeItems(plain, (i) => (i < 4 ? { goldpan: { selector: 'random', rank: i } } : {})),
  );
  expect(result.design.kind).toBe('assumed');
  expect(result.warnings).toEqual([
    {
      code: 'DESIGN_ASSUMED',
      text: 'Nothing records how 6 of the 10 judged items were chosen; intervals hold if it was by chance.',
    },
  ]);
});

test('who asks for texts like these of items that are all judged is not told to ask for them', async () => {
  const items = madeItems(plain).slice(0, JUDGED);
  expect(codes(await ranked(items))).toEqual(['ALL_JUDGED']);
  expect(codes(await ranked(items, { population: 'like-these' }))).toEqual([]);
});

test('an endless margin is refused', async () => {
  await expect(ranked(madeItems(plain), { margin: Infinity })).rejects.toMatchObject({
    code: 'INVALID_MARGIN',
  });
});
