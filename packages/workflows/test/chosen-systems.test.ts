import { datasetFromItems } from '@goldpan/core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inspect } from '../src/inspect.js';

const folder = mkdtempSync(join(tmpdir(), 'goldpan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const items = [0, 1, 2, 3, 4, 5].map((i) => {
  const cell = (shift: number) => {
    const human = ((i * 5 + shift * 3) % 7) + shift;
    return { human, bleu: human + (i % 2) / 2, ter: 9 - human };
  };
  return { id: `i${i}`, scores: { A: cell(0), 'B, large': cell(1), __proto: cell(2) } };
});
const data = datasetFromItems(items);

test.each([
  [{ systems: ['A,__proto'] }, ['A', '__proto']],
  [{ systems: ['B, large', 'A'] }, ['A', 'B, large']],
  [{ withoutSystems: ['B, large'] }, ['A', '__proto']],
  [{ systems: ['A,__proto'], withoutSystems: ['A'] }, ['__proto']],
])('%j leaves %j', async (choice, systems) => {
  expect((await inspect(data, choice)).systems).toEqual(systems);
});

test('a system that is not there is refused with the nearest one, and so is having none left', async () => {
  await expect(inspect(data, { systems: ['B, larg'] })).rejects.toMatchObject({ code: 'NO_SUCH_SYSTEM' });
  await expect(inspect(data, { withoutSystems: ['A', '__proto', 'B, large'] })).rejects.toMatchObject({
    code: 'NO_SYSTEM_LEFT',
  });
});

const codes = async (...asked: Parameters<typeof inspect>) =>
  (await inspect(...asked)).warnings!.map(({ code }) => code);

test('a metric that disagrees strongly is asked about, and turned round it agrees', async () => {
  const path = join(folder, 'items.jsonl');
  writeFileSync(path, items.map((item) => JSON.stringify(item)).join('\n'));
  expect(await codes(path)).toContain('NEGATIVE_AGREEMENT');
  const turned = await inspect(path, { lowerIsBetter: ['ter'] });
  expect(turned.warnings!.map(({ code }) => code)).not.toContain('NEGATIVE_AGREEMENT');
  expect(turned.agreement.find(({ metric }) => metric === 'neg-ter')!.pearson).toBeCloseTo(1, 12);
  await expect(inspect(path, { lowerIsBetter: ['tre'] })).rejects.toMatchObject({ code: 'UNKNOWN_COLUMN' });
});

test('a target that most metrics disagree with is asked about itself', async () => {
  const penalties = items.map(({ id, scores }) => ({
    id,
    scores: Object.fromEntries(
      Object.entries(scores).map(([system, { human, bleu }]) => [
        system,
        { human: 9 - human, bleu, chrf: 2 * human, ter: 9 - human },
      ]),
    ),
  }));
  expect(await codes(datasetFromItems(penalties))).toContain('PENALTIES_AS_TARGET');
});

test('a metric that one outlying judgement hides over all cells is asked about for what it is within items', async () => {
  const hidden = items.map(({ id, scores: { A, ...others } }, i) => ({
    id,
    scores: { ...others, A: i === 0 ? { ...A, human: -100, ter: 4 } : A },
  }));
  const { agreement, warnings } = await inspect(datasetFromItems(hidden));
  const { pearson, withinItem } = agreement.find(({ metric }) => metric === 'ter')!;
  expect([pearson! > -0.3, pearson! < 0, withinItem! < -0.3]).toEqual([true, true, true]);
  expect(warnings!.find(({ code }) => code === 'NEGATIVE_AGREEMENT')!.text).toContain('within items');
});
