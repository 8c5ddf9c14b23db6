import { datasetFromItems } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { rank } from '../src/index.js';

/** Costs of errors, 0 = none, of 40 items; the metric says little less than they do, and the eight worst items are judged, where costs grow faster. */
function pickedItems(selector: string) {
  return Array.from({ length: 40 }, (_, i) => ({
    id: `item ${i}`,
    ...(i >= 32 && { goldpan: { selector, rank: i - 31 } }),
    scores: Object.fromEntries(
      ['A', 'B', 'C'].map((system, s) => {
        const quality = -((i / 8) ** 2) * (1 + s / 4) - ((i * 7 + s * 3) % 5) / 10;
        return [system, { metric: quality / 3, ...(i >= 32 && { human: 4 * quality + 60 }) }];
      }),
    ),
  }));
}
const ranked = (selector: string, options = {}) =>
  rank(datasetFromItems(pickedItems(selector), { columns: ['goldpan.selector'] }), options);

describe('of items that a selector picked', () => {
  test('means get no intervals and do not pass the best judgement; they keep their differences', async () => {
    const [picked, drawn] = await Promise.all(['metric-variance', 'random'].map((by) => ranked(by)));
    expect(picked.design.kind).toBe('picked');
    expect(picked.verdict.text).not.toMatch(/more items?|margin/);
    expect(picked.systems.map(({ low, high }) => [low, high])).toEqual(Array(3).fill([null, null]));
    // What the metrics make of the other items lies far above all that was judged.
    expect(drawn.systems[0].estimate).toBeGreaterThan(0);
    const best = Math.max(
      ...pickedItems('').flatMap(({ scores }) =>
        Object.values(scores).flatMap(({ human = -Infinity }) => human),
      ),
    );
    expect(picked.systems[0].estimate).toBeCloseTo(best, 9);
    const apart = ({ systems: [first, second] }: typeof picked) => first.estimate - second.estimate;
    expect(apart(picked)).toBeCloseTo(apart(drawn), 9);
    expect(picked.systems.map(({ name, rank }) => [name, rank])).toEqual(
      drawn.systems.map(({ name, rank }) => [name, rank]),
    );
  });

  test('nobody is said to be best within a margin', async () => {
    const margin = { margin: 1e6 };
    expect((await ranked('random', margin)).verdict.decided).toBe(true);
    const { verdict, systems } = await ranked('metric-variance', margin);
    expect(verdict.decided).toBe(systems[0].rank.high === 1);
  });
});
