import { mean } from '@goldpan/stats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSelectors } from '../src/index.js';
import { itemsAt } from '../src/items-at.js';
import { relativeCost } from '../src/relative-cost.js';
import { pilot, registry } from './setting.js';

const priced = fc
  .array(fc.double({ min: 0.5, max: 90, noNaN: true }), { minLength: 7, maxLength: 30 })
  .chain((costs) =>
    fc.record({
      costs: fc.constant(Float64Array.from(costs)),
      ranking: fc.shuffledSubarray([...costs.keys()], { minLength: costs.length, maxLength: costs.length }),
    }),
  );
const shares = [0.15, 0.4, 1];

test('is the mean over the sizes of what a chosen item costs, over the mean cost', () => {
  fc.assert(
    fc.property(priced, ({ costs, ranking }) => {
      const chosen = shares.map((share) => ranking.slice(0, itemsAt(share, costs.length)));
      const expected = mean(chosen.map((items) => mean(items.map((item) => costs[item])) / mean(costs)));
      expect(relativeCost({ ranking: Uint32Array.from(ranking) }, costs, shares)).toBeCloseTo(expected, 10);
      const sets = chosen.map((items) => Uint32Array.from(items));
      expect(relativeCost({ chosen: sets }, costs, shares)).toBeCloseTo(expected, 10);
    }),
  );
});

test('everything costs what everything costs, and without costs nothing is said', async () => {
  const dataset = pilot(40);
  const request = {
    dataset,
    registry,
    contestants: [{ selector: 'range', options: { metric: 'm' } }],
    truths: ['human'],
    replicates: 3,
    permutations: 20,
    shares: [1],
  };
  const costs = Float64Array.from({ length: dataset.size }, (_, item) => 1 + (item % 7));
  const { contestants } = await compareSelectors({ ...request, costs }, { workers: 0 });
  expect(contestants[0].cost).toBeCloseTo(1, 12);
  expect((await compareSelectors(request, { workers: 0 })).contestants[0].cost).toBeNull();
});
