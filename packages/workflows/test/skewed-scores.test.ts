import { datasetFromItems } from '@goldpan/core';
import { exampleDataPath, readJsonLines } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { skewedScores } from '../src/warnings/skewed-scores.js';

const load = (name: string) => datasetFromItems(readJsonLines(exampleDataPath(`${name}.jsonl`)));

test('costs of errors have a long tail, ratings have none', () => {
  expect(skewedScores(load('biomqm_de-en'), 'human')).toMatchObject({
    code: 'SKEWED_SCORES',
    text: expect.stringMatching(/human .*skewness −5\.1 for system mtcarousel\).* about 652 judged items/),
  });
  for (const name of ['hanna', 'realsumm']) expect(skewedScores(load(name), 'human')).toBeUndefined();
});

/** One system with a mild tail, one whose scores are all the same, one with a score far below the others and one missing. */
function tailed(items: number) {
  return datasetFromItems(
    Array.from({ length: items }, (_, i) => ({
      scores: {
        A: { human: (i * 7) % 5 },
        B: { human: i === 4 ? null : i === 9 ? -25 : 0 },
        C: { human: 3 },
      },
    })),
  );
}

test('the system with the longest tail is named; missing scores and systems without a spread say nothing', () => {
  // Of 25 scores one lies apart: G₁ = √25.
  expect(skewedScores(tailed(26), 'human')?.text).toMatch(/skewness −5\.0 for system B.* 625 judged/);
  expect(skewedScores(tailed(26), 'm')).toBeUndefined();
});

test('nothing is said of few scores, nor where few items would do', () => {
  expect(skewedScores(tailed(20), 'human')).toBeUndefined();
  const mild = Array.from({ length: 30 }, (_, i) => ({ scores: { A: { human: i % 10 === 0 ? 4 : i % 3 } } }));
  expect(skewedScores(datasetFromItems(mild), 'human')).toBeUndefined();
});
