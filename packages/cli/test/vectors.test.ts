import { expect, test } from 'vitest';
import { run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const items = folder.write(
  'items.jsonl',
  [0, 1, 2, 3]
    .map((i) => JSON.stringify({ id: `t${i}`, src: `text ${i}`, tgt: { A: 'a', B: 'b' } }))
    .join('\n'),
);

const select = async (...args: string[]) => {
  const { out, err } = await run(['select', items, '--budget', '2', '--json', ...args]);
  return out === '' ? err : JSON.parse(out);
};

test('vectors in a file beside the items are what selectors compare', async () => {
  const vectors = [10, 0, 0.5, 9].map((x, i) => JSON.stringify({ id: `t${i}`, embedding: { src: [x] } }));
  const file = folder.write('vectors.jsonl', vectors.reverse().join('\n'));
  const { chosen, details } = await select('--selector', 'k-means', '--vectors', file);
  expect(chosen.map(({ weight }: { weight: number }) => weight)).toEqual([2, 2]);
  expect(details.from).toBe('sources, vectors of the data');
  expect(details.inertia).toBeCloseTo(0.625, 9);
});

test('vectors that lack an item are an error', async () => {
  const file = folder.write('few.jsonl', JSON.stringify({ id: 't0', embedding: { src: [1] } }));
  expect(await select('--selector', 'k-means', '--vectors', file)).toContain('it has none of "t1"');
});

test('a selector that keeps bounds itself says how near to the best it comes', async () => {
  const { bound } = await select('--selector', 'facility-location', '--option', 'embedding=hashed');
  expect(bound.utility).toBeGreaterThan(0);
  expect(bound.upper).toBeGreaterThanOrEqual(bound.utility);
  expect(bound.gap).toBeCloseTo(1 - bound.utility / bound.upper, 9);
});
