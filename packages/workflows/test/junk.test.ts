import { datasetFromItems, stream, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { inspect, select } from '../src/index.js';
import { findJunk } from '../src/junk/find-junk.js';

const source = 'This is a source sentence of some length, like all others.';
const good = 'Dies ist eine Übersetzung von einiger Länge, wie alle.';
const refusal = 'I cannot help with that, sorry.';
const outputs = (A: string, B: string, C = good) => ({ A, B, C });
const other = `${good} Und mehr.`;

const cases: [rule: string | undefined, items: Item[], items: number][] = [
  [undefined, [{ src: source, ref: good, tgt: outputs(good, other) }], 0],
  [
    'no words in the source',
    ['@user44', 'https://a.example/b-c', '🙌 1/3', '#tag 12', '<p id=a></p>'].map((src) => ({ src })),
    5,
  ],
  ['an empty output', [{ src: source, tgt: outputs(good, ' \n') }], 1],
  ['an output that copies the source', [{ src: source, tgt: outputs(source, good) }], 1],
  [
    'an output in another script than the others',
    [{ src: source, tgt: outputs(good, 'Это перевод некоторой длины') }],
    1,
  ],
  [
    'an output less than a quarter as long as the reference',
    [{ src: source, ref: good, tgt: outputs(good, 'Dies') }],
    1,
  ],
  ['all outputs the same', [{ src: source, tgt: outputs(good, good) }], 1],
  [
    'marked as contaminated',
    ['yes', 'gsm8k-train', true, 1, false, 0, 'No', ''].map((contamination) => ({
      src: source,
      contamination,
    })),
    4,
  ],
  [
    'an output that is the same for 3 sources or more',
    ['a', 'b', 'c'].map((letter) => ({
      src: source + letter,
      tgt: outputs(refusal, letter + good, other + letter),
    })),
    3,
  ],
];

test.each(cases)('junk is found by its rule: %s', (rule, items, count) => {
  const { findings, isJunk } = findJunk(datasetFromItems(items, { columns: ['contamination'] }));
  expect(findings.map((one) => [one.rule, one.items])).toEqual(rule === undefined ? [] : [[rule, count]]);
  expect(isJunk.reduce((sum, one) => sum + one, 0)).toBe(count);
});

test('names, short answers and items without texts are no junk', () => {
  const answers = ['q1?', 'q2?', 'q3?', 'q4?'].map((src) => ({ src, tgt: { A: 'yes', B: 'no' } }));
  expect(
    findJunk(datasetFromItems([...answers, { src: 'Berlin', tgt: { A: 'Berlin', B: 'Bern' } }])).findings,
  ).toEqual([]);
  expect(findJunk(datasetFromItems([{ scores: { A: { m: 1 } } }])).findings).toEqual([]);
});

/** 40 items, of which 6 have no words and the widest spread of scores. */
const items = Array.from({ length: 40 }, (_, i) => {
  const spread = i % 7 === 3 ? 9 : stream(5, 'junk', i).next();
  return {
    id: `i${i}`,
    src: i % 7 === 3 ? `@user${Math.max(i, 10)}` : `${source} ${i}`,
    scores: { A: { m: 0 }, B: { m: spread } },
  };
});
const data = datasetFromItems(items);
const isJunk = ({ source }: { source?: string }) => source!.startsWith('@');
const picked = { selector: 'metric-variance', metric: 'm', budget: 14 };

test('of what is picked junk makes up at most its share of the data, and that is said', async () => {
  const { chosen, warnings } = await select(data, picked);
  expect(chosen).toHaveLength(14);
  expect(chosen.filter(isJunk).map(({ source }) => source)).toEqual(['@user10', '@user17']);
  expect(warnings).toMatchObject([
    {
      code: 'JUNK_LEFT_OUT',
      text: expect.stringMatching(
        /^6 of the 40 items look like junk: no words in the source \(6, first: i3\)\. 6 of the 14 best .* 2, may be so too/,
      ),
    },
  ]);
  const keep = await select(data, { ...picked, junk: 'keep' });
  expect([keep.chosen.filter(isJunk).length, keep.warnings]).toEqual([6, []]);
  const drop = await select(data, { ...picked, junk: 'drop' });
  expect(drop.chosen.filter(isJunk)).toEqual([]);
});

test('every beginning of a random sample has its share of the junk, and each item is as likely as any other', async () => {
  const runs = 300;
  const first = new Map<string, number>();
  for (let seed = 0; seed < runs; seed++) {
    const { chosen } = await select(data, { budget: 14, seed });
    expect(chosen.every(({ inclusion, weight }) => inclusion === 14 / 40 && weight === 40 / 14)).toBe(true);
    chosen.forEach((_, k) => {
      const junk = chosen.slice(0, k + 1).filter(isJunk).length;
      expect(Math.abs(junk - ((k + 1) * 6) / 40)).toBeLessThan(1);
    });
    for (const { id } of chosen.slice(0, 5)) first.set(id, (first.get(id) ?? 0) + 1);
  }
  // In the first five with probability 1/8: 37.5 of 300, standard deviation 5.7.
  for (const { id } of items) expect(Math.abs((first.get(id) ?? 0) - runs / 8)).toBeLessThan(5 * 5.8);
  const junk = items.filter((item) => isJunk({ source: item.src })).map(({ id }) => first.get(id) ?? 0);
  expect(Math.abs(junk.reduce((a, b) => a + b) - (6 * runs) / 8)).toBeLessThan(40);
});

test('a sample says what junk it has; where it is dropped, it is one of the rest', async () => {
  const all = await select(data, { budget: 14 });
  const drawn = all.chosen.filter(isJunk).length;
  expect([2, 3]).toContain(drawn);
  expect(all.warnings).toMatchObject([
    {
      code: 'JUNK_DRAWN',
      text: expect.stringMatching(
        new RegExp(
          `^6 of the 40 items look like junk: no words in the source \\(6, first: i3\\)\\. ${drawn} of the 14 drawn are among them: every beginning`,
        ),
      ),
    },
  ]);
  const few = await select(data, { budget: 5 });
  expect(few.chosen.map(({ id }) => id)).toEqual(all.chosen.slice(0, 5).map(({ id }) => id));
  const balanced = await select(data, { budget: 14, selector: 'balanced' });
  expect(balanced.warnings).toMatchObject([
    { text: expect.stringContaining('a draw has 2.1 of them on average, and their share is 2.1') },
  ]);
  expect((await select(data, { budget: 14, junk: 'keep' })).warnings).toEqual([]);
  const rest = await select(data, { budget: 14, junk: 'drop' });
  expect(rest.chosen.every((item) => !isJunk(item) && item.inclusion === 14 / 34)).toBe(true);
});

test('where everything is junk nothing can be dropped', async () => {
  const junk = datasetFromItems(items.filter((_, i) => i % 7 === 3));
  await expect(select(junk, { ...picked, budget: 2, junk: 'drop' })).rejects.toMatchObject({
    code: 'EVERY_ITEM_JUNK',
  });
  expect((await select(junk, { ...picked, budget: 2 })).chosen).toHaveLength(2);
});

test('inspect shows junk with examples', async () => {
  const { junk } = await inspect(data);
  expect(junk).toMatchObject([
    { rule: 'no words in the source', items: 6, examples: [{ id: 'i3', text: '@user10' }, {}, {}] },
  ]);
  expect(await inspect(datasetFromItems([{ src: source }]))).not.toHaveProperty('junk');
});
