import { compositeMetric, datasetFromItems, stream } from '@goldpan/core';
import { pearson } from '@goldpan/stats';
import { expect, test } from 'vitest';
import { inspect } from '../src/index.js';
import { compositeParts } from '../src/composite-parts.js';

/** 41 items, 5 systems: three metrics that see the same, one that sees noise, one for which lower is better, one that says nothing. */
const items = Array.from({ length: 41 }, (_, i) => {
  const rng = stream(3, 'parts', i);
  const cells = [0, 1, 2, 3, 4].map((s) => {
    const quality = s + 4 * rng.next();
    return {
      human: rng.next(),
      a: quality + rng.next(),
      b: 100 * quality + 90 * rng.next(),
      c: i === 7 && s === 2 ? null : quality + 3 * rng.next(),
      noise: rng.next(),
      errors: -quality - rng.next(),
      same: 3,
    };
  });
  return { id: i, scores: Object.fromEntries(cells.map((cell, s) => [`S${s}`, cell])) };
});
const data = datasetFromItems(items);

test('each metric is held against the composite of the others, as the slow way says', () => {
  const parts = compositeParts(data, 'human');
  const metrics = ['a', 'b', 'c', 'noise', 'errors'];
  expect(parts.map(({ metric }) => metric).toSorted()).toEqual(metrics.toSorted());
  for (const { metric, pearson: pooled, withinItem } of parts) {
    const others = compositeMetric(
      data,
      metrics.filter((one) => one !== metric),
    ).values;
    const own = data.scores(metric).values;
    const known = (_: number, cell: number) => !Number.isNaN(own[cell] + others[cell]);
    expect(pooled).toBeCloseTo(pearson(own.filter(known), others.filter(known)), 9);
    const within = items.map((_, i) => {
      const at = (values: Float64Array) =>
        values.subarray(i * 5, i * 5 + 5).filter((_, s) => known(0, i * 5 + s));
      return pearson(at(own), at(others));
    });
    expect(withinItem).toBeCloseTo(within.reduce((sum, value) => sum + value, 0) / 41, 9);
  }
});

test('inspect names those to leave out, without a look at the target', async () => {
  const { composite, warnings } = await inspect(data);
  expect(
    composite
      ?.slice(0, 3)
      .map(({ metric }) => metric)
      .toSorted(),
  ).toEqual(['a', 'b', 'c']);
  const odd = warnings?.find(({ code }) => code === 'ODD_METRICS');
  expect(odd?.text).toMatch(
    /: errors \(-0\.\d\d\), and without it noise \(-?0\.\d\d\)\. Leave them out .* --lower-is-better\.$/,
  );
  const turned = items.map((item) => JSON.parse(JSON.stringify(item)) as (typeof items)[number]);
  for (const { scores } of turned) for (const cell of Object.values(scores)) cell.human = 1 - cell.human;
  expect((await inspect(datasetFromItems(turned))).composite).toEqual(composite);
  expect((await inspect(data, { target: 'a' })).composite?.map(({ metric }) => metric)).not.toContain('a');
});

test('a metric that is turned round is named where it makes half of the metrics look odd', async () => {
  const few = datasetFromItems(
    items.map(({ scores, ...item }) => ({
      ...item,
      scores: Object.fromEntries(
        Object.entries(scores).map(([system, { a, c, noise, errors }]) => [system, { a, c, noise, errors }]),
      ),
    })),
  );
  const weak = compositeParts(few, 'human').filter(({ withinItem }) => withinItem! < 0.2);
  expect(weak.length).toBeGreaterThanOrEqual(2);
  const textOf = async (data: typeof few) =>
    (await inspect(data)).warnings?.find(({ code }) => code === 'ODD_METRICS')?.text;
  expect(await textOf(few)).toMatch(
    /: errors \(-0\.\d\d\), and without it noise \(-?0\.\d\d\)\. .*--lower-is-better/,
  );
});

test('two metrics tell nothing of each other, and a column named composite takes its place', () => {
  const two = datasetFromItems([{ scores: { A: { a: 1, b: 2 }, B: { a: 3, b: 1 } } }]);
  expect(compositeParts(two, 'human')).toEqual([]);
  const own = datasetFromItems([
    { scores: { A: { a: 1, b: 2, c: 3, composite: 1 }, B: { a: 3, b: 1, c: 9, composite: 4 } } },
  ]);
  expect(compositeParts(own, 'human')).toEqual([]);
});
