import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { agreement, convert, inspect, rank } from '../src/index.js';

const folder = mkdtempSync(join(tmpdir(), 'goldpan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return name;
};

/** Errors that raters counted: y makes more than x. Some cells have a score beside their judgements, some do not. */
const lines = (declared: object | undefined, at: number) =>
  Array.from({ length: 6 }, (_, i) =>
    JSON.stringify({
      id: i,
      ...(declared && i === at && { criteria: { human: declared } }),
      ...(i < 2 && { scores: { x: { human: 1 + i }, y: { human: 5 + i } } }),
      judgements: ['ann', 'bob'].flatMap((rater, r) => [
        { system: 'x', rater, value: 1 + i },
        { system: 'y', rater, value: 5 + i + r * (i % 2) },
      ]),
    }),
  ).join('\n');

test.each([
  [undefined, 0],
  [{ scale: 'numbers', min: 0 }, 0],
  [{ scale: 'stars', min: 0, max: 20, better: 'lower' }, 0],
  [{ scale: 'stars', min: 0, max: 20 }, 4],
])(
  'judgements on the scale %j, declared at item %i, are turned round with the scores',
  async (declared, at) => {
    const file = write('errors.jsonl', lines(declared, at));
    const turned = { folder, lowerIsBetter: ['human'] };
    for (const ratingRule of [undefined, ['mean']]) {
      const { systems } = await rank(file, { ...turned, ratingRule });
      expect(systems.map(({ name, mean }) => [name, mean])).toEqual([
        ['x', expect.closeTo(-3.5, 9)],
        ['y', expect.closeTo(ratingRule ? -7.75 : -7.6667, 3)],
      ]);
    }
    await convert(file, { ...turned, to: 'items', output: 'turned.jsonl' });
    const scores = (await rank('turned.jsonl', { folder })).systems.map(({ mean }) => mean);
    expect(scores).toEqual((await rank(file, turned)).systems.map(({ mean }) => mean));
    const [{ alpha }, plain] = await Promise.all(
      [turned, { folder }].map(
        async (options) => (await agreement(file, { ...options, replicates: 100 })).criteria[0],
      ),
    );
    expect(alpha.value).toBe(plain.alpha.value);
    expect(readFileSync(`${folder}/turned.jsonl`, 'utf8').match(/"better":"lower"/g)).toHaveLength(1);
  },
);

test('errors on a scale of which less is better are recomputed as the sum of their weights', async () => {
  const judged = (value: number, ...severities: string[]) => ({
    rater: 'ann',
    value,
    ...(severities.length > 0 && { spans: severities.map((severity) => ({ severity, category: 'style' })) }),
  });
  const items = [
    {
      id: 'a',
      judgements: [
        { system: 'x', ...judged(5, 'major') },
        { system: 'y', ...judged(0) },
      ],
    },
    {
      id: 'b',
      judgements: [
        { system: 'x', ...judged(6, 'major') },
        { system: 'y', ...judged(2, 'minor', 'minor') },
      ],
    },
  ];
  const criteria = { human: { scale: 'numbers', better: 'lower' } };
  const text = items.map((item) => JSON.stringify({ criteria, ...item })).join('\n');
  const { errors } = await inspect(write('spans.jsonl', text), { folder });
  expect(errors!.recomputed).toMatchObject([
    { judgements: 4, equal: 3, largest: { id: 'b', system: 'x', given: 6, recomputed: 5 } },
  ]);
});

test('items cost what the outputs of the systems that are left cost', async () => {
  const judged = { rater: 'ann', value: 1 };
  const item = {
    id: 'a',
    tgt: { x: 'eins', y: 'zwei', z: 'drei' },
    judgements: [
      { system: 'x', ...judged, seconds: 90 },
      { system: 'y', ...judged, seconds: 10 },
      { system: 'z', ...judged, seconds: 14 },
    ],
  };
  const file = write('timed.jsonl', JSON.stringify(item));
  const costs = async (options: object) => {
    await convert(file, { folder, to: 'items', output: 'costs.jsonl', costFromTimes: true, ...options });
    return JSON.parse(readFileSync(`${folder}/costs.jsonl`, 'utf8')).cost;
  };
  expect(await costs({})).toBe(114);
  expect(await costs({ withoutSystems: ['x'] })).toBe(24);
});
