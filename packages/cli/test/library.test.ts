import { htmlOf } from '@goldpan/report/html';
import { compare, evaluate, fitCost, inspect, irt, plan, select, trainSource } from '@goldpan/workflows';
import { afterAll, describe, expect, test } from 'vitest';
import { itemLines, run, temporaryFolder } from './run.js';

const { path: folder, write, remove } = temporaryFolder();
afterAll(remove);

const texts = ['one two', 'a', 'three', 'four five six', 'moon', 'sun and moon', 'rain'];
write('items.jsonl', itemLines().join('\n'));
write('skip.txt', 'item-3\n');
write('subset.jsonl', itemLines().slice(2, 5).join('\n'));
write(
  'texts.jsonl',
  itemLines()
    .map((line, i) => line.replace('{', `{"src": "${texts[i]}", `))
    .join('\n'),
);
write(
  'past.jsonl',
  Array.from(
    { length: 14 },
    (_, i) =>
      `{"id": ${i}, "src": "${texts[i % 7]} ${i}", "scores": {"A": {"human": ${i % 5}}, "B": {"human": ${i % 3}}}}`,
  ).join('\n'),
);
write(
  'priced.jsonl',
  Array.from(
    { length: 12 },
    (_, i) => `{"id": ${i}, "src": "${'word '.repeat(i + 1)}", "cost": ${10 + i * 3}}`,
  ).join('\n'),
);

/** What a command prints with `--json`. */
async function printed(command: string): Promise<unknown> {
  const { code, out, err } = await run([...command.split(' '), '--json'], folder);
  expect([0, 1], err).toContain(code);
  return JSON.parse(out);
}

const quick = { selector: 'metric-variance', metric: 'm', replicates: 20, workers: 0 };
const questions: [command: string, document: () => Promise<object>][] = [
  ['inspect items.jsonl --seed 3', () => inspect('items.jsonl', { folder, seed: 3 })],
  [
    'select texts.jsonl --selector metric-variance --option metric=m --budget 50% --exclude skip.txt',
    () =>
      select('texts.jsonl', {
        folder,
        selector: 'metric-variance',
        options: { metric: 'm' },
        budget: '50%',
        exclude: 'skip.txt',
      }),
  ],
  [
    'plan items.jsonl --selector metric-variance --metric m --goal same-best --replicates 20 --workers 0',
    () => plan('items.jsonl', { folder, ...quick, goal: 'same-best' }),
  ],
  [
    'compare items.jsonl --selectors metric-variance --sizes 30%,60% --replicates 20 --workers 0',
    () =>
      compare('items.jsonl', {
        folder,
        selectors: ['metric-variance'],
        sizes: '30%,60%',
        replicates: 20,
        workers: 0,
      }),
  ],
  [
    'evaluate items.jsonl subset.jsonl --measures kendall --random 5',
    () => evaluate('items.jsonl', ['subset.jsonl'], { folder, measures: ['kendall'], random: 5 }),
  ],
  [
    'irt items.jsonl --metric m --range 0,6',
    () => irt('items.jsonl', { folder, metric: 'm', range: [0, 6] }),
  ],
  [
    'fit-cost priced.jsonl --unit seconds --out cost.json',
    () => fitCost('priced.jsonl', { folder, unit: 'seconds', out: 'cost.json' }),
  ],
  [
    'train-source past.jsonl --utility target-variance --out model.json --force',
    () => trainSource(['past.jsonl'], { folder, utility: 'target-variance', out: 'model.json', force: true }),
  ],
];

describe('a question asked in a program gives the document that the command prints:', () => {
  test.each(questions)('%s', async (command, document) => {
    expect(JSON.parse(JSON.stringify(await document()))).toEqual(await printed(command));
  });
});

test('a comparison becomes a report in one call', async () => {
  const [, question] = questions.find(([command]) => command.startsWith('compare'))!;
  const page = htmlOf((await question()) as Awaited<ReturnType<typeof compare>>);
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).toContain('metric-variance');
});

test('progress and notes go to who asked, and a signal ends the work', async () => {
  const told: string[] = [];
  write('broken.jsonl', `${itemLines().join('\n')}\n{"id": 7`);
  await inspect('broken.jsonl', {
    folder,
    skipInvalid: 'rejected',
    onProgress: (title, done, total) => void (done === total && told.push(title)),
    onNote: (text) => void told.push(text),
  });
  expect(told).toEqual([
    'reading broken.jsonl',
    '1 line of broken.jsonl could not be read; it is in rejected',
  ]);
  const judged = { id: 1, judgements: [{ system: 'x', rater: 'ann', criterion: 'tone', value: 3 }] };
  write('scales.jsonl', `{"id": 0, "criteria": {\n"criteria": {\n${JSON.stringify(judged)}`);
  await inspect('scales.jsonl', { folder, skipInvalid: 'rejected', onNote: (text) => void told.push(text) });
  expect(told.at(-1)).toBe(
    '2 lines of scales.jsonl could not be read; they are in rejected; if the scale of tone is declared there, it is not known here: declare it at another item',
  );
  const signal = AbortSignal.abort();
  await expect(compare('items.jsonl', { folder, signal, workers: 0 })).rejects.toBeDefined();
});

test('items in memory cannot be written as their file has them', async () => {
  const { datasetFromItems } = await import('@goldpan/core');
  const data = datasetFromItems([{ scores: { A: { m: 1 }, B: { m: 2 } } }]);
  const asked = { folder, selector: 'random', output: 'out.jsonl' };
  await expect(select(data, asked)).rejects.toMatchObject({ code: 'OUTPUT_NEEDS_FILE' });
});
