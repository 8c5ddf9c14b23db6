import { datasetFromItems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { fitCost } from '../src/index.js';

/** Twelve texts on which one question takes a second a word, another two. */
const data = datasetFromItems(
  Array.from({ length: 12 }, (_, i) => ({
    id: `i${i}`,
    src: 'word '.repeat(i + 3).trim(),
    cost: 1,
    judgements: [
      { system: 'A', rater: 'ann', criterion: 'fluency', value: 1, seconds: i + 3 },
      { system: 'A', rater: 'ann', criterion: 'adequacy', value: 2, seconds: 2 * (i + 3) },
    ],
  })),
);

test('costs are learned from the times of one criterion, or of all', async () => {
  const perWord = async (criterion: string) =>
    (await fitCost(data, { criterion, count: 'words' })).model.perSource;
  expect(await perWord('fluency')).toBeCloseTo(1, 9);
  expect(await perWord('adequacy')).toBeCloseTo(2, 9);
  // A rater answers both questions of an output.
  expect(await perWord('overall')).toBeCloseTo(3, 9);
});

test('a criterion that is not there is refused by its nearest name', async () => {
  await expect(fitCost(data, { criterion: 'fluenzy' })).rejects.toThrow(/did you mean "fluency"/);
});
