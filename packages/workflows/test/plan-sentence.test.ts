import { expect, test } from 'vitest';
import type { PlanSummary } from '@goldpan/simulation';
import { planSentence } from '../src/plan-sentence.js';

const size = { median: 40, low: 25, high: 60 };
const said = (selector: string, [low, high]: readonly [number, number], random = 55) =>
  planSentence(
    {
      size,
      random: { ...size, median: random },
      ratio: { median: 0.8, low, high },
    } as unknown as PlanSummary,
    { selector, goal: { text: 'spa=0.9' }, target: { columns: ['human'], standsIn: false }, items: 100 },
  );

test.each<[readonly [number, number], string]>([
  [[0.6, 0.9], 'random selection needs about 55, so picking saves items.'],
  [[1.1, 1.4], 'random selection needs about 55, so random selection is the better choice here.'],
  [[0.9, 1.1], 'random selection needs about 55, so there is no clear gain over random selection.'],
])('a selector is held against random selection: ratio %j', (ratio, comparison) =>
  expect(said('metric-variance', ratio)).toBe(
    `To match the full human result (spa=0.9), have about 40 of 100 items judged, picked by metric-variance (nine in ten test sets like this need 25 to 60); ${comparison}`,
  ),
);

test('random selection is not held against itself', () =>
  expect(said('random', [0.9, 1.1], 35)).toBe(
    'To match the full human result (spa=0.9), have about 40 of 100 items judged, drawn at random (nine in ten test sets like this need 25 to 60).',
  ));
