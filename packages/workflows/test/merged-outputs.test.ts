import { datasetFromItems, takeItems } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { compare, evaluate, plan, rank, select } from '../src/index.js';

/** On every third item three of five systems say the same; the metric sees differences between them all the same, and large ones. */
const items = Array.from({ length: 33 }, (_, i) => {
  const isRepeated = i % 3 === 0;
  const scores = [0, 1, 2, 3, 4].map((s) => ({
    m: isRepeated ? (s < 3 ? 50 * s : 50) : ((i * (s + 2)) % 11) + s,
    human: ((i * (s + 3)) % 7) + s,
  }));
  return {
    id: `i${i}`,
    tgt: Object.fromEntries(
      scores.map((_, s) => [`S${s}`, isRepeated && s < 3 ? 'the same' : `output ${i} of ${s}`]),
    ),
    scores: Object.fromEntries(scores.map((cell, s) => [`S${s}`, cell])),
  };
});
const data = datasetFromItems(items);
const withoutOutputs = datasetFromItems(items.map(({ tgt: _, ...item }) => item));

describe('what nobody will judge', () => {
  test('is not seen by a selector: differences of a metric between identical outputs', async () => {
    const by = { selector: 'metric-variance', metric: 'm', budget: 5, junk: 'keep' as const };
    const { chosen } = await select(data, by);
    expect(chosen.filter(({ id }) => Number(id.slice(1)) % 3 === 0)).toEqual([]);
    const noisy = await select(withoutOutputs, by);
    expect(noisy.chosen.every(({ id }) => Number(id.slice(1)) % 3 === 0)).toBe(true);
    const shownWithoutTexts = await select(data, { ...by, texts: false });
    expect(shownWithoutTexts.chosen.map(({ id }) => id)).toEqual(chosen.map(({ id }) => id));
  });

  test('is not seen when ways are compared or planned', async () => {
    const asked = { selectors: ['metric-variance'], metrics: ['m'], replicates: 20, workers: 0 };
    const [seen, blind] = [await compare(data, asked), await compare(withoutOutputs, asked)];
    expect(seen.selectors[0].mean).not.toBe(blind.selectors[0].mean);
    const planned = {
      selector: 'metric-variance',
      metric: 'm',
      goal: 'kendall=0.9',
      replicates: 20,
      workers: 0,
    };
    expect((await plan(data, planned)).curve).not.toEqual((await plan(withoutOutputs, planned)).curve);
  });

  test('is not seen by estimates, whether texts are shown or not', async () => {
    const judgedInPart = items.map((item, i) => ({
      ...item,
      scores: Object.fromEntries(
        Object.entries(item.scores).map(([system, { m }], s) => {
          const merged = i % 3 === 0 && s < 3 ? 50 : m;
          return [system, { m, merged, ...(i % 2 === 0 && { human: merged + ((i * (s + 3)) % 7) }) }];
        }),
      ),
    }));
    const [given, blind] = [judgedInPart, judgedInPart.map(({ tgt: _, ...item }) => item)].map((some) =>
      datasetFromItems(some),
    );
    const [seen, hidden, merged, unmerged] = await Promise.all([
      rank(given, { metrics: ['m'] }),
      rank(given, { metrics: ['m'], texts: false }),
      rank(blind, { metrics: ['merged'] }),
      rank(blind, { metrics: ['m'] }),
    ]);
    expect(seen.systems).toEqual(merged.systems);
    expect(hidden.systems).toEqual(seen.systems);
    expect(hidden.carrying[0].source).toBeUndefined();
    expect(unmerged.systems).not.toEqual(merged.systems);
    const full = [true, false].map((shown) =>
      datasetFromItems(
        items.map(({ tgt, ...item }, i) => ({
          ...item,
          ...(shown && { tgt }),
          scores: Object.fromEntries(
            Object.entries(item.scores).map(([system, { m }], s) => {
              const merged = i % 3 === 0 && s < 3 ? 50 : m;
              return [system, { m, human: merged + ((i * (s + 3)) % 7) }];
            }),
          ),
        })),
      ),
    );
    const first = Uint32Array.from({ length: 14 }, (_, item) => item);
    const [withTexts, without] = await Promise.all(
      full.map((one) => evaluate(one, [takeItems(one, first)], { estimate: 'shrunk', random: 0 })),
    );
    expect(withTexts.subsets[0].measures).not.toEqual(without.subsets[0].measures);
  });

  test('is not paid for: a budget in judgements counts distinct outputs, without naming a cost model', async () => {
    const { cost, outputs, chosen } = await select(data, { budget: '21 judgements' });
    expect(cost).toMatchObject({ unit: 'judgements', budget: 21 });
    const { warnings } = await select(data, { budget: '9999 judgements' });
    expect(warnings!.find(({ code }) => code === 'BUDGET_ABOVE_ALL')!.text).toBe(
      'The budget of 9999 judgements is more than all 33 items cost: 143.',
    );
    expect(cost.total).toBe(outputs!.distinct);
    expect(cost.total).toBeLessThanOrEqual(21);
    expect(chosen.map(({ cost: each }) => each).sort()[0]).toBe(3);
    const one = await select(data, { budget: '10% judgements', selector: 'metric-variance', metric: 'm' });
    expect(one.cost.budget).toBeCloseTo((11 * 3 + 22 * 5) / 10, 9);
  });

  test('is not in the price of a campaign', async () => {
    const { costs, spending, selectors } = await compare(data, { budget: '12', replicates: 10, workers: 0 });
    expect(costs).toBe('judgements');
    expect(spending).toEqual({ unit: 'judgements', random: (12 * (11 * 3 + 22 * 5)) / 33 });
    expect(
      selectors.every(({ cost }) => Number.isInteger(Math.round(cost! * spending!.random * 1e6) / 1e6)),
    ).toBe(true);
    expect(
      (await compare(withoutOutputs, { budget: '12', replicates: 10, workers: 0 })).spending,
    ).toBeUndefined();
  });
});
