import { datasetFromItems, stream, type Item } from '@goldpan/core';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rank, select } from '../src/index.js';

const systems = ['A', 'B', 'C', 'D', 'E'];

/**
 * 110 items, of which few set the systems apart. The metric knows how far apart, and not in which order, where `knows`; else it is noise.
 */
function items(knows: boolean): Item[] {
  return Array.from({ length: 110 }, (_, i) => {
    const rng = stream(2, 'pilot', i);
    const spread = i % 6 === 0 ? 4 : 0.02;
    const order = rng.shuffle(systems.map((_, s) => s));
    const scores = systems.map((system, s) => [
      system,
      { m: knows ? spread * order[s] : rng.next(), human: spread * s + 3 * rng.next() },
    ]);
    return { id: `i${i}`, src: `source ${i}`, scores: Object.fromEntries(scores) };
  });
}

/** The first items judged, the others not. */
const judged = (all: readonly Item[], count: number): Item[] =>
  all.map((item, i) => {
    if (i < count) return item;
    const scores = Object.entries(item.scores as Record<string, { m: number }>);
    return { ...item, scores: Object.fromEntries(scores.map(([system, { m }]) => [system, { m }])) };
  });

const run = { budget: 20, workers: 0 };

test('where judged items show that picking gains, half of the items are picked, and it is for ranks only', async () => {
  const { selector, options, chosen, reason } = await select(datasetFromItems(judged(items(true), 60)), run);
  expect(selector).toBe('half-picked');
  expect(options).toMatchObject({ utility: { selector: 'metric-variance' } });
  expect(chosen[0]).not.toHaveProperty('inclusion', expect.anything());
  expect(reason).toMatch(
    /^No selector was named, and on the 60 judged items of data picking half of them by metric-variance on \w+ gains 0\.\d{3} \(0\.\d{3} to 0\.\d{3}\) in SPA over random items under the estimate of `goldpan rank`: 20 of the 110 items were chosen in turn by it and at random\. That is for ranks only: /,
  );
});

test('where they do not show it, items are drawn at random, and that is said', async () => {
  const { selector, chosen, reason } = await select(datasetFromItems(judged(items(false), 50)), run);
  expect(selector).toBe('sequential');
  expect(chosen.every(({ inclusion }) => inclusion === 20 / 110)).toBe(true);
  expect(reason).toMatch(
    /^No selector was named, and on the 50 judged items of data none of 6 ways to pick half of the items is shown to gain .*: 20 of the 110 items were drawn at random \(sequential, /,
  );
});

test('few judged items are no pilot, and neither are all or none', async () => {
  const reasonOf = async (count: number) =>
    (await select(datasetFromItems(judged(items(true), count)), run)).reason;
  expect(await reasonOf(19)).toContain('on the 19 judged items of data, fewer than 20, nothing can be shown');
  expect(await reasonOf(0)).toMatch(/^No selector was named, so 20 of/);
  expect(await reasonOf(110)).toMatch(/^No selector was named, so 20 of/);
});

test('a pilot is looked at by the criterion that is named', async () => {
  const byHuman = judged(items(true), 60);
  const byFluency = JSON.parse(JSON.stringify(byHuman).replaceAll('"human"', '"human_fluency"'));
  const { reason } = await select(datasetFromItems(byFluency), { ...run, criterion: 'fluency' });
  expect(reason).toBe((await select(datasetFromItems(byHuman), run)).reason);
  expect(reason).toContain('picking half');
});

test('a pilot of its own file must be of the items; a file that rank reads without an option comes of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-pilot-'));
  const write = (name: string, list: readonly Item[]) => {
    writeFileSync(join(folder, name), list.map((item) => `${JSON.stringify(item)}\n`).join(''));
    return join(folder, name);
  };
  const all = items(true);
  const pool = write('pool.jsonl', judged(all, 0));
  const pilot = write('pilot.jsonl', all.slice(0, 60));
  const output = join(folder, 'out.jsonl');
  const foreign = write('foreign.jsonl', [...all.slice(0, 30), { ...all[0], id: 'elsewhere' }]);
  await expect(select(pool, { ...run, pilot: pool, output })).rejects.toMatchObject({
    code: 'PILOT_NOT_JUDGED',
    message: expect.stringContaining('must have judgements, in the column "human"; it has "m"'),
  });
  await expect(select(pool, { ...run, pilot: foreign, output })).rejects.toMatchObject({
    code: 'PILOT_NOT_IN_POOL',
    message: expect.stringContaining('1 are not, the first is "elsewhere"'),
  });
  await expect(select(pool, { ...run, selector: 'random', pilot, output })).rejects.toMatchObject({
    code: 'PILOT_NOT_NEEDED',
  });
  expect(existsSync(output)).toBe(false);
  const { reason } = await select(pool, { ...run, pilot, output });
  expect(reason).toContain('on the 60 judged items of pilot.jsonl picking half');
  const lines = readFileSync(output, 'utf8').trim().split('\n');
  const human = new Map(all.map(({ id, scores }) => [id, scores]));
  const back = lines.map((line) => JSON.parse(line)).map((item) => ({ ...item, scores: human.get(item.id) }));
  const ranked = await rank(pool, { judged: write('judged.jsonl', back) });
  expect(ranked.design).toMatchObject({ kind: 'picked', selectors: ['half-picked'] });
  expect(ranked.warnings!.map(({ code }) => code)).toContain('PICKED_ITEMS');
  expect(ranked.systems[0].name).toBe('E');
});

test('a pilot of another test set with the same ids is refused by its texts', async () => {
  const pool = datasetFromItems(items(true));
  const asked = (pilot: Item[]) => select(pool, { ...run, pilot: datasetFromItems(pilot) });
  const other = judged(items(true), 30)
    .slice(0, 30)
    .map((item, i) => (i % 3 === 1 ? { ...item, src: `text ${i}` } : item));
  await expect(asked(other)).rejects.toMatchObject({
    code: 'PILOT_DIFFERS',
    message: expect.stringContaining('10 of the same id have another source there, the first is "i1"'),
  });
  const spaced = judged(items(true), 30)
    .slice(0, 30)
    .map((item) => ({ ...item, src: ` ${String(item.src)}\n` }));
  expect((await asked(spaced)).reason).toContain('on the 30 judged items of data');
});

test('without sources the outputs of systems that both have tell', async () => {
  const withOutputs = (text: string, list: Item[]) =>
    list.map(({ src: _, ...item }, i) => ({ ...item, tgt: { A: `out ${i}`, [text]: `${text} ${i}` } }));
  const pool = datasetFromItems(withOutputs('B', items(true)));
  const pilot = (text: string) =>
    datasetFromItems(
      withOutputs(text, items(true))
        .slice(0, 25)
        .map((item, i) => (i === 4 && text === 'C' ? { ...item, tgt: { A: 'other' } } : item)),
    );
  await expect(select(pool, { ...run, pilot: pilot('C') })).rejects.toMatchObject({ code: 'PILOT_DIFFERS' });
  expect((await select(pool, { ...run, pilot: pilot('B') })).reason).toContain('on the 25 judged items');
});
