import { describe, expect, test } from 'vitest';
import { compareSelectors, parseGoal, simulatePlan, type Contestant } from '../src/index.js';
import { drawn, registry } from './setting.js';

describe('over 120 seeded test sets', () => {
  const SETS = 120;
  /** Bounds that a count stays within in all but two of a thousand cases. */
  const bounds = (share: number) => {
    const spread = 3.1 * Math.sqrt(SETS * share * (1 - share));
    return [Math.floor(SETS * share - spread), Math.min(SETS, Math.ceil(SETS * share + spread))];
  };

  async function gains(contestants: readonly Contestant[]) {
    const all = [];
    for (let set = 0; set < SETS; set++) {
      const { contestants: results } = await compareSelectors(
        {
          dataset: drawn(set),
          registry,
          contestants,
          truths: ['human'],
          measure: 'pairwise-accuracy',
          shares: [0.1, 0.25],
          replicates: 100,
          randomOrders: 100,
          seed: set,
        },
        { workers: 0 },
      );
      all.push(results.map(({ gain }) => gain));
    }
    return all;
  }

  test('the intervals of useless selectors all hold 0 at their nominal rate', async () => {
    const found = await gains([
      { selector: 'range', options: { metric: 'noise' } },
      { selector: 'random', options: {} },
    ]);
    const holding = found.filter((ends) => ends.every(({ low, high }) => low <= 0 && high >= 0)).length;
    const [least, most] = bounds(0.95);
    expect(holding).toBeGreaterThanOrEqual(least);
    expect(holding).toBeLessThanOrEqual(most);
  });
});

test('a comparison with 5 replicates says little: its intervals are as wide as those of 100, or wider', async () => {
  const widths = async (replicates: number) => {
    let sum = 0;
    for (let set = 0; set < 12; set++) {
      const { contestants, warnings } = await compareSelectors(
        {
          dataset: drawn(set),
          registry,
          contestants: [{ selector: 'range', options: { metric: 'noise' } }],
          truths: ['human'],
          measure: 'kendall',
          shares: [0.1, 0.3],
          replicates,
          randomOrders: 10,
        },
        { workers: 0 },
      );
      expect(warnings.map(({ code }) => code)).toEqual(replicates < 100 ? ['FEW_REPLICATES'] : []);
      const [{ gain }] = contestants;
      expect(gain.high - gain.low).toBeGreaterThan(0.02);
      sum += gain.high - gain.low;
    }
    return sum;
  };
  expect(await widths(5)).toBeGreaterThan(1.2 * (await widths(100)));
});

test('a plan for a useless selector needs about as many items as random selection, in the median over test sets', async () => {
  const ratios: number[] = [];
  for (let set = 0; set < 15; set++) {
    const { ratio } = await simulatePlan(
      {
        dataset: drawn(set),
        registry,
        selector: 'range',
        options: { metric: 'noise' },
        truth: 'human',
        goal: parseGoal('kendall=0.9'),
        replicates: 60,
        seed: set,
      },
      { workers: 0 },
    );
    ratios.push(ratio.median!);
  }
  ratios.sort((a, b) => a - b);
  expect(ratios[7]).toBeGreaterThan(0.8);
  expect(ratios[7]).toBeLessThan(1.25);
});
