import { datasetFromItems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspect.js';

const item = (scores: Record<string, { human?: number | null; m: number }>) => ({ scores });
const agreementOf = async (items: Parameters<typeof datasetFromItems>[0]) =>
  (await inspect(datasetFromItems(items))).agreement[0];

test('a system that nobody judged is left out of the agreement of means, and the rest is said', async () => {
  const rows = [1, 4, 2, 5].map((score, i) =>
    item({
      A: { human: score, m: score / 2 },
      B: { human: score + 1, m: score / 2 + i },
      new: { human: null, m: 9 },
    }),
  );
  const agreement = await agreementOf(rows);
  expect(agreement.kendall).toBe(1);
  expect(agreement.pearson).toBeGreaterThan(0);
});

test.each([
  ['one system', [item({ A: { human: 1, m: 3 } }), item({ A: { human: 2, m: 1 } })]],
  [
    'one judged system',
    [item({ A: { human: 1, m: 3 }, B: { m: 2 } }), item({ A: { human: 3, m: 1 }, B: { m: 5 } })],
  ],
  ['no judgement at all', [item({ A: { human: null, m: 3 }, B: { human: null, m: 2 } })]],
])('with %s the agreement of means is not defined', async (_title, rows) => {
  expect((await agreementOf(rows)).kendall).toBeNull();
});

test('a selector runs, needs an option, or cannot run', async () => {
  const { selectors } = await inspect(
    datasetFromItems([
      { src: 'a', scores: { A: { m: 1 }, B: { m: 2 } } },
      { src: 'b', scores: { A: { m: 3 }, B: { m: 2 } } },
    ]),
  );
  const stateOf = (name: string) => {
    const { runs, asks, why } = selectors.find((selector) => selector.name === name)!;
    return { runs, asks, why };
  };
  expect(stateOf('metric-variance')).toEqual({ runs: true });
  expect(stateOf('source')).toEqual({ runs: true, asks: ['model'] });
  expect(stateOf('output-diversity')).toMatchObject({ runs: false, why: expect.stringContaining('outputs') });
});

test('a target that is named and not there is refused, and the usual one may be absent', async () => {
  const unjudged = datasetFromItems([{ scores: { A: { m: 1 }, B: { m: 2 } } }]);
  expect((await inspect(unjudged)).target).toBeUndefined();
  await expect(inspect(unjudged, { target: 'mm' })).rejects.toMatchObject({ code: 'NO_TARGET' });
});
