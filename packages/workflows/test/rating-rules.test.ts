import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rank } from '../src/index.js';
import { loadItems } from '../src/load-items.js';

const path = join(mkdtempSync(join(tmpdir(), 'goldpan-')), 'judged.jsonl');
const judged = (rater: string, value: number, criterion?: string) => ({
  system: 'A',
  rater,
  value,
  criterion,
});
writeFileSync(
  path,
  [
    {
      id: 'a',
      scores: { A: { human: 7, chrF: 0.5 }, B: { human: 1 } },
      judgements: [
        judged('x', 1),
        judged('y', 2),
        judged('z', 9),
        judged('x', 4, 'fluency'),
        judged('y', 8, 'fluency'),
      ],
    },
    { id: 'b', scores: { A: { human: 5 } } },
  ]
    .map((item) => JSON.stringify(item))
    .join('\n'),
);

const scores = async (ratingRule?: string[]) => {
  const { dataset } = await loadItems(path, { ratingRule });
  return ['human', 'human_fluency'].map((metric) => [...dataset.scores(metric).values]);
};

test('a rule takes the place of given scores where there are judgements, for all criteria or one', async () => {
  expect(await scores()).toEqual([
    [7, 1, 5, NaN],
    [6, NaN, NaN, NaN],
  ]);
  expect((await scores(['median']))[0]).toEqual([2, 1, 5, NaN]);
  expect(await scores(['mean', 'fluency=median'])).toEqual([
    [4, 1, 5, NaN],
    [6, NaN, NaN, NaN],
  ]);
  expect((await scores(['fluency=z-mean']))[0][0]).toBe(7);
  expect((await scores(['z-mean']))[0].slice(1)).toEqual([1, 5, NaN]);
});

test('a rule that is not known is refused', async () => {
  await expect(rank(path, { ratingRule: ['fluency=mode'] })).rejects.toMatchObject({ code: 'UNKNOWN_RULE' });
});

test('a rule for a criterion that nobody was asked about is refused with the nearest name', async () => {
  await expect(scores(['fluenzy=median'])).rejects.toThrow(/no criterion "fluenzy" \(did you mean "fluency"/);
});
