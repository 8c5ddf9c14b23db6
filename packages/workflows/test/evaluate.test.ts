import { datasetFromItems, type Dataset } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/evaluate.js';

/** Nine items, three systems; A is best, C last. */
function itemsWith(
  change: (human: number, item: number, system: string) => number | null = (human) => human,
) {
  return Array.from({ length: 9 }, (_, item) => {
    const cell = (system: string, base: number) =>
      [system, { human: change(base + ((item * 7) % 5), item, system) }] as const;
    return {
      id: `i${item}`,
      scores: Object.fromEntries([cell('A', 6), cell('B', 3), cell('C', 0)]),
    };
  });
}

const all = datasetFromItems(itemsWith());
const asked = { measures: ['spa', 'mean-absolute-error'], random: 20, permutations: 200 };
const evaluated = async (subset: Dataset, full = all, more = {}) =>
  evaluate(full, [subset], { ...asked, ...more });
const codes = ({ warnings = [] }: { warnings?: readonly { code: string }[] }) =>
  warnings.map(({ code }) => code);

describe('a subset that brings its own scores', () => {
  // In the judged file the last system beats the others.
  const judged = datasetFromItems(
    itemsWith((human, item, system) => (system === 'C' ? human + 20 + item : human)).slice(0, 4),
  );

  test('is measured with them, and the first cell that differs is named', async () => {
    const result = await evaluated(judged);
    const [{ systems }] = result.subsets;
    expect(systems[0]).toMatchObject({ name: 'C', rank: 1 });
    expect(result.full!.systems[0].name).toBe('A');
    const warning = result.warnings!.find(({ code }) => code === 'SCORES_DIFFER')!;
    expect(warning.text).toContain(
      '4 scores of human that differ from the full data (first: i0, C: 0 there, 20 here)',
    );
  });

  test('keeps the scores of the full data where it has none', async () => {
    const partly = datasetFromItems(
      itemsWith((human, item, system) => (system === 'A' && item === 0 ? human + 1 : null)).slice(0, 4),
    );
    const [{ systems }] = (await evaluated(partly)).subsets;
    const [{ systems: before }] = (await evaluated(datasetFromItems(itemsWith().slice(0, 4)))).subsets;
    const mean = (list: typeof systems, name: string) => list.find((system) => system.name === name)!.mean;
    expect(mean(systems, 'A')).toBeCloseTo(mean(before, 'A') + 0.25, 12);
    expect(mean(systems, 'B')).toBe(mean(before, 'B'));
  });

  test('names systems that the full data lacks', async () => {
    const renamed = datasetFromItems(
      itemsWith()
        .slice(0, 3)
        .map(({ id, scores: { A, ...rest } }) => ({ id, scores: { ...rest, new: A } })),
    );
    expect(codes(await evaluated(renamed))).toContain('UNKNOWN_SYSTEMS');
  });

  test('cannot be compared with full data that nobody judged', async () => {
    const pool = datasetFromItems(
      itemsWith().map(({ id }) => ({ id, scores: { A: { m: 1 }, B: { m: 2 }, C: { m: 3 } } })),
    );
    await expect(evaluated(judged, pool)).rejects.toMatchObject({ code: 'FULL_NOT_JUDGED' });
  });
});

describe('a comparison that says nothing is called that', () => {
  test.each([
    ['all items', all, all, /all 9 items .* nothing of how items were picked/],
    ['one item', datasetFromItems(itemsWith().slice(3, 4)), all, /one item/],
    [
      'a constant target',
      datasetFromItems(itemsWith(() => 2).slice(0, 3)),
      datasetFromItems(itemsWith(() => 2)),
      /Every score of human is 2/,
    ],
  ])('%s', async (_title, subset, full, words) => {
    expect((await evaluated(subset, full)).subsets[0].note).toMatch(words);
  });

  test('an ordinary subset has no such note', async () => {
    expect((await evaluated(datasetFromItems(itemsWith().slice(0, 3)))).subsets[0].note).toBeUndefined();
  });
});

test('random selection is shown at the size of every subset, whatever the sizes of the curves', async () => {
  const subsets = [5, 2].map((size) => datasetFromItems(itemsWith().slice(0, size)));
  const { subsets: found, random } = await evaluate(all, subsets, { ...asked, sizes: '3,9' });
  expect(found.map(({ random }) => random!.spa.size)).toEqual([5, 2]);
  expect(random!.curves.spa.map(({ size }) => size)).toEqual([3, 9]);
  const { random: alone } = await evaluate(all, subsets, { ...asked, sizes: '2' });
  expect(found[1].random!.spa).toEqual(alone!.curves.spa[0]);
});

test('what a subset must reach is measured, and at most so much where lower is better', async () => {
  const min = ['kendall=1', 'mean-absolute-error=0.000001', 'same-best'];
  const { subsets } = await evaluated(datasetFromItems(itemsWith().slice(0, 4)), all, { min });
  expect(subsets[0].goals).toEqual([
    { text: 'kendall=1', reached: true },
    { text: 'mean-absolute-error=0.000001', reached: false },
    { text: 'same-best', reached: true },
  ]);
  for (const wrong of ['random@50%', 'spa', 'spa=2', 'none=1'])
    await expect(evaluated(all, all, { min: [wrong] })).rejects.toMatchObject({ code: 'INVALID_MINIMUM' });
});

test('items that chance drew alike are typical ones; what was picked, drawn unlike or not noted may not be', async () => {
  const noted = (goldpan: object | undefined) => {
    const items = itemsWith().slice(0, 4);
    return datasetFromItems(
      goldpan
        ? items.map((item, i) => ({ ...item, goldpan: { ...goldpan, ...(i === 1 && { inclusion: 0.4 }) } }))
        : items,
      {
        columns: ['goldpan.selector', 'goldpan.inclusion'],
      },
    );
  };
  expect(codes(await evaluated(noted({ selector: 'random', inclusion: 0.4 })))).not.toContain('SUBSET_MEANS');
  expect(codes(await evaluated(noted({ selector: 'sequential', inclusion: 0.7 })))).toContain('SUBSET_MEANS');
  expect(codes(await evaluated(noted({ selector: 'metric-variance' })))).toContain('SUBSET_MEANS');
  expect(codes(await evaluated(noted(undefined)))).toContain('SUBSET_MEANS');
});
