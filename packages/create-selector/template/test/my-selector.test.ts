import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datasetFromItems, runSelector } from '@goldpan/core';
import { selectorChecks } from '@goldpan/selector-testkit';
import { workerChecks } from '@goldpan/selector-testkit/node';
import { selector } from '../src/index.js';

// The contract of selectors, as the selectors of Goldpan are held to it.
for (const { name, run } of selectorChecks(selector)) test(name, run);

const specifier = new URL('../src/index.js', import.meta.url).href;
for (const { name, run } of workerChecks(selector, { specifier })) test(name, run);

test('the item with the widest range comes first', async () => {
  const dataset = datasetFromItems([
    { id: 'narrow', scores: { x: { bleu: 30 }, y: { bleu: 31 }, z: { bleu: 32 } } },
    { id: 'wide', scores: { x: { bleu: 10 }, y: { bleu: 50 }, z: { bleu: 20 } } },
  ]);
  const { ranking, utilities } = await runSelector(selector, dataset);
  assert.deepEqual([...ranking], [1, 0]);
  assert.deepEqual([...utilities!], [2, 40]);
});
