import { expect, test } from 'vitest';
import { parseGoal, simulateCampaigns, simulatePlan, type Contestant } from '../src/index.js';
import { pilot, registry } from './setting.js';

const request = {
  dataset: pilot(29, 4),
  registry,
  truth: 'human',
  goal: parseGoal('kendall=0.8'),
  replicates: 7,
  shares: [0.2, 0.4, 0.7],
  permutations: 50,
  costs: Float64Array.from({ length: 29 }, (_, item) => 1 + (item % 4)),
};
const ways: Contestant[] = [
  { selector: 'range', options: { metric: 'm' } },
  { selector: 'random', options: {} },
];
const run = { workers: 0 };

test('campaigns are plans on the same replicates and random orders', async () => {
  const estimate = 'regression';
  const found = await simulateCampaigns({ ...request, estimate }, ways, run);
  const alone = await Promise.all(ways.map((way) => simulatePlan({ ...request, ...way, estimate }, run)));
  const plain = await simulatePlan({ ...request, ...ways[1] }, run);
  expect(found.ways.map(({ outcomes }) => outcomes)).toEqual(alone.map(({ outcomes }) => outcomes));
  expect(found.ways.map(({ ratio, size }) => [ratio, size])).toEqual(
    alone.map(({ ratio, size }) => [ratio, size]),
  );
  expect(found.estimated.size).toEqual(alone[0].random);
  expect(found.estimated.random).toEqual(plain.random);
});

test('without a way to pick, random items are read in both ways', async () => {
  const { ways: none, estimated } = await simulateCampaigns({ ...request, estimate: 'regression' }, [], run);
  expect(none).toEqual([]);
  expect(estimated.size.median).not.toBeNull();
});

test('each campaign goes on from its own checkpoint, for any number of workers', async () => {
  const asked = { ...request, estimate: 'regression' };
  const [one, other] = [
    await simulateCampaigns(asked, ways, run),
    await simulateCampaigns(asked, ways, { workers: 2 }),
  ];
  expect(JSON.stringify(other)).toBe(JSON.stringify(one));
});
