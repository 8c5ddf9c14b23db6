import { expect, test } from 'vitest';
import { compareSelectors, type CompareRequest, type Execution } from '../src/index.js';
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
const compare = (given?: Partial<CompareRequest>, execution: Execution = { workers: 0 }) =>
  compareSelectors(request(given), execution);

test('the result is the same bytes for any number of workers', async () => {
  const expected = JSON.stringify(await compare());
  for (const workers of [3]) expect(JSON.stringify(await compare({}, { workers }))).toBe(expected);
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
});

test('a metric in turn as truth leaves out the selectors that use it', async () => {
  const { contestants } = await compare({
    truths: ['human', 'm'],
    contestants: [
      { selector: 'range', options: { metric: 'm' } },
      { selector: 'range', options: { metric: 'human' } },
    ],
  });
  expect(contestants.map(({ curve }) => curve.every(({ value }) => value > 0 && value <= 1))).toEqual([
    true,
    true,
  ]);
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
