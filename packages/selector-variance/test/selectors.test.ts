import { datasetFromItems, runSelector, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { metricAverage, metricConsistency, metricVariance } from '../src/index.js';

/** Three items, two systems, two metrics; `__proto__` is a name like any other. */
const items: Item[] = [item('a', [1, 3], [0, 0]), item('b', [5, 4], [0, 1]), item('c', [2, 9], [0, 0])];

function item(id: string, [a, b]: [number, number], [c, d]: [number, number]): Item {
  return {
    id,
    scores: Object.fromEntries([
      ['__proto__', { m: a, k: c }],
      ['B', { m: b, k: d }],
    ]),
  };
}

const utilities = async (selector: typeof metricVariance, options: object, data = items) =>
  Array.from((await runSelector(selector, datasetFromItems(data), { options })).utilities!);

test('each selector scores items as its definition says', async () => {
  expect(await utilities(metricAverage, { metric: 'm' })).toEqual([-2, -4.5, -5.5]);
  expect(await utilities(metricVariance, { metric: 'm' })).toEqual([1, 0.25, 12.25]);
  // Means over all items are 8/3 and 16/3, so items that put the second system first agree.
  expect(await utilities(metricConsistency, { metric: 'm' })).toEqual([1, -1, 1]);
});

test('an item that scores all systems alike has consistency 0', async () => {
  expect(await utilities(metricConsistency, { metric: 'k' })).toEqual([0, 1, 0]);
});

test('the target of consistency may be another metric', async () => {
  expect(await utilities(metricConsistency, { metric: 'm', 'metric-target': 'k' })).toEqual([1, -1, 1]);
});

test('a metric must be named when there is more than one, and a wrong name gets the nearest', async () => {
  await expect(utilities(metricVariance, {})).rejects.toMatchObject({ code: 'METRIC_NOT_CHOSEN' });
  await expect(utilities(metricVariance, { metric: 'M' })).rejects.toThrow('did you mean "m"?');
});

test('missing scores, one system and a constant metric are refused', async () => {
  const missing = [...items, { id: 'd', scores: { B: { m: 1 } } }];
  await expect(utilities(metricVariance, { metric: 'm' }, missing)).rejects.toMatchObject({
    code: 'MISSING_SCORES',
    message: expect.stringContaining(
      '1 of 8 cells are missing in 1 item, first in item "d", system "__proto__"',
    ),
  });
  const single = [{ scores: { A: { m: 1 } } }, { scores: { A: { m: 2 } } }];
  await expect(utilities(metricAverage, {}, single)).rejects.toMatchObject({ code: 'TOO_FEW_SYSTEMS' });
  const constant = [{ scores: { A: { m: 1 }, B: { m: 1 } } }];
  await expect(utilities(metricConsistency, {}, constant)).rejects.toMatchObject({ code: 'CONSTANT_METRIC' });
});
