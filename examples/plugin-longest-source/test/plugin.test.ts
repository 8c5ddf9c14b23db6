import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRegistry, datasetFromItems, runCostModel, runSelector } from '@goldpan/core';
import { costModelChecks, selectorChecks } from '@goldpan/selector-testkit';
import { workerChecks } from '@goldpan/selector-testkit/node';
import plugin, { longestSource, readingTime } from '../src/index.js';

describe('longest-source keeps the contract of selectors', () => {
  for (const { name, run } of selectorChecks(longestSource)) test(name, run);

  const specifier = new URL('../src/index.js', import.meta.url).href;
  for (const { name, run } of workerChecks(longestSource, { specifier })) test(name, run);
});

describe('reading-time keeps the contract of cost models', () => {
  for (const { name, run } of costModelChecks(readingTime)) test(name, run);
});

const dataset = datasetFromItems([
  { id: 'two', src: 'Guten Morgen', tgt: { x: 'Good morning', y: 'Morning' } },
  { id: 'five', src: ' Wo  ist der\nBahnhof, bitte? ', tgt: { x: 'Where is it?', y: 'Where?' } },
  { id: 'none', src: '', tgt: { x: '', y: '' } },
]);

test('the longest source comes first, up to the limit', async () => {
  const { utilities, ranking } = await runSelector(longestSource, dataset);
  assert.deepEqual([...utilities!], [2, 5, 0]);
  assert.deepEqual([...ranking], [1, 0, 2]);
  const limited = await runSelector(longestSource, dataset, { options: { limit: 2 } });
  assert.deepEqual([...limited.ranking], [0, 1, 2]);
});

test('minutes grow with the source and with the systems', () => {
  const { values, unit } = runCostModel(readingTime, dataset, { speed: 10 });
  assert.equal(unit, 'minutes');
  assert.deepEqual([...values], [0.5 + (2 * 3) / 10, 0.5 + (5 * 3) / 10, 0.5]);
});

test('an item without a source is refused by its id', async () => {
  const partial = datasetFromItems([{ id: 'a', src: 'x' }, { id: 'b' }]);
  await assert.rejects(runSelector(longestSource, partial), {
    code: 'LONGEST_SOURCE_MISSING',
    message: /item "b"/,
  });
});

test('a registry finds both by name', () => {
  const registry = createRegistry([{ plugin, specifier: plugin.name }]);
  assert.equal(registry.selector('longest-source'), longestSource);
  assert.equal(registry.costModel('reading-time'), readingTime);
});
