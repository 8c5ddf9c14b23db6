import { expect, test } from 'vitest';
import { readItems, withCosts } from '../../src/index.js';
import { jsonLines } from '../json-lines.js';
import { all, temporaryFolder } from '../temporary-folder.js';

const { file } = temporaryFolder();

test('costs go into the dataset and the lines, in any order; an item without a new one keeps its own', async () => {
  const read = await readItems(
    file(jsonLines({ id: 'a', cost: 3 }, { id: 'b', cost: 4, n: 1 }, { id: 'c' })),
  );
  const { dataset, lines, records, sha256 } = withCosts(read, Float64Array.of(NaN, 12.5, NaN));
  expect([...dataset.costs!]).toEqual([3, 12.5, NaN]);
  expect(await all(lines())).toEqual(['{"id":"a","cost":3}', '{"id":"b","n":1,"cost":12.5}', '{"id":"c"}']);
  expect(await all(records([2, 1]))).toEqual([{ id: 'c' }, { id: 'b', n: 1, cost: 12.5 }]);
  expect(sha256).toBe(read.sha256);
});
