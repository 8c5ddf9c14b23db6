import { datasetFromItems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { select } from '../src/index.js';

const data = datasetFromItems(
  Array.from({ length: 14 }, (_, i) => ({
    id: `i${i}`,
    scores: {
      A: { m: (i * 5) % 14, other: (i * 3) % 7 },
      B: { m: (i * 11) % 13, other: i % 2 },
      C: { m: (i * i) % 9, other: 1 },
    },
  })),
);
const asked = { selector: 'half-picked', budget: 5 };

test('a metric goes to the selector that another builds on, where that one has no option for it', async () => {
  const chosen = async (utility: unknown, metric?: string) =>
    (await select(data, { ...asked, options: { utility }, metric })).chosen.map(({ id }) => id);
  const written = await chosen({ selector: 'metric-variance', options: { metric: 'm' } });
  expect(await chosen('metric-variance', 'm')).toEqual(written);
  expect(await chosen({ selector: 'metric-variance' }, 'm')).toEqual(written);
  expect(await chosen({ selector: 'metric-variance', options: { metric: 'other' } }, 'm')).toEqual(written);
  expect(await chosen('metric-variance', 'other')).not.toEqual(written);
});

test('a selector without an option for a metric, in another too, is named', async () => {
  const run = { ...asked, metric: 'm', options: { utility: 'random' } };
  await expect(select(data, run)).rejects.toMatchObject({
    code: 'NO_SUCH_OPTION',
    fields: { selector: 'random' },
  });
});
