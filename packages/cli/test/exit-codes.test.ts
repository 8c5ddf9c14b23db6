import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemLines, run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
beforeAll(() => {
  folder.write('items.jsonl', itemLines().join('\n'));
  folder.write('few.jsonl', itemLines().slice(3, 5).join('\n'));
  folder.write('broken.jsonl', '{"scores": 7');
});

const codeOf = async (line: string) => (await run(line.split(' '), folder.path)).code;
const plan = 'plan items.jsonl --selector random --replicates 6 --workers 0 --permutations 20';

describe('the exit code is 1 where the answer is no, and 0 where it is yes', () => {
  test.each([
    [`${plan} --goal clusters=4`, `${plan} --goal same-best`],
    [
      'compare items.jsonl --selectors metric-variance --metrics m --replicates 6 --workers 0 --require',
      'compare items.jsonl --selectors metric-variance --metrics m --replicates 6 --workers 0',
    ],
    [
      'evaluate items.jsonl few.jsonl --min mean-absolute-error=0.001',
      'evaluate items.jsonl few.jsonl --min mean-absolute-error=100',
    ],
  ])('%s', async (no, yes) => {
    expect([await codeOf(no), await codeOf(yes)]).toEqual([1, 0]);
  });
});

test.each([
  'inspect broken.jsonl',
  'select broken.jsonl',
  'select items.jsonl --budget 9999',
  'plan items.jsonl --goal nonsense',
  'compare none.jsonl',
  'evaluate items.jsonl none.jsonl',
  'evaluate items.jsonl few.jsonl --min nonsense',
  'rank broken.jsonl',
  'irt broken.jsonl',
  'agreement none.jsonl',
  'fit-cost items.jsonl --out cost.json',
  'train-source none.jsonl --utility metric-variance --out model.json',
  'convert none.jsonl --to items -o copy.jsonl',
  'report none.json -o report.html',
  'plugins --plugin none',
  'nonsense',
])('the exit code is 2 where the call or its input is wrong: %s', async (line) => {
  expect(await codeOf(line)).toBe(2);
});
