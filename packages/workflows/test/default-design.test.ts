import { datasetFromItems } from '@goldpan/core';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { select } from '../src/index.js';

const items = Array.from({ length: 41 }, (_, i) => ({
  id: `i${i}`,
  src: 'x'.repeat(1 + (i % 7)),
  doc: `d${Math.floor(Math.sqrt(i))}`,
  domain: i < 9 ? 'chat' : 'news',
  scores: { A: { m: i % 5 }, B: { m: (i * i) % 7 } },
}));
const data = datasetFromItems(items);

test('without a selector items are drawn at random, of which every beginning is the smaller sample', async () => {
  const { selector, chosen, reason } = await select(data, { budget: 12 });
  expect(selector).toBe('sequential');
  expect(chosen.every(({ inclusion, weight }) => inclusion === 12 / 41 && weight === 1 / inclusion)).toBe(
    true,
  );
  expect(reason).toMatch(
    /^No selector was named, so 12 of the 41 items were drawn at random \(sequential, each with probability 0\.293\)\. /,
  );
  const few = await select(data, { budget: 5 });
  expect(few.chosen.map(({ id }) => id)).toEqual(chosen.slice(0, 5).map(({ id }) => id));
});

test('documents that are kept whole are drawn whole, with their probabilities', async () => {
  const { selector, chosen, reason, warnings } = await select(data, { budget: 20, keepDocuments: true });
  expect(selector).toBe('until-spent');
  const whole = items.filter(({ doc }) => chosen.some(({ document }) => document === doc));
  expect(chosen.length).toBe(whole.length);
  expect(chosen.every(({ inclusion, weight }) => inclusion! > 0 && weight === 1 / inclusion!)).toBe(true);
  expect(reason).toMatch(/as \d whole documents \(until-spent, with probabilities from 0\.\d+ to 0\.\d+\)/);
  expect(warnings).toEqual([]);
});

test('a budget in cost is kept by a random order', async () => {
  const { chosen, cost } = await select(data, {
    budget: '40',
    cost: 'length',
    costOptions: { count: 'characters' },
  });
  expect(cost.total).toBeLessThanOrEqual(40);
  expect(new Set(chosen.map(({ inclusion }) => inclusion)).size).toBeGreaterThan(1);
});

test('of one item it is said that it is the only one', async () => {
  const one = datasetFromItems([{ id: 'i', src: 'a b', tgt: { A: 'x', B: 'y' } }]);
  expect((await select(one, { budget: 1 })).reason).toMatch(
    /^No selector was named, so the only item was drawn at random/,
  );
});

test('a pilot that whole documents or costs leave unread is said to be so', async () => {
  const pilot = datasetFromItems(
    items.map((item) => ({ ...item, scores: { A: { human: 1 }, B: { human: 2 } } })),
  );
  const whole = await select(data, { budget: 20, keepDocuments: true, pilot });
  expect(whole.reason).toMatch(
    /^No selector was named, and the pilot was not looked at, because whole documents are kept: \d+ of the 41 items were drawn at random as \d whole documents/,
  );
  const byCost = await select(data, {
    budget: '40',
    cost: 'length',
    costOptions: { count: 'characters' },
    pilot,
  });
  expect(byCost.reason).toMatch(
    /^No selector was named, and the pilot was not looked at, because costs are those of "length": \d+ of/,
  );
});

test('bounds on groups leave no known probabilities, and that is said', async () => {
  const { chosen, reason, warnings } = await select(data, { budget: 8, group: ['domain=chat:min=6'] });
  expect(chosen.filter(({ domain }) => domain === 'chat').length).toBeGreaterThanOrEqual(6);
  expect(chosen[0].inclusion).toBeUndefined();
  expect(reason).toContain('without known probabilities');
  expect(warnings).toMatchObject([{ code: 'SET_CHANGED' }]);
});

test('items that must be chosen are certain', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-design-'));
  const include = join(folder, 'ids.txt');
  writeFileSync(include, 'i3\ni40\n');
  const { chosen } = await select(data, { budget: 8, include });
  expect(chosen.map(({ inclusion }) => inclusion)).toEqual([1, 1, ...new Array(6).fill(6 / 39)]);
});

test('the file says of each item what an estimate needs to know', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-design-'));
  const [input, output] = ['in', 'out'].map((name) => join(folder, `${name}.jsonl`));
  writeFileSync(input, items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  await select(input, { budget: 10, output, seed: 4 });
  const [line] = readFileSync(output, 'utf8').split('\n');
  expect(JSON.parse(line).goldpan).toMatchObject({
    rank: 1,
    selector: 'sequential',
    seed: 4,
    inclusion: 10 / 41,
    weight: 1 / (10 / 41),
  });
});

test('a selector that is named says nothing of defaults', async () => {
  expect(await select(data, { selector: 'random', budget: 3 })).not.toHaveProperty('reason');
});
