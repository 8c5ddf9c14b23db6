import type { CompareOutcome, SimulationJob, TaskResult } from '@goldpan/simulation';
import { describe, expect, test } from 'vitest';
import { readResult, writeResult } from '../src/task-result.js';

const planJob = { kind: 'plan' } as SimulationJob;
const compareJob = { kind: 'compare' } as SimulationJob;
const task = { first: 4, count: 2 };
const path = { curve: [0.1 + 0.2, null, -0] };
const outcome = (replicate: number) => ({ replicate, target: 1 / 3, selector: path, random: path });
const written = (result: unknown) => writeResult(result as TaskResult);

test('what is written is read, bit by bit', () => {
  const result = { outcomes: [outcome(4), outcome(5)] };
  expect(readResult(written(result), task, planJob)).toStrictEqual(result);
  const compared: CompareOutcome = {
    replicate: 4,
    contestants: [null, { curve: [NaN], gain: -0, gains: [5e-324] }],
    noise: NaN,
    noises: [Number.MAX_VALUE],
  };
  const failed = { outcomes: [compared], failure: { replicate: 5, message: 'no luck' } };
  expect(readResult(written(failed), task, compareJob)).toStrictEqual(failed);
});

describe('what is no result of the task is refused', () => {
  const one = outcome(4);
  const cases: [string, string][] = [
    ['no JSON', '{"outcomes": ['],
    ['nothing', '{}'],
    ['too few replicates', written({ outcomes: [one] })],
    ['another replicate', written({ outcomes: [one, outcome(6)] })],
    ['the same replicate twice', written({ outcomes: [one, one] })],
    ['a text for a number', JSON.stringify({ outcomes: [{ ...one, target: '1' }, outcome(5)] })],
    ['a further member', JSON.stringify({ outcomes: [{ ...one, more: 1 }, outcome(5)] })],
    ['a failure before the task', written({ outcomes: [], failure: { replicate: 3, message: '' } })],
    ['a failure after what it says', written({ outcomes: [], failure: { replicate: 5, message: '' } })],
    ['a mark of no meaning', '{"outcomes": {"$": "map"}}'],
    [
      'outcomes of a comparison',
      written({ outcomes: [{ replicate: 4, contestants: [], noise: 0, noises: [] }] }),
    ],
  ];
  test.each(cases)('%s', (_name, text) => {
    expect(() => readResult(text, task, planJob)).toThrow(/result of replicates 4 to 5/);
  });
});
