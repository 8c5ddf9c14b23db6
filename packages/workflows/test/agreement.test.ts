import { datasetFromItems, stream } from '@goldpan/core';
import { krippendorffAlpha, ratingTable } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { agreement, inspect, rank } from '../src/index.js';

const quick = { replicates: 100 };

interface Rating {
  readonly rater: string;
  readonly value: number | string;
  readonly criterion?: string;
  readonly seconds?: number;
  readonly time?: string;
}

/** Items of one system each, from rows of ratings. */
const itemsOf = (rows: readonly (readonly Rating[])[], more: object = {}) =>
  rows.map((ratings, i) => ({
    id: `i${i}`,
    src: `source ${i}`,
    tgt: { A: `output ${i}` },
    ...more,
    judgements: ratings.map((rating) => ({ system: 'A', ...rating })),
  }));

/** Grades of five raters around the truth; `odd` rates as the wind blows. */
function campaign(odd?: string) {
  const rng = stream(4, 'campaign');
  return Array.from({ length: 60 }, (_item, i) => {
    const truth = 1 + (i % 5);
    return ['ann', 'bob', 'cy', 'dee', 'eve'].map((rater): Rating => {
      const near = Math.min(5, Math.max(1, truth + (rng.next() < 0.3 ? rng.integer(3) - 1 : 0)));
      return { rater, value: rater === odd ? 1 + rng.integer(5) : near };
    });
  });
}

describe('coefficients', () => {
  test('do not depend on the unit of the values, however large or small', async () => {
    const alphaOf = async (unit: number) => {
      const rows = campaign().map((row) => row.map((one) => ({ ...one, value: Number(one.value) * unit })));
      return (await agreement(datasetFromItems(itemsOf(rows)), quick)).criteria[0].alpha;
    };
    const alpha = await alphaOf(1);
    expect(alpha.value).toBeGreaterThan(0.5);
    for (const unit of [2 ** 1020, 2 ** -1070]) expect(await alphaOf(unit)).toEqual(alpha);
  });

  test('are those of the table of cells that several raters judged, at the level of the declared scale', async () => {
    const rows = [[1, 2, NaN], [2, 2, 3], [5, 4, 4], [NaN, 3, NaN], [4, NaN, 5], [1, 1, 2], [3, 2, 2]]; // prettier-ignore
    const items = itemsOf(
      rows.map((row) =>
        row.flatMap((value, at) => (Number.isNaN(value) ? [] : [{ rater: `r${at}`, value }])),
      ),
      { criteria: { human: { scale: 'stars', max: 5 } } },
    );
    const { criteria, resampled } = await agreement(datasetFromItems(items), quick);
    const [{ alpha, alphas, measured, cells, sharedCells, raters, judgements, units }] = criteria;
    expect([measured, resampled]).toEqual(['ordinal', 'items']);
    expect({ cells, sharedCells, raters, judgements, units }).toEqual({
      cells: 7,
      sharedCells: 6,
      raters: 3,
      judgements: 17,
      units: 6,
    });
    expect(alpha).toEqual(alphas.ordinal);
    expectClose(alpha.value!, krippendorffAlpha(ratingTable(rows), 'ordinal').value, { absolute: 1e-12 });
    expect(alpha.low! < alpha.value! && alpha.value! < alpha.high!).toBe(true);
  });

  test('criteria are never mixed, nor means with their parts', async () => {
    const rows = campaign().map((row, i) => [
      ...row,
      ...row.map(({ rater }, at) => ({ rater, value: (i * 7 + at * 3) % 10, criterion: 'length' })),
    ]);
    const found = await agreement(datasetFromItems(itemsOf(rows)), quick);
    const alone = await agreement(datasetFromItems(itemsOf(campaign())), quick);
    expect(found.criteria.map(({ name }) => name)).toEqual(['human', 'length']);
    expect(found.criteria[0].alpha).toEqual(alone.criteria[0].alpha);
    expect(
      (await agreement(datasetFromItems(itemsOf(rows)), { ...quick, criterion: 'length' })).criteria,
    ).toEqual([found.criteria[1]]);
  });

  test('overall is the mean of all criteria in standard deviations, of raters who judged a cell on all', async () => {
    const rows = campaign().map((row, i) => [
      ...row,
      ...row
        .slice(i === 0 ? 1 : 0)
        .map(({ rater, value }) => ({ rater, value: 10 * Number(value) + 3, criterion: 'length' })),
    ]);
    const data = datasetFromItems(itemsOf(rows));
    const { criteria, raters } = await agreement(data, { ...quick, criterion: 'overall' });
    const alone = await agreement(datasetFromItems(itemsOf(campaign())), quick);
    expect(criteria.map(({ name, judgements }) => [name, judgements])).toEqual([['overall', 299]]);
    expect(raters.map(({ judgements }) => judgements)).toEqual([59, 60, 60, 60, 60]);
    // Both criteria say the same but for their unit.
    expectClose(criteria[0].alpha.value!, alone.criteria[0].alpha.value!, { absolute: 0.01 });
    await expect(agreement(datasetFromItems(itemsOf(campaign())), { criterion: 'overall' })).rejects.toThrow(
      /no criterion "overall"/,
    );
  });

  test('documents are drawn where there are any, and few of them are told of', async () => {
    const items = itemsOf(campaign()).map((item, i) => ({ ...item, doc: `d${i % 7}` }));
    const { criteria, resampled, warnings } = await agreement(datasetFromItems(items), quick);
    expect([resampled, criteria[0].units]).toEqual(['documents', 7]);
    expect(warnings?.map(({ code }) => code)).toEqual(['FEW_UNITS']);
  });

  test('what is not defined says why', async () => {
    const alone = await agreement(
      datasetFromItems(itemsOf([[{ rater: 'ann', value: 1 }], [{ rater: 'ann', value: 2 }]])),
    );
    expect(alone.criteria[0].alpha).toEqual({
      value: null,
      low: null,
      high: null,
      level: 0.95,
      reason: 'one rater',
    });
    expect(alone.warnings?.map(({ code }) => code)).toEqual(['NO_SHARED_CELLS']);
    const words = itemsOf([
      [{ rater: 'ann', value: 'good' }, { rater: 'bob', value: 'good' }],
      [{ rater: 'ann', value: 'bad' }, { rater: 'bob', value: 'good' }],
    ]); // prettier-ignore
    const [named] = (await agreement(datasetFromItems(words), quick)).criteria;
    expect([named.measured, named.icc['2,1'].reason]).toEqual(['nominal', 'categories have no order']);
    expect(named.alpha.value).toBeCloseTo(0, 12);
    await expect(agreement(datasetFromItems([{ scores: { A: { human: 1 } } }]))).rejects.toMatchObject({
      code: 'NO_JUDGEMENTS',
    });
    await expect(agreement(datasetFromItems(words), { criterion: 'humn' })).rejects.toMatchObject({
      code: 'UNKNOWN_CRITERION',
      message: expect.stringContaining('did you mean "human"'),
    });
  });
});

describe('raters', () => {
  const rows = [[4, 2, 3], [5, 3, 4], [3, 1, 2], [5, 2, 5], [4, 4, 3]].map((row) =>
    row.map((value, at) => ({ rater: ['ann', 'bob', 'cy'][at], value, seconds: 10 * (at + 1) + value })),
  ); // prettier-ignore

  test('severity is how much worse than the others a rater judges the same cells, whichever end of the scale is good', async () => {
    const { raters } = await agreement(datasetFromItems(itemsOf(rows)), quick);
    // ann: 4−2.5, 5−3.5, 3−1.5, 5−3.5, 4−3.5 → 6.5 / 5 milder.
    expectClose(raters.map(({ severity }) => severity!), [-1.3, 1.4, -0.1], { absolute: 1e-12 }); // prettier-ignore
    const lower = { criteria: { human: { scale: 'numbers', better: 'lower' } } };
    const turned = await agreement(datasetFromItems(itemsOf(rows, lower)), quick);
    expectClose(turned.raters.map(({ severity }) => severity!), [1.3, -1.4, 0.1], { absolute: 1e-12 }); // prettier-ignore
    expect(raters.map(({ seconds }) => seconds)).toEqual([14, 22, 33]);
  });

  test('an answer is repeated where it equals the one before, by time where times are known', async () => {
    const values = [1, 2, 1, 2, 1, 2];
    const timed = (time?: (i: number) => number) =>
      itemsOf(
        values.map((value, i) => [
          {
            rater: 'ann',
            value,
            ...(time && { time: `2026-05-01T12:00:${String(time(i)).padStart(2, '0')}Z` }),
          },
        ]),
      );
    const repeated = async (items: Parameters<typeof datasetFromItems>[0]) =>
      (await agreement(datasetFromItems(items))).raters[0].repeated;
    expect(await repeated(timed())).toBe(0);
    expect(await repeated(timed((i) => (i % 2) * 10 + i))).toBe(0.8);
  });

  test('who gives one answer to all is told of', async () => {
    const straight = campaign().map((row) =>
      row.map((one) => (one.rater === 'cy' ? { ...one, value: 3 } : one)),
    );
    const { warnings = [] } = await agreement(datasetFromItems(itemsOf(straight)), quick);
    expect(warnings.map(({ code }) => code)).toEqual(['STRAIGHT_LINING']);
    expect(warnings[0].text).toMatch(/^rater 3 gave the same answer as the one before in 100 %/);
  });

  test('are called by order, in every result, unless their names are asked for', async () => {
    const items = itemsOf(campaign()).map((item, i) => ({
      ...item,
      scores: { A: { human: 2, human_ann: (i * 3) % 5, human_bob: i % 3, m: (i * 7) % 11 } },
    }));
    const data = datasetFromItems(items);
    const texts = async (options: object) =>
      JSON.stringify([await agreement(data, { ...quick, ...options }), await inspect(data, options)]);
    const hidden = await texts({});
    for (const name of ['ann', 'bob', 'cy', 'dee', 'eve'])
      expect(hidden).not.toMatch(new RegExp(`\\b${name}\\b|_${name}`));
    expect(hidden).toContain('human_rater 2');
    const shown = await texts({ showRaters: true });
    expect(shown).toContain('human_ann');
    expect(shown).not.toContain('rater 1');
    const asked = await inspect(data, { target: 'human_ann' });
    expect(asked.metrics.map(({ name }) => name)).toEqual(['human', 'human_ann', 'human_rater 2', 'm']);
  });
});

describe('what carries the disagreement', () => {
  const cause = async (items: Parameters<typeof datasetFromItems>[0]) =>
    (await agreement(datasetFromItems(items))).criteria[0].disagreement;

  test('one rater without whom the others surely agree better', async () => {
    const found = await cause(itemsOf(campaign('dee')));
    expect(found).toMatchObject({ by: 'rater', rater: 'rater 4' });
    expect(found?.text).toMatch(/without rater 4, alpha goes from 0\.\d\d to 0\.\d\d/);
  });

  test('few items on which all systems are disputed', async () => {
    const rng = stream(9, 'few items');
    const items = Array.from({ length: 40 }, (_item, i) => ({
      id: `i${i}`,
      judgements: ['A', 'B', 'C', 'D'].flatMap((system, s) =>
        ['ann', 'bob', 'cy'].map((rater) => ({
          system,
          rater,
          value: i % 10 === 3 ? rng.integer(9) : ((i + s) % 5) + 2 + (rng.next() < 0.1 ? 1 : 0),
        })),
      ),
    }));
    expect((await cause(items))?.by).toBe('items');
  });

  test('neither: then it is the guideline', async () => {
    expect((await cause(itemsOf(campaign())))?.by).toBe('guideline');
  });
});

test('disputed outputs come with their texts and what each rater said, worst first, ties in the order of the input', async () => {
  const rows = [[3, 3], [1, 5], [2, 4], [5, 1], [3, 4]].map((row) =>
    row.map((value, at) => ({ rater: ['ann', 'bob'][at], value })),
  ); // prettier-ignore
  const { disputes } = await agreement(datasetFromItems(itemsOf(rows)), { ...quick, disputes: 3 });
  expect(disputes.map(({ id }) => id)).toEqual(['i1', 'i3', 'i2']);
  expect(disputes[0]).toMatchObject({
    criterion: 'human',
    system: 'A',
    source: 'source 1',
    output: 'output 1',
    ratings: [
      { rater: 'rater 1', value: 1 },
      { rater: 'rater 2', value: 5 },
    ],
  });
});

test('the same question has the same answer', async () => {
  const data = datasetFromItems(itemsOf(campaign()));
  expect(await agreement(data, { seed: 7 })).toEqual(await agreement(data, { seed: 7 }));
  expect(await agreement(data, { seed: 8 })).not.toEqual(await agreement(data, { seed: 7 }));
});

describe('a criterion', () => {
  const judged = datasetFromItems(
    Array.from({ length: 12 }, (_item, i) => ({
      id: `i${i}`,
      scores: {
        A: { human: i, human_fluency: i % 4, human_adequacy: (i * 5) % 7 },
        B: { human: 12 - i, human_fluency: (i + 1) % 4, ...(i !== 4 && { human_adequacy: (i * 3) % 7 }) },
      },
    })),
  );

  test('is the column that counts as truth', async () => {
    const byName = await rank(judged, { criterion: 'fluency' });
    const byColumn = await rank(judged, { target: 'human_fluency' });
    expect(byName).toEqual(byColumn);
    expect((await inspect(judged, { criterion: 'adequacy' })).target?.columns).toEqual(['human_adequacy']);
    await expect(rank(judged, { criterion: 'fluecy' })).rejects.toMatchObject({ code: 'UNKNOWN_CRITERION' });
  });

  test('overall is the mean of all, each in standard deviations; cells that lack one have none', async () => {
    const { metrics, target } = await inspect(judged, { criterion: 'overall' });
    expect(target?.columns).toEqual(['human_overall']);
    const overall = metrics.find(({ name }) => name === 'human_overall');
    expect([overall?.role, overall?.missing]).toEqual(['target', 1]);
    const { systems, target: ranked } = await rank(judged, { criterion: 'overall' });
    expect(ranked.columns).toEqual(['human_overall']);
    const column = (name: string) => Float64Array.from(judged.scores(name).values);
    const standard = (values: Float64Array) => {
      const known = values.filter((value) => !Number.isNaN(value));
      const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
      const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
      return values.map((value) => (value - mean) / deviation);
    };
    const [fluency, adequacy] = [standard(column('human_fluency')), standard(column('human_adequacy'))];
    const ofA = Array.from({ length: 12 }, (_item, i) => (fluency[2 * i] + adequacy[2 * i]) / 2);
    const mean = ofA.reduce((sum, value) => sum + value, 0) / 12;
    expectClose(systems.find(({ name }) => name === 'A')!.mean!, mean, { absolute: 1e-9 });
  });
});
