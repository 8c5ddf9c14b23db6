import { datasetFromColumns, columnsOfDataset, stream, takeItems, type Json } from '@goldpan/core';
import { fullData, parity, parityBaseline } from '@goldpan/evaluation';
import { describe, expect, test } from 'vitest';
import { compareSelectors, type CompareRequest, type Contestant, type Execution } from '../src/index.js';
import { pilot, registry } from './setting.js';

const request = (given: Partial<CompareRequest> = {}): CompareRequest => ({
  dataset: pilot(60),
  registry,
  contestants: [
    { selector: 'range', options: { metric: 'm' } },
    { selector: 'last-system-high', options: {} },
  ],
  truths: ['human'],
  replicates: 60,
  permutations: 50,
  ...given,
});
/** A request that leaves out all that has a default, but for the number of replicates. */
function plain(replicates: number): CompareRequest {
  const { dataset, contestants, truths } = request();
  return { dataset, registry, contestants, truths, replicates };
}

const compare = (given?: Partial<CompareRequest>, execution: Execution = { workers: 0 }) =>
  compareSelectors(request(given), execution);

test('the result is the same bytes for any number of workers', async () => {
  const expected = JSON.stringify(await compare());
  for (const workers of [3]) expect(JSON.stringify(await compare({}, { workers }))).toBe(expected);
});

test('undefined in a request is the default', async () => {
  const few = {
    replicates: 20,
    randomOrders: undefined,
    holdout: undefined,
    shares: undefined,
    seed: undefined,
  };
  expect(
    await compare({ ...few, permutations: undefined, measure: undefined, resampling: undefined }),
  ).toEqual(await compareSelectors(plain(20), { workers: 0 }));
});

test('random selection gains nothing over random selection', async () => {
  const { contestants, recommended } = await compare({ contestants: [{ selector: 'random', options: {} }] });
  expect(contestants[0].verdict).toBe('no evidence');
  expect(Math.abs(contestants[0].gain.mean)).toBeLessThan(0.06);
  expect(recommended).toBeUndefined();
});

test('the gain is the mean of the curve minus that of random selection', async () => {
  const { contestants, random } = await compare();
  for (const { gain, mean, curve } of contestants) {
    expect(gain.mean).toBeCloseTo(mean - random.mean, 10);
    expect(mean).toBeCloseTo(curve.reduce((sum, { value }) => sum + value, 0) / curve.length, 10);
    expect(gain.low).toBeLessThan(gain.mean);
    expect(gain.high).toBeGreaterThan(gain.mean);
  }
  for (const { gain, gains, curve } of contestants) {
    expect(gains.map(({ size }) => size)).toEqual(curve.map(({ size }) => size));
    expect(gains.reduce((sum, one) => sum + one.mean, 0) / gains.length).toBeCloseTo(gain.mean, 10);
    gains.forEach((one, k) => expect(one.mean).toBeCloseTo(curve[k].value - random.curve[k].value, 10));
    // One size varies more than the mean of ten.
    expect(gains.every((one) => one.high - one.low >= 0)).toBe(true);
    expect(Math.max(...gains.map((one) => one.high - one.low))).toBeGreaterThan(gain.high - gain.low);
  }
});

test('a contestant that uses the truth is skipped with the reason; where others count as truth too, it takes part', async () => {
  const byItself = { selector: 'range', options: { metric: 'human' } };
  const another = { selector: 'range', options: { metric: 'm' } };
  const { contestants, skipped } = await compare({ contestants: [byItself, another] });
  expect(contestants.map(({ options }) => options)).toEqual([{ metric: 'm' }]);
  expect(skipped).toEqual([{ ...byItself, why: expect.stringContaining('"human"') }]);
  const inTurn = await compare({ truths: ['human', 'm'], contestants: [byItself, another] });
  expect(inTurn.skipped).toEqual([]);
  for (const { curve, gain } of inTurn.contestants) {
    for (const value of [gain.mean, gain.low, gain.high, ...curve.map((point) => point.value)])
      expect(value).toEqual(expect.any(Number));
  }
});

test('each contestant is measured only on truths that it does not use', async () => {
  const contestant = { selector: 'range', options: { metric: 'm' } };
  const both = await compare({ truths: ['human', 'm'], contestants: [contestant] });
  const one = await compare({ truths: ['human'], contestants: [contestant] });
  expect(both.contestants[0].curve.map(({ value }) => value)).toEqual(
    one.contestants[0].curve.map(({ value }) => value),
  );
});

test('where every contestant uses the truth, nothing is compared and random selection is still measured', async () => {
  const { contestants, random, recommended } = await compare({
    contestants: [{ selector: 'range', options: { metric: 'human' } }],
  });
  expect(contestants).toEqual([]);
  expect(recommended).toBeUndefined();
  expect(random.curve).toHaveLength(10);
});

test('with systems held out, choices are made without those they are measured on', async () => {
  const { contestants } = await compare({ holdout: 2 });
  expect(contestants).toHaveLength(2);
  await expect(compare({ holdout: 4 })).rejects.toMatchObject({ code: 'TOO_FEW_SYSTEMS' });
});

test('a contestant that fails is set aside with the reason, and a measure of which less is better is refused', async () => {
  const { contestants, skipped } = await compare({
    contestants: [
      { selector: 'range', options: { metric: 'nope' } },
      { selector: 'range', options: { metric: 'm' } },
    ],
  });
  expect(contestants.map(({ selector }) => selector)).toEqual(['range']);
  expect(skipped[0].why).toContain('no metric "nope"');
  await expect(compare({ measure: 'mean-absolute-error' })).rejects.toMatchObject({
    code: 'LOWER_IS_BETTER',
  });
});

describe('a contestant that works on the truth is set aside with the reason', () => {
  const named = (target: string) => {
    const { scores, ...columns } = columnsOfDataset(pilot(23));
    return datasetFromColumns({ ...columns, scores, metrics: [target, 'm'] });
  };
  const over = (target: string, contestants: { selector: string; options: Json }[]) =>
    compare({ dataset: named(target), truths: [target], contestants, replicates: 5 });
  const part = (options: Json) => ({ of: [{ selector: 'by-column', options }] });

  test.each(['metric', 'model', 'groups', 'look-at', 'by-column', '__proto__'])(
    'and no other, whatever the target is called: %s',
    async (target) => {
      const { contestants, skipped } = await over(target, [
        { selector: 'range', options: { metric: 'm' } },
        { selector: 'range', options: { metric: target } },
        { selector: 'by-column', options: { note: target, 'look-at': 'm' } },
        { selector: 'by-column', options: { note: 'm', 'look-at': target } },
        { selector: 'first-of', options: part({ note: target, 'look-at': 'm' }) },
        { selector: 'first-of', options: part({ 'look-at': target }) },
      ]);
      expect(contestants.map(({ selector }) => selector)).toEqual(['range', 'by-column', 'first-of']);
      expect(contestants.every(({ gain }) => Number.isFinite(gain.mean))).toBe(true);
      expect(skipped.map(({ selector }) => selector)).toEqual(['range', 'by-column', 'first-of']);
      for (const { why } of skipped)
        expect(why).toContain(`it uses what counts as truth (${JSON.stringify(target)})`);
    },
  );

  test('and where none is left nothing is recommended', async () => {
    const { contestants, skipped, recommended } = await over('t', [
      { selector: 'range', options: { metric: 't' } },
    ]);
    expect([contestants, skipped.length, recommended]).toEqual([[], 1, undefined]);
  });

  test('but takes part where another column is the truth', async () => {
    const { contestants, skipped } = await compare({
      dataset: takeItems(
        pilot(23),
        Uint32Array.from({ length: 21 }, (_, i) => i),
      ),
      truths: ['human', 'm'],
      contestants: [{ selector: 'by-column', options: { 'look-at': 'm' } }],
      replicates: 5,
    });
    expect([contestants.length, skipped.length]).toEqual([1, 0]);
  });
});

test('parity is what a ranking needs over what further random rankings need', async () => {
  const dataset = pilot(60);
  const contestants: Contestant[] = [
    { selector: 'last-system-high', options: {} },
    { selector: 'stairs', options: { metric: 'm' } },
  ];
  const results = await compare({ dataset, contestants });
  const full = fullData(dataset.scores('human'), { permutations: 50 });
  const { values } = dataset.scores('m');
  const last = (item: number) => values[(item + 1) * 5 - 1];
  const ranking = Array.from({ length: 60 }, (_, item) => item).sort((a, b) => last(b) - last(a) || a - b);
  const baseline = parityBaseline(full, { measure: 'spa', seed: 0 });
  expect(Math.abs(baseline.norm - 1)).toBeGreaterThan(0.01);
  const { ratio } = parity(full, ranking, baseline);
  expect(results.contestants.map((result) => result.parity)).toEqual([ratio / baseline.norm, null]);
});

test('parity is left out where there are several folds, few items, or targets that are never reached', async () => {
  const contestants = [{ selector: 'range', options: { metric: 'm' } }];
  const parityOf = async (given: Partial<CompareRequest>) =>
    (await compare({ contestants, replicates: 2, ...given })).contestants[0].parity;
  expect(await parityOf({ truths: ['human', 'm'] })).toBeNull();
  expect(await parityOf({ dataset: pilot(19) })).toBeNull();
  expect(await parityOf({ dataset: pilot(20) })).toBeGreaterThan(0);
});

test('what helps has an interval above 0 and is recommended; what hurts has one below 0', async () => {
  // On every fifth item the systems differ a lot; on the others there is noise alone.
  const rng = stream(2, 'test/uneven');
  const [items, systems] = [120, 4];
  const differs = (cell: number) => (Math.floor(cell / systems) % 5 === 0 ? 1 : 0);
  const column = (value: (cell: number) => number) =>
    Float64Array.from({ length: items * systems }, (_, cell) => value(cell));
  const dataset = datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => `item ${item}`),
    systems: ['a', 'b', 'c', 'd'],
    metrics: ['human', 'm', 'anti'],
    scores: [
      column((cell) => 2 * (cell % systems) * differs(cell) + 3 * rng.next()),
      column((cell) => 9 * differs(cell) * (cell % systems) + rng.next()),
      column((cell) => 9 * (1 - differs(cell)) * (cell % systems) + rng.next()),
    ],
  });
  const contestants = ['anti', 'm'].map((metric) => ({ selector: 'range', options: { metric } }));
  const shares = [0.05, 0.1];
  const result = await compare({
    dataset,
    contestants,
    shares,
    measure: 'pairwise-accuracy',
    replicates: 100,
  });
  expect(result.contestants.map(({ verdict }) => verdict)).toEqual(['hurts', 'helps']);
  const [hurting, helping] = result.contestants;
  expect(hurting.gain.high).toBeLessThan(0);
  expect(helping.gain.low).toBeGreaterThan(0);
  expect(result.recommended).toBe(helping);
});
