import { expect, test } from 'vitest';
import { carriedOver } from '../src/carried-over.js';
import { parseGoal, simulatePlan, type PlanOutcome } from '../src/index.js';
import { picks, summaryTail } from '../src/summary-tails.js';
import { drawn, registry } from './setting.js';

const shares = [0.1, 0.2, 0.4, 0.6, 1];
const goal = parseGoal('spa=0.9');
const outcome = (selector: number[], random: number[]): PlanOutcome => ({
  replicate: 0,
  target: 0.9,
  selector: { curve: selector },
  random: { curve: random },
});
const slow = [0.5, 0.7, 0.9, 0.95, 1];

test('a selector that is no better than random selection on the pilot has the curve of random selection', () => {
  const larger = [0.7, 0.85, 0.95, 0.97, 1];
  const [{ selector, random }] = carriedOver([outcome(slow, slow)], [outcome([], larger)], { shares, goal });
  expect(selector.curve).toEqual(larger.map((value) => expect.closeTo(value, 12)));
  expect(random.curve).toEqual(larger);
});

test('what a selector needs has as many times the odds of what random selection needs as on the pilot', () => {
  // On the pilot 0.2 where random selection needs 0.4: odds of 1/4 where they are 2/3.
  const fast = [0.5, 0.9, 0.95, 0.97, 1];
  const [{ selector }] = carriedOver([outcome(fast, slow)], [outcome([], slow)], { shares, goal });
  // At 0.2 the selector is where random selection is at 0.4.
  expect(selector.curve[1]).toBeCloseTo(0.9, 12);
  // At 0.4, whose odds are 2/3: odds of (2/3)/(3/8) = 16/9, a share of 0.64.
  expect(selector.curve[2]).toBeCloseTo(0.95 + (0.05 * 0.04) / 0.4, 12);
});

test('the ends of an interval lie further out the less is known of the population', () => {
  expect(summaryTail(false, { pilot: 50, items: 50 })).toBe(0.05);
  expect(summaryTail(true, { pilot: 50, items: 50 })).toBeCloseTo(0.01, 3);
  expect(summaryTail(true, { pilot: 50, items: 5e9 })).toBeCloseTo(0.05, 6);
  expect(picks({ selector: registry.selector('range') }, registry)).toBe(true);
  expect(picks({ selector: registry.selector('random') }, registry)).toBe(false);
});

test('a selector that knows nothing needs about as much of a larger test set as random selection', async () => {
  const { size, random } = await simulatePlan(
    {
      dataset: drawn(0, { items: 48 }),
      registry,
      selector: 'range',
      options: { metric: 'noise' },
      truth: 'human',
      goal: parseGoal('kendall=0.9'),
      replicates: 60,
      resampling: { unit: 'items', method: 'bootstrap', items: 300 },
    },
    { workers: 0 },
  );
  expect(size.median! / random.median!).toBeGreaterThan(0.5);
  expect(size.median! / random.median!).toBeLessThan(2);
});
